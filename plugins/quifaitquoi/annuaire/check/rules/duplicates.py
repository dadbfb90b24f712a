"""Two fiches that probably describe one place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from quifaitquoi.annuaire.check.context import Contexte, Signal, regle
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.geographie import METRES_PAR_DEGRE, metres
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.telephone import est_court, lien
from quifaitquoi.base.texte import cle_de_tri, visible

RAYON = 100  # metres
CASE = 0.002  # degrees: a cell is wider than the radius everywhere below 60° of latitude
HAUTEUR = 1.001 * RAYON / METRES_PAR_DEGRE  # the radius in degrees of latitude, and a little more
RESSEMBLANCE = 85
CITES = 3  # how many fiches like it a message names; where there are more, the first and their number
ARTICLES = frozenset(("le", "la", "les", "l", "un", "une", "au", "aux"))
# As streets are shortened on signs and letters.
ABREGES = {
    "av": "avenue", "ave": "avenue", "bd": "boulevard", "bld": "boulevard", "blvd": "boulevard", "boul": "boulevard", "pl": "place",
    "r": "rue", "imp": "impasse", "all": "allee", "ch": "chemin", "che": "chemin", "chem": "chemin", "rte": "route",
    "fg": "faubourg", "fbg": "faubourg", "sq": "square", "crs": "cours", "pass": "passage", "res": "residence",
    "st": "saint", "ste": "sainte",
    "dr": "docteur", "gal": "general", "mal": "marechal", "b": "bis"}


@regle("doublon-probable", "avertissement", Fiche, ailleurs=True)
def doublon_probable(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Une autre fiche porte presque le même nom, à moins de 100 mètres ou à la même adresse, ou y a le même téléphone."""
    trouves, nombre = contexte.une_fois(_doublons)
    restent = nombre[lu.chemin] - CITES
    for autre, pourquoi in trouves.get(lu.chemin, ())[:1 if restent > 0 else CITES]:
        constat = pourquoi.format(f"« {visible(autre.element.nom)} » ({autre.chemin})")
        if restent > 0:
            constat += f", et {nombre[lu.chemin] - 1} autres fiches lui ressemblent aussi"
        yield Signal(("nom",), f"{constat} : si c'est le même lieu, gardez une seule fiche ; sinon, dites-le dans « accepte »")


@dataclass(frozen=True)
class _Lieu:
    """What two fiches are compared by: the name and the street as `_nom` and `_rue` read them, the position, the phones."""

    lu: Lu
    nom: str
    rue: tuple[str, str] | None
    position: tuple[float, float] | None
    pays: str

    @cached_property
    def telephones(self) -> frozenset[str]:
        """As they are dialled; a short number answers for the whole country. Only asked of those that share a street."""
        contact = self.lu.element.contact
        numeros = contact.numeros if contact else ()
        return frozenset(lien(n.numero, self.pays) for n in numeros if not est_court(n.numero, self.pays))


def _doublons(contexte: Contexte) -> tuple[dict[str, list[tuple[Lu, str]]], Counter[str]]:
    """For each fiche's path, the first fiches like it and what brings them together, and how many; found once a check."""
    trouves: dict[str, list[tuple[Lu, str]]] = defaultdict(list)
    nombre: Counter[str] = Counter()
    for un, autre, pourquoi in _semblables(_lieux(contexte)):
        for lu, semblable in ((un.lu, autre.lu), (autre.lu, un.lu)):
            nombre[lu.chemin] += 1
            # Hundreds of one name make as many pairs as their square: no memory holds that.
            if nombre[lu.chemin] <= CITES:
                trouves[lu.chemin].append((semblable, pourquoi))
    return trouves, nombre


def _lieux(contexte: Contexte) -> Iterator[_Lieu]:
    for lu, fiche in contexte.fiches_lues:
        adresse = fiche.adresse
        # A withheld address is compared with nothing: even a message about it would tell where it is.
        if adresse and not lu.discret and not (fiche.etat and fiche.etat.statut in ("ferme", "remplace")):
            ville = _nom(adresse.commune or contexte.directory.annuaire.territoire)
            rue = (_rue(adresse.voie), ville) if adresse.voie else None
            yield _Lieu(lu, _nom(fiche.nom), rue, adresse.position, contexte.directory.annuaire.pays)


def _mots(texte: str) -> list[str]:
    return re.findall(r"\w+", cle_de_tri(texte))


def _nom(nom: str) -> str:
    """« Croix du Sud » is « La Croix du Sud »."""
    premier, *suite = _mots(nom) or [""]
    return " ".join(suite if suite and premier in ARTICLES else [premier, *suite])


def _rue(voie: str) -> str:
    """« 11 av. Foch » is « 11 avenue Foch »."""
    return " ".join(ABREGES.get(mot, mot) for mot in _mots(voie))


def _semblables(lieux: Iterable[_Lieu]) -> Iterator[tuple[_Lieu, _Lieu, str]]:
    """Each pair once: by the same address, else within the radius. Cells keep this linear."""
    par_rue: dict[tuple[str, str], list[_Lieu]] = defaultdict(list)
    par_case: dict[tuple[int, int], list[_Lieu]] = defaultdict(list)
    for lieu in lieux:
        if lieu.rue:
            for autre in par_rue[lieu.rue]:
                if _meme_nom(lieu, autre):
                    yield lieu, autre, "ressemble beaucoup à {}, à la même adresse"
                elif lieu.telephones & autre.telephones:
                    yield lieu, autre, "a l'adresse et le téléphone de {}"
            par_rue[lieu.rue].append(lieu)
        if lieu.position:
            x, y = (int(axe // CASE) for axe in lieu.position)
            voisins = (autre for i in (-1, 0, 1) for j in (-1, 0, 1) for autre in par_case.get((x + i, y + j), ()))
            yield from ((lieu, autre, f"ressemble beaucoup à {{}}, à moins de {RAYON} mètres") for autre in voisins
                        if not (lieu.rue and lieu.rue == autre.rue)
                        and -HAUTEUR < lieu.position[0] - autre.position[0] < HAUTEUR  # saves two distances in three
                        and metres(lieu.position, autre.position) <= RAYON and _meme_nom(lieu, autre))
            par_case[x, y].append(lieu)


def _meme_nom(un: _Lieu, autre: _Lieu) -> bool:
    return max(fuzz.ratio(un.nom, autre.nom), fuzz.token_sort_ratio(un.nom, autre.nom)) >= RESSEMBLANCE
