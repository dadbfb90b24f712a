"""Which texts of a territory can be said in another language, and the path that names each of them.

    besoins.douche.nom    fiches.maison.services.douche.presentation    annuaire.urgences.115.pour

What stands on a door, a sign or a letter box is not among them: a reader must recognise it as it is written there.
Names of neighbourhoods and landmarks are, for who reads another script: the signs keep the French one, which follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from babel import Locale

from quifaitquoi.annuaire.model.annuaire import Urgence
from quifaitquoi.annuaire.model.confiance import AConfirmer, Fermeture
from quifaitquoi.annuaire.model.dates import DateAnnoncee
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.droit import Cas
from quifaitquoi.annuaire.model.feries import FerieLocal
from quifaitquoi.annuaire.model.fiche import Fiche, Service
from quifaitquoi.annuaire.model.genres import GENRES
from quifaitquoi.annuaire.model.lieu import Arret, Numero
from quifaitquoi.annuaire.model.manques import Demande
from quifaitquoi.annuaire.model.quartier import Quartier, Repere
from quifaitquoi.annuaire.model.sortes import champs as champs_de
from quifaitquoi.annuaire.model.types import Element, Sorte
from quifaitquoi.annuaire.model.vocabulaire import LangueParlee, Sigle, Vocabulaire
from quifaitquoi.langues import Traduit, langue

# What finds an acronym is French, as it is.
PAS_DITS: dict[type[Element], tuple[str, ...]] = {Sigle: ("presentation", "synonymes")}
# In a list, what tells one item from the others even when the list is put in another order.
CLES: dict[type[Element], str] = {
    Service: "quoi", Fermeture: "du", AConfirmer: "champ", Arret: "lieu", Numero: "numero", Urgence: "numero", FerieLocal: "quand",
    Cas: "si", DateAnnoncee: "le", Demande: "cle"}
LISTES = tuple(Vocabulaire.model_fields)
# The fields of the directory that hold many elements with something to say. School holidays are never named, whoever hangs our
# sheets is nobody's to read.
DITS = tuple(genre.dossier or genre.nom for genre in GENRES.values() if genre.dossier or genre.nom == "reperes")
# Those that are too many for a catalogue to have them all.
NOMBREUX = ("organismes", "annonces", "fiches")
VIRGULE = re.compile(r"\s*[,،、]\s*")

# From the path and the French text to the text to put in its place; the same text to leave it.
Dire = Callable[[str, str], str]


def transformer(element: Element, chemin: str, dire: Dire) -> Element:
    """A copy of `element` whose texts are those that `dire` gives; itself where none differs."""
    change = {}
    dits = _dits(element)
    for nom in type(element).model_fields:
        valeur = getattr(element, nom, None)  # what a faulty file lacks is nobody's to translate
        if valeur is not None:
            nouvelle = _valeur(valeur, f"{chemin}.{nom}", dire, nom in dits)
            if nom == "nom" and _est_un_panneau(element):
                nouvelle = _avec_le_panneau(dire(f"{chemin}.nom", valeur), valeur)
            if nouvelle is not valeur:
                change[nom] = nouvelle
    if "synonymes" in dits and change:
        change["synonymes"] = _cherches(element, change)
    return element.model_copy(update=change) if change else element


def _dits(element: Element) -> tuple[str, ...]:
    if isinstance(element, LangueParlee):
        # CLDR names most languages in most others; the few that it does not know are texts like any other.
        return () if element.slug.replace("-", "_") in Locale.parse("en").languages else ("nom",)
    tous = champs_de(type(element), Sorte.DITE, Sorte.CHERCHEE)
    champs = tuple(nom for nom in tous if nom not in PAS_DITS.get(type(element), ()))
    # Nobody stands before the door of a phone line, or of « everywhere »: their names only describe.
    if (isinstance(element, Fiche) and element.genre == "telephone") or (
        isinstance(element, Quartier) and element.etendue == "partout"
    ):
        return ("nom", *champs)
    return champs


def _est_un_panneau(element: Element) -> bool:
    return isinstance(element, Repere) or isinstance(element, Quartier) and element.etendue == "quartier"


def _avec_le_panneau(dit: str, panneau: str) -> str:
    """« الميناو (Meinau) »: how it is said, then how it is written where one stands; no brackets inside others."""
    if dit is panneau or panneau in dit:
        return dit
    return Traduit.de(f"{dit} · {panneau}" if "(" in panneau else f"{dit} ({panneau})", getattr(dit, "ancien", False))


def _valeur(valeur: object, chemin: str, dire: Dire, dite: bool) -> object:
    if isinstance(valeur, str):
        return dire(chemin, valeur) if dite else valeur
    if isinstance(valeur, Element):
        return transformer(valeur, chemin, dire)
    if isinstance(valeur, dict):
        nouvelles = {cle: _valeur(v, f"{chemin}.{cle}", dire, False) for cle, v in valeur.items()}
        return valeur if all(nouvelles[cle] is v for cle, v in valeur.items()) else nouvelles
    if isinstance(valeur, tuple) and valeur and isinstance(valeur[0], str) and dite:
        francais = ", ".join(valeur)
        dit = dire(chemin, francais)
        return valeur if dit is francais else tuple(mot for mot in VIRGULE.split(dit) if mot)
    if isinstance(valeur, tuple):
        vus: dict[str, int] = {}
        nouvelles = tuple(_valeur(v, f"{chemin}.{_cle(v, vus)}", dire, False) if isinstance(v, Element) else v for v in valeur)
        return valeur if all(a is b for a, b in zip(nouvelles, valeur, strict=True)) else nouvelles
    return valeur


def _cle(element: Element, vus: dict[str, int]) -> str:
    cle = re.sub(r"[^\w]+", "-", str(getattr(element, CLES.get(type(element), ""), ""))).strip("-")
    vus[cle] = vus.get(cle, 0) + 1
    return cle if vus[cle] == 1 else f"{cle}.{vus[cle]}"


def _cherches(element: Element, change: dict) -> tuple[str, ...]:
    """What finds a term: the words of the reader's language, and the French ones that stand on papers and doors."""
    francais = (element.nom, *(element.synonymes or ())) if "nom" in change else element.synonymes or ()
    return tuple(dict.fromkeys((*(change.get("synonymes") or ()), *francais)))


