"""What one can be told about: a fiche cut where its services or its stops differ in hours, door, price, public or language.

« A shower now » must look at the hours of the shower, not at those of the house around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date

from quifaitquoi.annuaire.enrich import FicheVue, ServiceVu
from quifaitquoi.annuaire.model.accueil import Publics
from quifaitquoi.annuaire.model.confiance import Complet
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.lieu import Arret, Numero
from quifaitquoi.annuaire.model.vocabulaire import Vocabulaire
from quifaitquoi.horaires import Horaires
from quifaitquoi.langues.marques import N_
from quifaitquoi.paroles import valeurs
from quifaitquoi.paroles.acces import porte_en_bref
from quifaitquoi.paroles.valeurs import Valeur


@dataclass(frozen=True)
class Condition:
    """A fact that one can filter by: where its bits are in `conditions` (0 in them is « non renseigné »), and its values.

    `filtre` holds the values that the filter keeps; `dites` holds the values that a card tells, in words.
    """

    place: int
    masque: int
    valeurs: Mapping[str, Valeur]
    filtre: tuple[str, ...]
    dites: Mapping[str, str]


def _toutes(valeurs: Mapping[str, Valeur]) -> dict[str, str]:
    return {nom: valeur.dit for nom, valeur in valeurs.items()}


# The browser reads them from the index.
CONDITIONS = {
    "rendez_vous": Condition(0, 3, valeurs.RENDEZ_VOUS, ("sans",), _toutes(valeurs.RENDEZ_VOUS)),
    "tarif": Condition(2, 7, valeurs.TARIF, ("gratuit",), _toutes(valeurs.TARIF)),
    # « oui » alone would not say to what.
    "plain_pied": Condition(5, 3, valeurs.OUI_NON, ("oui",), {"oui": valeurs.ACCESSIBILITE["plain_pied"].dit}),
    "animaux": Condition(7, 3, valeurs.ANIMAUX, ("acceptes",), {"acceptes": valeurs.ANIMAUX["acceptes"].dit}),
    "consommation": Condition(11, 7, valeurs.CONSOMMATION, ("avant", "sur-place"),
                              {nom: valeurs.CONSOMMATION[nom].dit for nom in ("avant", "sur-place")}),
    # What is said stays between two people, or within the team; told to anybody else, it is no secret.
    "secret": Condition(14, 3, valeurs.OUI_NON, ("oui",), {"oui": N_("Ce que vous dites reste secret")}),
    "vous_accompagne": Condition(16, 3, valeurs.OUI_NON, ("oui",), {"oui": N_("Quelqu'un vient avec vous, ailleurs")}),
    "chez_vous": Condition(18, 3, valeurs.OUI_NON, ("oui",), {"oui": N_("Possible chez vous")}),
    "video": Condition(20, 3, valeurs.OUI_NON, ("oui",), {"oui": N_("En vidéo")}),
    "telephone": Condition(22, 3, valeurs.OUI_NON, ("oui",), {"oui": N_("Par téléphone")}),
}
INCONDITIONNEL = 1 << 9
CLOS = 1 << 10  # inside a place where the public does not go

ENTRE_NOUS = frozenset(("personne", "equipe"))
OU = {"chez_vous": "chez-vous", "video": "video", "telephone": "telephone"}

FEMMES, HOMMES = "femmes", "hommes"


@dataclass(frozen=True)
class Unite:
    """One answer: some needs, at one place, at the same hours and under the same conditions."""

    besoins: tuple[str, ...]
    horaires: Horaires | None
    position: tuple[float, float] | None
    langues: tuple[str, ...]
    publics: tuple[str, ...]
    conditions: int
    porte: str | None
    complet: Complet | None
    # Terms of the vocabulary: what is not asked there, what is.
    sans: tuple[str, ...] = ()
    demande: tuple[str, ...] = ()
    # What somebody there has lived.
    vecu: tuple[str, ...] = ()
    # Whom to call for it, where that is not who answers for the whole place.
    numeros: tuple[Numero, ...] = ()
    arret: str | None = None
    du: date | None = None
    au: date | None = None


def voulus(vocabulaire: Vocabulaire, slug: str) -> frozenset[str]:
    """The needs that a need, or a family of needs, stands for."""
    return frozenset(b.slug for b in vocabulaire.besoins.values() if slug in (b.slug, *b.racines))


def qui_repond(vue: FicheVue, besoins: Set[str] = frozenset()) -> list[Unite]:
    """Those that answer one of these needs; without any, the fiche as a whole, or all its parts where each has hours of its own."""
    return qui_parmi(unites(vue), besoins)


def qui_parmi(toutes: list[Unite], besoins: Set[str]) -> list[Unite]:
    """As `qui_repond`, where the parts of the fiche are known."""
    if besoins:
        return [unite for unite in toutes if besoins.intersection(unite.besoins)] or toutes[:1]
    return toutes if toutes[0].horaires is None or toutes[0].arret else toutes[:1]


def entree(unite: Unite) -> list[str]:
    """How one gets in there, as its card says it: the door, then the conditions that one can filter by."""
    codes = {nom: unite.conditions >> c.place & c.masque for nom, c in CONDITIONS.items()}
    dites = [c.dites[valeur] for nom, c in CONDITIONS.items() for valeur in c.dites if c.valeurs[valeur].code == codes[nom]]
    return ([unite.porte] if unite.porte else []) + dites


def unites(vue: FicheVue) -> list[Unite]:
    """At least one. The first speaks for the fiche as a whole."""
    f = vue.fiche
    groupes: dict[tuple, list[str]] = {}
    general = (vue.horaires, *_propres(vue, f), vue.complet, ())
    if vue.horaires is not None or len(f.services) > 1:
        groupes[general] = []
    for service in vue.services:
        if (etat := service.service.etat) and not etat.en_service:
            continue  # this service is not there now; its fiche says so
        groupes.setdefault(_cle(vue, service), []).append(service.besoin.slug)
    if not groupes:
        groupes[general] = []
    return [_unite(cle, tuple(dict.fromkeys(besoins)), lieu, vue)
            for cle, besoins in groupes.items() for lieu in _lieux(vue)]


def _cle(vue: FicheVue, service: ServiceVu) -> tuple:
    # Most services say nothing of their own: composing again for each would cost more than all the rest.
    horaires = service.horaires if service.service.horaires is not None else vue.horaires
    contact = service.service.contact
    return (horaires, *_propres(vue, service), service.complet, contact.numeros if contact else ())


def _lieux(vue: FicheVue) -> list[Arret | None]:
    """The stops that a round still has, else the place itself."""
    return list(vue.arrets) or [None]


def _unite(cle: tuple, besoins: tuple[str, ...], arret: Arret | None, vue: FicheVue) -> Unite:
    horaires, langues, publics, conditions, porte, sans, demande, vecu, complet, numeros = cle
    if arret is None:
        return Unite(besoins, horaires, vue.position, langues, publics, conditions, porte, complet, sans, demande, vecu, numeros)
    ici = vue.horaires_de(arret) or horaires
    return Unite(besoins, ici, arret.position, langues, publics, conditions, porte, complet, sans, demande, vecu, numeros,
                 arret.lieu, arret.du, arret.au)


def _propres(vue: FicheVue, x: Fiche | ServiceVu) -> tuple:
    langues, publics, pairs, acces, cout = x.langues, x.publics, x.pairs, x.acces, x.cout
    parlees = (*(langues.parlees or ()), *(langues.mediateur or ()), *(langues.interprete or ())) if langues else ()
    parlees += (pairs.langues or ()) if pairs else ()
    parlees += tuple(code for metier in x.equipe or () for code in metier.langues or ())
    accessibilite = vue.fiche.accessibilite
    dites = {"rendez_vous": acces and acces.rendez_vous, "tarif": cout and cout.tarif, "animaux": acces and acces.animaux,
             "consommation": acces and acces.consommation, "vous_accompagne": acces and acces.vous_accompagne,
             "secret": acces and acces.secret and ("oui" if ENTRE_NOUS.issuperset(acces.secret) else "non"),
             **{nom: acces and acces.ou and ("oui" if ou in acces.ou else "non") for nom, ou in OU.items()},
             "plain_pied": accessibilite and accessibilite.plain_pied}
    conditions = INCONDITIONNEL if publics and publics.accueil == "inconditionnel" else 0
    if acces and acces.ouvert_a:
        conditions |= CLOS
    for nom, valeur in dites.items():
        if valeur:
            conditions |= CONDITIONS[nom].valeurs[valeur].code << CONDITIONS[nom].place
    exigences = (acces.sans_exiger or (), acces.conditions or ()) if acces else ((), ())
    return tuple(dict.fromkeys(parlees)), tuple(dict.fromkeys(_publics(publics))), conditions, porte_en_bref(acces), \
        *exigences, pairs.vecu if pairs else ()


def _publics(publics: Publics | None) -> Iterator[str]:
    if publics is None:
        return
    yield from publics.situations or ()
    if publics.genre in (FEMMES, "tous"):
        yield FEMMES
    if publics.genre in (HOMMES, "tous"):
        yield HOMMES
    yield from publics.familles or ()
