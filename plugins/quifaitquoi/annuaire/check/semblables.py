"""Which places are probably one: almost the same name nearby or at the same address, or the same phone there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import cos, radians

from rapidfuzz import fuzz

from quifaitquoi.annuaire.geographie import METRES_PAR_DEGRE, metres
from quifaitquoi.annuaire.model.annuaire import Annuaire
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.telephone import est_court, lien
from quifaitquoi.base.texte import cle_de_tri

RAYON = 100  # metres
LARGEUR = 0.002  # degrees of longitude: a cell is wider than the radius everywhere below 60° of latitude
HAUTEUR = 1.001 * RAYON / METRES_PAR_DEGRE  # the radius in degrees of latitude, and a little more
RESSEMBLANCE = 85
ARTICLES = frozenset(("le", "la", "les", "l", "un", "une", "au", "aux"))
# As streets are shortened on signs and letters.
ABREGES = {
    "av": "avenue", "ave": "avenue", "bd": "boulevard", "bld": "boulevard", "blvd": "boulevard", "boul": "boulevard", "pl": "place",
    "r": "rue", "imp": "impasse", "all": "allee", "ch": "chemin", "che": "chemin", "chem": "chemin", "rte": "route",
    "fg": "faubourg", "fbg": "faubourg", "sq": "square", "crs": "cours", "pass": "passage", "res": "residence",
    "st": "saint", "ste": "sainte",
    "dr": "docteur", "gal": "general", "mal": "marechal", "b": "bis"}


@dataclass(frozen=True)
class Lieu:
    """What places are compared by: the name and the street as `nom_compare` and `rue_comparee` read them, position and phones.

    `quoi` is whatever the place is to whoever compares.
    """

    quoi: object
    nom: str
    rue: tuple[str, str] | None
    position: tuple[float, float] | None
    numeros: tuple[str, ...]
    pays: str

    @cached_property
    def telephones(self) -> frozenset[str]:
        """As they are dialled; a short number answers for the whole country. Only asked of those that share a street."""
        return frozenset(lien(numero, self.pays) for numero in self.numeros if not est_court(numero, self.pays))


class Voisinage:
    """Places already known, each found again by its street or by the cell that it is in."""

    def __init__(self) -> None:
        self._par_rue: dict[tuple[str, str], list[Lieu]] = defaultdict(list)
        self._par_case: dict[tuple[int, int], list[Lieu]] = defaultdict(list)

    def ajoute(self, un: Lieu) -> None:
        if un.rue:
            self._par_rue[un.rue].append(un)
        if un.position:
            self._par_case[_case(un.position)].append(un)

    def semblables(self, un: Lieu) -> Iterator[tuple[Lieu, str]]:
        """Those that are probably the same: by the same address, else within the radius; with what brings them together, in
        which {} is the name of the other."""
        for autre in self._par_rue.get(un.rue, ()) if un.rue else ():
            if meme_nom(un.nom, autre.nom):
                yield autre, "ressemble beaucoup à {}, à la même adresse"
            elif un.telephones & autre.telephones:
                yield autre, "a l'adresse et le téléphone de {}"
        for autre in self._voisins(un.position) if un.position else ():
            if (not (un.rue and un.rue == autre.rue) and metres(un.position, autre.position) <= RAYON
                    and meme_nom(un.nom, autre.nom)):
                yield autre, f"ressemble beaucoup à {{}}, à moins de {RAYON} mètres"

    def _voisins(self, position: tuple[float, float]) -> Iterator[Lieu]:
        """Those in a square around the circle: a plain comparison saves four distances in five."""
        latitude, longitude = position
        largeur = HAUTEUR / cos(radians(min(abs(latitude) + HAUTEUR, 89)))
        x, y = _case(position)
        for case in [(x + i, y + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]:
            for autre in self._par_case.get(case, ()):
                la, lo = autre.position
                if -HAUTEUR < latitude - la < HAUTEUR and -largeur < longitude - lo < largeur:
                    yield autre


def semblables(lieux: Iterable[Lieu]) -> Iterator[tuple[Lieu, Lieu, str]]:
    """Each pair of them once. Cells keep this linear."""
    connus = Voisinage()
    for un in lieux:
        yield from ((un, autre, pourquoi) for autre, pourquoi in connus.semblables(un))
        connus.ajoute(un)


def lieu(quoi: object, fiche: Fiche, annuaire: Annuaire) -> Lieu:
    """A fiche as it is compared."""
    adresse = fiche.adresse
    ville = nom_compare(adresse and adresse.commune or annuaire.territoire)
    rue = (rue_comparee(adresse.voie), ville) if adresse and adresse.voie else None
    numeros = tuple(n.numero for n in fiche.contact.numeros) if fiche.contact else ()
    return Lieu(quoi, nom_compare(fiche.nom), rue, adresse.position if adresse else None, numeros, annuaire.pays)


def nom_compare(nom: str) -> str:
    """« Croix du Sud » is « La Croix du Sud »."""
    premier, *suite = _mots(nom) or [""]
    return " ".join(suite if suite and premier in ARTICLES else [premier, *suite])


def rue_comparee(voie: str) -> str:
    """« 11 av. Foch » is « 11 avenue Foch »."""
    return " ".join(ABREGES.get(mot, mot) for mot in _mots(voie))


def meme_nom(un: str, autre: str) -> bool:
    return max(fuzz.ratio(un, autre), fuzz.token_sort_ratio(un, autre)) >= RESSEMBLANCE


def _mots(texte: str) -> list[str]:
    return re.findall(r"\w+", cle_de_tri(texte))


def _case(position: tuple[float, float]) -> tuple[int, int]:
    return int(position[0] // HAUTEUR), int(position[1] // LARGEUR)