def traduire(directory: Directory, dire: Dire) -> Directory:
    """The directory with the texts that `dire` gives; what it leaves is shared with the original."""
    listes = {nom: _valeur(getattr(directory.vocabulaire, nom), nom, dire, False) for nom in LISTES}
    return replace(
        directory, annuaire=transformer(directory.annuaire, "annuaire", dire),
        vocabulaire=directory.vocabulaire.model_copy(update=listes),
        manques=directory.manques and transformer(directory.manques, "manques", dire),
        **{nom: {slug: _sien(element, f"{nom}.{slug}", dire) for slug, element in getattr(directory, nom).items()} for nom in DITS})


def _sien(element: Element, chemin: str, dire: Dire) -> Element:
    """What the program brought is translated by its own catalogues."""
    return element if getattr(element, "national", False) else transformer(element, chemin, dire)


def attendus(directory: Directory, code: str) -> list[str]:
    """The paths that a catalogue of that language always has, translated or not: texts of fiches are many, and a town's stops
    are called what their signs say."""
    autres = not langue(code).latine
    panneaux = {f"quartiers.{q.slug}.nom": autres for q in directory.quartiers.values() if _est_un_panneau(q)}
    panneaux |= {f"reperes.{r.slug}.nom": autres and r.genre != "arret" for r in directory.reperes.values()}
    return [chemin for chemin, _ in textes(directory, fiches=False) if panneaux.get(chemin, True)]


def textes(directory: Directory, fiches: bool = True) -> Iterator[tuple[str, str]]:
    """Every text that can be translated, with its path: what holds for the whole territory, then organisations and fiches."""
    trouves: list[tuple[str, str]] = []

    def note(chemin: str, texte: str) -> str:
        trouves.append((chemin, texte))
        return texte

    traduire(replace(directory, manques=None, **dict.fromkeys(NOMBREUX, {})), note)
    if fiches:
        if directory.manques:
            transformer(directory.manques, "manques", note)
        for nom in NOMBREUX:
            for slug, element in getattr(directory, nom).items():
                _sien(element, f"{nom}.{slug}", note)
    yield from trouves
