"""The street background of a territory, fond/rues.txt: one text file, read whole and understood cell by cell.

    quifaitquoi-fond 1
    boite 46.29000 -3.11000 46.37000 -2.99000      south, west, north, east
    date 2026-11-20
    attribution © les contributeurs OpenStreetMap
    @ 4632 -306 0 12 980 1003                      a cell: its corner in hundredths of a degree, the box of what it holds
    rue<TAB>Rue des Carreaux<TAB>120 45 8-3 12     kind, name, then x and y, each after the first as a step from the one before

A unit is a hundred-thousandth of a degree: about a metre. A tunnel's kind ends in « - », a bridge's in « + »; the rings of an
area are parted by « ; ». `edition/fond/` writes it; the same streets make the same bytes, and a street that moves changes its
line alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from itertools import accumulate
from pathlib import Path

from quifaitquoi.annuaire.read.faute import Faute, Illisible
from quifaitquoi.annuaire.read.source import lire_texte
from quifaitquoi.base.geometrie import Boite, Point, boite_de, se_touchent

DOSSIER, NOM, LICENCE = "fond", "rues.txt", "LICENCE.txt"
MARQUE = "quifaitquoi-fond 1"
UNITE = 100_000  # to a degree
COTE = 1_000  # units in the side of a cell
LIGNES = ("autoroute", "grande", "moyenne", "rue", "pietonne", "service", "chemin", "rail", "tram", "cours")
SURFACES = ("mer", "eau", "parc", "place", "bati")
LIEUX = ("arret", "gare", "repere")
GENRES = frozenset({*LIGNES, *SURFACES, *LIEUX})
PONT, TUNNEL = "+", "-"
OCTETS_MAX = 16 * 1024 * 1024
NOM_MAX, ATTRIBUTION_MAX = 80, 120

_SUITE = r"-?\d{1,6}(?:[ -]\d{1,6})+"
_TRAIT = re.compile(rf"(?P<genre>[a-z]+[+-]?)\t[^\t]{{0,{NOM_MAX}}}\t(?P<suites>{_SUITE}(?:;{_SUITE})*)")
_CELLULE = re.compile(r"@ (-?\d{1,5}) (-?\d{1,5}) (-?\d{1,9}) (-?\d{1,9}) (-?\d{1,9}) (-?\d{1,9})")
_ENTETE = re.compile(
    r"boite (?P<sud>-?\d{1,2}\.\d{5}) (?P<ouest>-?\d{1,3}\.\d{5}) (?P<nord>-?\d{1,2}\.\d{5}) (?P<est>-?\d{1,3}\.\d{5})\n"
    r"date (?P<date>\d{4}-\d\d-\d\d)\n"
    rf"attribution (?P<attribution>[^\n]{{1,{ATTRIBUTION_MAX}}})\n"
)
# What no row of numbers holds, looked for in all rows at once: reading each number would take longer than the whole check.
_CHIFFRES = str.maketrans("123456789", "000000000")
_FAUTES = ("0000000", "  ", "--", " -", "- ", "-;", "-\n", " ;", " \n", "; ", ";;", ";\n", "\n ", "\n;", "\n\n")
_ECRITS = frozenset(genre + niveau for genre in GENRES for niveau in ("", PONT, TUNNEL))
_A_FAIRE = "faites-le de nouveau avec « quifaitquoi fond »"


@dataclass(frozen=True)
class Trait:
    """Something that is drawn. `suites` holds its line, its rings, or the one point where it is."""

    genre: str
    niveau: str
    nom: str
    suites: tuple[tuple[Point, ...], ...]

    @cached_property
    def boite(self) -> Boite:
        return boite_de([point for suite in self.suites for point in suite])


@dataclass(frozen=True, eq=False)
class Fond:
    """Streets, water and buildings of a territory. `boite` in units; `empreinte` changes with any of them."""

    boite: Boite
    date: str
    attribution: str
    empreinte: str
    cellules: tuple[tuple[int, int, Boite, dict[str, list[str]]], ...]

    def dans(self, boite: Boite, genres: Collection[str] = GENRES) -> Iterator[Trait]:
        """What touches the box, in the order of the file. Only the cells that it touches are ever understood."""
        for rang, (_, _, etendue, par_genre) in enumerate(self.cellules):
            if se_touchent(boite, etendue):
                for genre in par_genre:
                    if genre in genres:
                        yield from (trait for trait in self._compris(rang, genre) if se_touchent(boite, trait.boite))

    @cached_property
    def noms(self) -> frozenset[str]:
        """What anything in it is called."""
        lignes = (ligne for *_, par_genre in self.cellules for groupe in par_genre.values() for ligne in groupe)
        return frozenset(nom for ligne in lignes if (nom := ligne.split("\t", 2)[1]))

    @cached_property
    def _compris(self):
        # Kept for a few hundred cells: drawings that follow one another lie side by side.
        return lru_cache(maxsize=1024)(self._comprend)

    def _comprend(self, rang: int, genre: str) -> list[Trait]:
        x, y, _, par_genre = self.cellules[rang]
        return [_trait(ligne, x, y) for ligne in par_genre[genre]]


def unites(latitude: float, longitude: float) -> Point:
    """Where a position is on the sheet: east, north."""
    return longitude * UNITE, latitude * UNITE


def _trait(ligne: str, x: int, y: int) -> Trait:
    genre, nom, suites = ligne.split("\t")
    nu = genre.rstrip("+-")
    return Trait(nu, genre[len(nu) :], nom, tuple(_suite(suite, x, y) for suite in suites.split(";")))


def _suite(texte: str, x: int, y: int) -> tuple[Point, ...]:
    pas = [int(n) for n in texte.replace("-", " -").split()]
    pas[0] += x
    pas[1] += y
    return tuple(zip(accumulate(pas[::2]), accumulate(pas[1::2]), strict=True))


def lire_fond(fichier: Path) -> Fond:
    """The background in that file. Raises Illisible: nothing of it is drawn unless all of it can be."""
    try:
        gros = fichier.lstat().st_size
    except OSError:
        gros = 0  # the reader below has its sentence
    if gros > OCTETS_MAX:
        raise _refus(
            f"ce fond de carte est trop gros : {OCTETS_MAX // 1024 // 1024} Mo au plus. Réduisez l'emprise de annuaire.yml, "
            f"puis {_A_FAIRE}"
        )
    return comprendre(lire_texte(fichier, OCTETS_MAX))


def comprendre(texte: str) -> Fond:
    """As `lire_fond`, from its text."""
    marque, _, suite = texte.replace("\r\n", "\n").partition("\n")  # some checkouts write lines in their own way
    if marque != MARQUE:
        raise _refus(f"ce n'est pas un fond de carte de « quifaitquoi » (il commence par « {MARQUE} ») : {_A_FAIRE}")
    entete = _ENTETE.match(suite)
    if not entete:
        raise _refus(f"l'en-tête de ce fond (boite, date, attribution) est incomplet : {_A_FAIRE}", 2)
    sud, ouest, nord, est = (float(entete[nom]) for nom in ("sud", "ouest", "nord", "est"))
    if not (-90 <= sud < nord <= 90 and -180 <= ouest < est <= 180):
        raise _refus(f"la boîte de ce fond n'est nulle part sur la Terre : {_A_FAIRE}", 2)
    boite = (round(ouest * UNITE), round(sud * UNITE), round(est * UNITE), round(nord * UNITE))
    cellules = tuple(_cellules(suite[entete.end() :].splitlines(), 2 + suite.count("\n", 0, entete.end())))
    return Fond(boite, entete["date"], entete["attribution"], blake2b(texte.encode(), digest_size=12).hexdigest(), cellules)


def _cellules(lignes: list[str], premiere: int) -> Iterator[tuple[int, int, Boite, dict[str, list[str]]]]:
    par_genre: dict[str, list[str]] | None = None
    rangees = []
    for numero, ligne in enumerate(lignes, premiere):
        if ligne.startswith("@"):
            lue = _CELLULE.fullmatch(ligne)
            if not lue:
                raise _refus(f"cette case est mal écrite : {_A_FAIRE}", numero)
            y, x, ouest, sud, est, nord = map(int, lue.groups())
            par_genre, x, y = {}, x * COTE, y * COTE
            yield x, y, (x + ouest, y + sud, x + est, y + nord), par_genre
            continue
        morceaux = ligne.split("\t")
        if len(morceaux) != 3 or par_genre is None or morceaux[0] not in _ECRITS or len(morceaux[1]) > NOM_MAX:
            raise _refus(f"ce trait est mal écrit, ou d'un genre inconnu : {_A_FAIRE}", numero)
        rangees.append(morceaux[2])
        par_genre.setdefault(morceaux[0].rstrip("+-"), []).append(ligne)
    if _mal_comptees(rangees):
        numero = next(
            (n for n, ligne in enumerate(lignes, premiere) if not ligne.startswith("@") and _mal_comptee(ligne)), premiere
        )
        raise _refus(f"les nombres de ce trait sont mal écrits, ou il en manque un : {_A_FAIRE}", numero)


def _mal_comptees(rangees: list[str]) -> bool:
    tout = "\n".join(["0 0", *rangees, "0 0"]).translate(_CHIFFRES)
    return (
        bool(set(tout) - set("0 -;\n"))
        or any(faute in tout for faute in _FAUTES)
        or any((suite.count(" ") + suite.count("-", 1)) % 2 == 0 for rangee in rangees for suite in rangee.split(";"))
    )


def _mal_comptee(ligne: str) -> bool:
    lu = _TRAIT.fullmatch(ligne)
    return not lu or any((suite.count(" ") + suite.count("-", 1)) % 2 == 0 for suite in lu["suites"].split(";"))


def _refus(phrase: str, ligne: int = 1) -> Illisible:
    return Illisible(Faute("fond", phrase, ligne, 1))
