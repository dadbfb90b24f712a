"""A changed announcement, right, guide or list of relays in sentences, as fiches are: what each of its fields said and says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date

from quifaitquoi.annuaire.model.annonce import Annonce, QuandAnnonce
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.droit import Cas, Droit, OuvertPar
from quifaitquoi.annuaire.model.lieu import Contact
from quifaitquoi.annuaire.model.relais import Relais
from quifaitquoi.annuaire.model.ressource import Ressource
from quifaitquoi.annuaire.model.sortes import termes
from quifaitquoi.annuaire.model.types import DatePartielle, Element
from quifaitquoi.paroles import texte
from quifaitquoi.paroles.annonces import quand
from quifaitquoi.paroles.contact import contact
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.relais import relais
from quifaitquoi.paroles.ressources import GENRE, POUR
from quifaitquoi.suivi.relecture.faits import Changement, sans_le_commun


@dataclass(frozen=True)
class Genre:
    """How a kind of file is called, alone and among others, and that it is new, changed or gone."""

    avec_article: str
    pluriel: str
    nouveau: str
    change: str
    retire: str


GENRES = {
    "annonce": Genre("l'annonce", "annonces", "Nouvelle annonce", "Annonce changée", "Annonce retirée"),
    "droit": Genre("le droit", "droits", "Nouveau droit", "Droit changé", "Droit retiré"),
    "ressource": Genre("la ressource", "ressources", "Nouvelle ressource", "Ressource changée", "Ressource retirée"),
    "relais": Genre("la liste des relais", "listes de relais", "Nouvelle liste des relais", "Liste des relais changée",
                    "Liste des relais retirée"),
}
# Words that a field is written in → what its page says of them.
EN_MOTS = {(Ressource, "genre"): GENRE, (Ressource, "pour"): POUR}


def nom(element: Element, slug: str) -> str:
    """What it is called."""
    match element:
        case Annonce():
            return element.titre
        case Droit() | Ressource():
            return element.nom
    return slug


def retenue(element: Element, directory: Directory, discretes: Set[str]) -> bool:
    """Whether it is about a place whose address is withheld, or was (`discretes`), or that nobody knows any more."""
    fiches = {slug: directory.fiches.get(slug) for slug in _fiches(element)}
    return any(fiche is None or fiche.confidentialite or slug in discretes for slug, fiche in fiches.items())


def _fiches(element: Element) -> tuple[str, ...]:
    """The fiches that it names."""
    match element:
        case Annonce() | Ressource():
            return (element.fiche,) if element.fiche else ()
        case Droit() if element.ouvert_par:
            return tuple(guichet.fiche for guichet in element.ouvert_par.fiches or ())
    return ()


def changements(avant: Element | None, apres: Element, directories: tuple[Directory, Directory]) -> tuple[Changement, ...]:
    """Everything that differs; all that it says where nothing was before. `directories`: as the territory was, and as it is."""
    vieux, neuf = (dict(_faits(un, directory)) if un else {} for un, directory in zip((avant, apres), directories, strict=True))
    vides = _absences(type(apres)) if avant else {}
    return tuple(Changement(titre, *sans_le_commun(*(cote.get(titre) or vides.get(titre, ()) for cote in (vieux, neuf))))
                 for titre in dict.fromkeys((*neuf, *vieux)) if vieux.get(titre) != neuf.get(titre))


def _absences(modele: type[Element]) -> dict[str, tuple[str, ...]]:
    """What each field means where it is not written, as its description says: « Absent : il n'a pas de fin. »"""
    dites = {info.title: re.search(r"Absente? : ([^.]+)\.", info.description or "") for info in modele.model_fields.values()}
    return {titre: (f"rien d'écrit : {dite[1]}",) for titre, dite in dites.items() if dite}


def _faits(element: Element, directory: Directory) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(title of a field, lines) of all that is written, whatever the field: nothing may change unseen."""
    parole = Parole.de_la_source(directory)
    for champ, info in type(element).model_fields.items():
        if lignes := tuple(_lignes(parole, element, champ)):
            yield info.title, lignes


def _lignes(parole: Parole, bloc: Element, champ: str) -> Iterator[str]:
    """The lines that a field says: one for each thing of a list."""
    valeur, liste = getattr(bloc, champ), termes(type(bloc)).get(champ)
    for un in valeur if isinstance(valeur, tuple) else () if valeur is None else (valeur,):
        match un:
            case Contact():
                yield from (texte.fait(parole, fait) for fait in contact(parole, un))
            case QuandAnnonce():
                yield texte.en_texte(parole, quand(parole, bloc))
            case OuvertPar():
                yield from _lignes(parole, un, "fiches")
                yield from (f"Tous les services qui répondent à : {besoin}" for besoin in _lignes(parole, un, "besoins"))
            case Cas():
                suite = ", ".join(_lignes(parole, un, "besoins"))
                yield f"{un.si} : {un.alors}" + (f" (suite : {suite})" if suite else "")
            case Relais():
                yield " · ".join(relais(parole, un))
            case Element():
                yield " · ".join(ligne for sien in type(un).model_fields for ligne in _lignes(parole, un, sien))
            case date() | DatePartielle():
                yield parole.date(un)
            case _ if (type(bloc), champ) in EN_MOTS:
                yield EN_MOTS[type(bloc), champ][un].dit
            case _:
                yield _nom(parole.directory, liste, champ, str(un))


def _nom(directory: Directory, liste: str | None, champ: str, ecrit: str) -> str:
    """What is called so, by its name; anything else as it is written."""
    connus = (getattr(directory.vocabulaire, liste, {}) if liste else directory.fiches if champ == "fiche"
              else directory.quartiers if champ == "quartiers" else {})
    return connus[ecrit].nom if ecrit in connus else ecrit
