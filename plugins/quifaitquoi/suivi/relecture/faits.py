"""What a fiche says, fact by fact, on both sides of a change: only what differs, in the words of its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from math import hypot

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.enrich.plan import plan
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.lieu import AdresseProvisoire, Arret
from quifaitquoi.base.texte import visible
from quifaitquoi.horaires import Horaires, phrase, semaine
from quifaitquoi.horaires.selecteurs import suites
from quifaitquoi.langues import Langue
from quifaitquoi.paroles import ou, texte
from quifaitquoi.paroles.acces import acces
from quifaitquoi.paroles.accessibilite import accessibilite
from quifaitquoi.paroles.accueil import cout, publics
from quifaitquoi.paroles.contact import contact
from quifaitquoi.paroles.dates import prochaines_dates
from quifaitquoi.paroles.equipe import equipe, pairs
from quifaitquoi.paroles.etat import complet, dates_de_l_arret, etat_entier, fermeture
from quifaitquoi.paroles.langues_parlees import langues
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.professionnels import pour_les_professionnels
from quifaitquoi.paroles.segments import Fait, Segments
from quifaitquoi.paroles.service import du_service
from quifaitquoi.paroles.situation import longueur
from quifaitquoi.paroles.valeurs import PRECISION

A_CONFIRMER = Fiche.model_fields["a_confirmer"].title


@dataclass(frozen=True)
class Cote:
    """One side of the change: the fiche, what its file says as written, and the territory that holds nothing but it."""

    vue: FicheVue
    brut: dict
    territoire: Territoire


@dataclass(frozen=True)
class Changement:
    """One fact that is no more the same. Either side is empty where nothing was, or is, known of it."""

    titre: str
    avant: tuple[str, ...]
    apres: tuple[str, ...]


def changements(avant: Cote | None, apres: Cote | None) -> tuple[Changement, ...]:
    """Everything that differs; the whole fiche where there is but one side."""
    langue = Parole.de_la_source((apres or avant).territoire.directory).langue
    trouves: list[tuple[tuple[str, ...], Changement]] = [
        *_heures(avant, apres, langue), *_dits(avant, apres), *_place(avant, apres, langue)]
    racontes = {champ for champs, _ in trouves for champ in champs}
    restes = [Changement(titre, *sans_le_commun(a, b)) for champ, titre, a, b in _bruts(avant, apres) if champ not in racontes]
    return (*(changement for _, changement in trouves), *restes)


def _dits(avant: Cote | None, apres: Cote | None) -> Iterator[tuple[tuple[str, ...], Changement]]:
    vieux, neufs = ({(champs, titre): lignes for champs, titre, lignes in _faits(cote) if lignes} if cote else {}
                    for cote in (avant, apres))
    for cle in [*neufs, *(c for c in vieux if c not in neufs)]:
        a, b = vieux.get(cle, ()), neufs.get(cle, ())
        if a != b:
            yield cle[0], Changement(cle[1], *sans_le_commun(a, b))


def _faits(cote: Cote) -> Iterator[tuple[tuple[str, ...], str, tuple[str, ...]]]:
    """(fields, title, lines): all that the words say of a fiche but its hours, what is over included."""
    parole = Parole.de_la_source(cote.territoire.directory)
    vue, f = replace(cote.vue, jour=date.min), cote.vue.fiche

    def lignes(faits: Iterable[Fait]) -> tuple[str, ...]:
        return tuple(texte.fait(parole, fait) for fait in faits)

    def dits(*segments: Segments) -> tuple[str, ...]:
        return tuple(un for s in segments if (un := texte.en_texte(parole, s)))

    yield ("nom", "etat", "presentation"), "Nom et présentation", (
        f.nom, *dits(etat_entier(parole, f.etat, vue.jour) if f.etat else ()), *((f.presentation,) if f.presentation else ()))
    yield ("fermetures", "complet"), "Fermetures", dits(
        *(fermeture(parole, x) for x in vue.fermetures), complet(parole, f.complet) if f.complet else ())
    for s in vue.services:
        x = s.service
        propres = (*dits(etat_entier(parole, x.etat, vue.jour) if x.etat else (), complet(parole, x.complet) if x.complet else ()),
                   *(("Assuré par : " + ", ".join(o.nom for o in s.organismes),) if x.organisme else ()),
                   *((x.presentation,) if x.presentation else ()),
                   *lignes(du_service(parole, x, vue.jour)))
        nom = s.nom if s.nom == s.besoin.nom else f"{s.nom} ({s.besoin.nom})"
        yield ("services",), f"Service « {nom} »", propres or ("proposé",)
    yield ("acces",), "Comment entrer", lignes(acces(parole, f.acces))
    yield ("publics",), "Pour qui", lignes(publics(parole, f.publics))
    yield ("pairs",), "Des gens qui sont passés par là", lignes(pairs(parole, f.pairs))
    yield ("equipe",), "Métiers de l'équipe", lignes(equipe(parole, f.equipe))
    yield ("prochaines_dates",), "Prochaines dates", lignes(prochaines_dates(parole, f.prochaines_dates, vue.jour))
    yield ("pour_les_professionnels",), "Pour les professionnels", lignes(
        pour_les_professionnels(parole, f.pour_les_professionnels))
    yield ("cout",), "Prix", lignes(cout(parole, f.cout))
    yield ("langues",), "Langues", lignes(langues(parole, f.langues))
    yield ("contact",), "Contact", lignes(contact(parole, f.contact))
    yield ("a_confirmer",), A_CONFIRMER, tuple(" : ".join(filter(None, (x.champ, x.pourquoi))) for x in f.a_confirmer or ())
    if not vue.retenue:
        adresse = f.adresse
        yield ("adresse",), "Adresse", (*filter(None, (ou.adresse(adresse), adresse.y_aller)),) if adresse else ()
        yield ("adresse_provisoire",), "Adresse provisoire", _provisoire(parole, f.adresse_provisoire)
        yield ("tournee",), "Tournée", tuple(_arret(parole, arret) for arret in vue.arrets)
        yield ("secteur",), "Secteur", dits(ou.secteur(parole, vue))
        yield ("accessibilite",), "Accessibilité", lignes(accessibilite(parole, f.accessibilite))


def _provisoire(parole: Parole, x: AdresseProvisoire | None) -> tuple[str, ...]:
    """As it is written, whatever the day: who reviews sees both addresses."""
    return tuple(filter(None, (ou.adresse(x), dates_de_l_arret(parole, x), x.y_aller))) if x else ()


def _arret(parole: Parole, arret: Arret) -> str:
    heures = arret.horaires and phrase(arret.horaires, parole.langue)
    return " · ".join(filter(None, (arret.lieu, arret.commune, heures, dates_de_l_arret(parole, arret), arret.y_aller)))


def _heures(avant: Cote | None, apres: Cote | None, langue: Langue) -> Iterator[tuple[tuple[str, ...], Changement]]:
    """The week, day by day; days in a row that change alike are told together."""
    vieux, neufs = (_semaines(cote, langue) if cote else {} for cote in (avant, apres))
    cles = [*neufs, *(c for c in vieux if c not in neufs)]
    groupes: dict[tuple, list[int]] = {}
    for rang, cle in enumerate(cles):
        if vieux.get(cle) != neufs.get(cle):
            groupes.setdefault((*cle[:2], vieux.get(cle), neufs.get(cle)), []).append(rang)
    for (champ, devant, a, b), rangs in groupes.items():
        quand = [cles[debut][2] + (f" à {cles[fin][2]}" if fin > debut else "") for debut, fin in suites(rangs)]
        yield (champ,), Changement(f"{devant}{', '.join(quand)}", (a,) if a else (), (b,) if b else ())


def _semaines(cote: Cote, langue: Langue) -> dict[tuple[str, str, str], str]:
    """(field, what opens, when) → hours."""
    fiche = cote.vue.fiche
    ouvertures = [("horaires", "", fiche.horaires)]
    ouvertures += [("services", f"Service « {s.nom} », ", s.service.horaires) for s in cote.vue.services]
    return {(champ, devant, quand): heures for champ, devant, horaires in ouvertures if horaires
            for quand, heures in _semaine(horaires, langue, cote.vue.confiance.semaine_entiere)}


def _semaine(horaires: Horaires, langue: Langue, entiere: bool) -> Iterator[tuple[str, str]]:
    table = semaine(horaires, langue, entiere)
    for titre, jours in [("", table.jours), *((f"{saison.titre}, ", saison.jours) for saison in table.saisons)]:
        yield from ((f"{titre}{jour.nom}", ", ".join(jour.plages)) for jour in jours)
    yield from ((ligne.quand, ligne.quoi) for ligne in table.autres)


def _place(avant: Cote | None, apres: Cote | None, langue: Langue) -> Iterator[tuple[tuple[str, ...], Changement]]:
    if avant is None or apres is None:
        return
    noms = [cote.territoire.directory.quartiers[cote.vue.fiche.zone].nom for cote in (avant, apres)]
    if noms[0] != noms[1]:
        yield ("zone",), Changement("Quartier", (noms[0],), (noms[1],))
    if avant.vue.slug != apres.vue.slug:
        yield ("slug",), Changement("Nom du fichier, et adresse de la page", (avant.vue.slug,), (apres.vue.slug,))
    if avant.vue.position and apres.vue.position and avant.vue.position != apres.vue.position:
        carte = plan(apres.territoire.directory)
        (x, y), (z, t) = carte.point(avant.vue.position), carte.point(apres.vue.position)
        yield ("position",), Changement("Position sur la carte", (), (f"déplacée de {longueur(hypot(x - z, y - t), langue)}",))
    elif avant.vue.position != apres.vue.position:
        connues = (("connue",) if cote.vue.position else () for cote in (avant, apres))
        yield ("position",), Changement("Position sur la carte", *connues)
    if avant.vue.precision and apres.vue.precision and avant.vue.precision != apres.vue.precision:
        yield ("precision",), Changement("Ce que situe la position", *((PRECISION[c.vue.precision].dit,) for c in (avant, apres)))
    elif apres.vue.environ and not avant.vue.precision:
        yield ("precision",), Changement("Ce que situe la position", (), (PRECISION[apres.vue.precision].dit,))


def _bruts(avant: Cote | None, apres: Cote | None) -> Iterator[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    """The fields that are written otherwise, as they are written: nothing may change unseen."""
    for champ, info in Fiche.model_fields.items():
        a, b = (_sans_position(cote.brut.get(champ)) if cote else None for cote in (avant, apres))
        if a != b:
            yield champ, info.title, tuple(_lignes(a)), tuple(_lignes(b))


def _sans_position(valeur: object) -> object:
    """Two numbers tell a reader nothing: the map does, and how far it moved."""
    return {nom: v for nom, v in valeur.items() if nom != "position"} if isinstance(valeur, dict) else valeur


def _lignes(valeur: object) -> Iterator[str]:
    """A written value as short lines: the items of a list, the fields of a block."""
    if isinstance(valeur, dict):
        yield from (f"{nom.replace('_', ' ')} : {', '.join(_lignes(v))}" for nom, v in valeur.items())
    elif isinstance(valeur, list):
        yield from (", ".join(_lignes(v)) for v in valeur)
    elif valeur not in (None, ""):
        yield visible(str(valeur), 160)


def sans_le_commun(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both without the lines that both have."""
    return tuple(ligne for ligne in a if ligne not in b), tuple(ligne for ligne in b if ligne not in a)
