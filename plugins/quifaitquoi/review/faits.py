"""What a fiche says, fact by fact, on both sides of a change: only what differs, in the words of its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import hypot

from quifaitquoi.base.texte import visible
from quifaitquoi.enrich import FicheVue, Territoire
from quifaitquoi.horaires import Horaires, semaine
from quifaitquoi.horaires.modele import suites
from quifaitquoi.langues import Langue
from quifaitquoi.maps.plan import plan
from quifaitquoi.maps.situation import longueur
from quifaitquoi.model.fiche import Fiche
from quifaitquoi.upkeep.mots import parole_de
from quifaitquoi.upkeep.questions import Redacteur

# The sheet asks questions: beside two answers a name says more.
TITRES = {"nom": "Nom et présentation", "fermetures": "Fermetures"}
# Fields that a fact of another name tells too.
AVEC = {"etat": "nom", "presentation": "nom", "complet": "fermetures"}
# What the sheet has no room for, in the blocks that it tells: (field, what its items are called by) → what is told as written.
DETAILS = {
    ("services", "Service", ("nom", "quoi")): ("complet", "etat"),
    ("tournee", "Arrêt", ("lieu",)): ("commune", "y_aller", "du", "au"),
}


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
    langue = parole_de((apres or avant).territoire).langue
    trouves: list[tuple[str, Changement]] = [*_heures(avant, apres, langue), *_dits(avant, apres), *_place(avant, apres, langue)]
    racontes = {champ for champ, _ in trouves}
    restes = [Changement(titre, *_sans_le_commun(a, b)) for champ, titre, a, b in _bruts(avant, apres)
              if AVEC.get(champ, champ) not in racontes]
    return (*(changement for _, changement in trouves), *restes)


def _dits(avant: Cote | None, apres: Cote | None) -> Iterator[tuple[str, Changement]]:
    vieux, neufs = (_faits(cote) if cote else {} for cote in (avant, apres))
    for cle in [*neufs, *(c for c in vieux if c not in neufs)]:
        a, b = vieux.get(cle, ()), neufs.get(cle, ())
        if a != b:
            yield cle[0], Changement(cle[1], *_sans_le_commun(a, b))


def _faits(cote: Cote) -> dict[tuple[str, str], tuple[str, ...]]:
    """What the call sheet would read out, but hours: (field, title) → lines."""
    sans_heures = {"horaires": None}
    vue = replace(
        cote.vue, fiche=cote.vue.fiche.model_copy(update=sans_heures),
        services=tuple(replace(vu, service=vu.service.model_copy(update=sans_heures)) for vu in cote.vue.services))
    faits = {}
    for question in Redacteur(cote.territoire, parole_de(cote.territoire)).questionnaire(vue).posees:
        champ = question.champ.split(".")[0].split("[")[0]
        if not question.cru or champ == "confidentialite":
            continue
        if champ == "services":
            faits[champ, f"Service « {question.cru[0]} »"] = _un_par_un(question.cru[1:]) or ("proposé",)
        else:
            faits[champ, TITRES.get(champ, question.titre)] = _un_par_un(question.cru)
    return faits | _details(cote.brut)


def _details(brut: dict) -> dict[tuple[str, str], tuple[str, ...]]:
    details = {}
    for (champ, genre, noms), dits in DETAILS.items():
        for bloc in brut.get(champ) or ():
            nom = next(bloc[nom] for nom in noms if bloc.get(nom))
            if lignes := tuple(_lignes({dit: bloc[dit] for dit in dits if dit in bloc})):
                details[champ, f"{genre} « {nom} », précisions"] = lignes
    return details


def _un_par_un(lignes: tuple[str, ...]) -> tuple[str, ...]:
    """The sheet puts several facts on one line, for want of room."""
    return tuple(fait for ligne in lignes for fait in ligne.split(" · "))


def _heures(avant: Cote | None, apres: Cote | None, langue: Langue) -> Iterator[tuple[str, Changement]]:
    """The week, day by day; days in a row that change alike are told together."""
    vieux, neufs = (_semaines(cote, langue) if cote else {} for cote in (avant, apres))
    cles = [*neufs, *(c for c in vieux if c not in neufs)]
    groupes: dict[tuple, list[int]] = {}
    for rang, cle in enumerate(cles):
        if vieux.get(cle) != neufs.get(cle):
            groupes.setdefault((*cle[:2], vieux.get(cle), neufs.get(cle)), []).append(rang)
    for (champ, devant, a, b), rangs in groupes.items():
        quand = [cles[debut][2] + (f" à {cles[fin][2]}" if fin > debut else "") for debut, fin in suites(rangs)]
        yield champ, Changement(f"{devant}{', '.join(quand)}", (a,) if a else (), (b,) if b else ())


def _semaines(cote: Cote, langue: Langue) -> dict[tuple[str, str, str], str]:
    """(field, what opens, when) → hours."""
    fiche = cote.vue.fiche
    ouvertures = [("horaires", "", fiche.horaires)]
    ouvertures += [("services", f"Service « {s.nom} », ", s.service.horaires) for s in cote.vue.services]
    return {(champ, devant, quand): heures for champ, devant, horaires in ouvertures if horaires
            for quand, heures in _semaine(horaires, langue)}


def _semaine(horaires: Horaires, langue: Langue) -> Iterator[tuple[str, str]]:
    table = semaine(horaires, langue)
    for titre, jours in [("", table.jours), *((f"{saison.titre}, ", saison.jours) for saison in table.saisons)]:
        yield from ((f"{titre}{jour.nom}", ", ".join(jour.plages)) for jour in jours)
    yield from ((ligne.quand, ligne.quoi) for ligne in table.autres)


def _place(avant: Cote | None, apres: Cote | None, langue: Langue) -> Iterator[tuple[str, Changement]]:
    if avant is None or apres is None:
        return
    noms = [cote.territoire.directory.quartiers[cote.vue.fiche.zone].nom for cote in (avant, apres)]
    if noms[0] != noms[1]:
        yield "zone", Changement("Quartier", (noms[0],), (noms[1],))
    if avant.vue.slug != apres.vue.slug:
        yield "slug", Changement("Nom du fichier, et adresse de la page", (avant.vue.slug,), (apres.vue.slug,))
    if avant.vue.position and apres.vue.position and avant.vue.position != apres.vue.position:
        carte = plan(apres.territoire.directory)
        (x, y), (z, t) = carte.point(avant.vue.position), carte.point(apres.vue.position)
        yield "position", Changement("Position sur la carte", (), (f"déplacée de {longueur(hypot(x - z, y - t), langue)}",))
    elif avant.vue.position != apres.vue.position:
        connues = (("connue",) if cote.vue.position else () for cote in (avant, apres))
        yield "position", Changement("Position sur la carte", *connues)


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


def _sans_le_commun(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(ligne for ligne in a if ligne not in b), tuple(ligne for ligne in b if ligne not in a)
