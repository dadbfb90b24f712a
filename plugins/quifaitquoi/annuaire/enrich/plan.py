"""A flat plan of a territory in metres, worked out once: every drawing and sentence of a fiche reads from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest
from math import cos, radians

from quifaitquoi.annuaire.enrich import FicheVue
from quifaitquoi.annuaire.enrich.lignes import troncons
from quifaitquoi.annuaire.geographie import Position, contient
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.quartier import Quartier, Repere
from quifaitquoi.base.geometrie import simplifie
from quifaitquoi.base.souvenir import une_fois
from quifaitquoi.base.texte import cle_de_tri

Point = tuple[float, float]
Proche = tuple[float, float, float, Repere]  # distance, east and north in metres, the landmark

METRES_PAR_DEGRE = 6_371_009 * 3.141592653589793 / 180
LOIN = 1_500  # metres; a landmark further away than twenty minutes' walk helps nobody
PRECISION = 8  # metres; what the small drawing would not show anyway


@dataclass(frozen=True)
class Forme:
    """A zone on the plan: the rings of its outline, or a circle where it has none. Metres. A ring in another is a hole."""

    anneaux: tuple[tuple[Point, ...], ...]
    centre: Point
    rayon: float
    boite: tuple[float, float, float, float]  # west, south, east, north

    @property
    def etendue(self) -> float:
        """Square metres of the box around it: only to tell a district from a whole city."""
        return (self.boite[2] - self.boite[0]) * (self.boite[3] - self.boite[1])


class Plan:
    """Metres east and north of the middle of the territory. A city is small: the earth is flat enough."""

    def __init__(self, directory: Directory) -> None:
        emprise = directory.annuaire.emprise
        self._sud, self._ouest = (emprise.sud + emprise.nord) / 2, (emprise.ouest + emprise.est) / 2
        self._est = METRES_PAR_DEGRE * cos(radians(self._sud))
        self.reperes: tuple[tuple[float, float, Repere], ...] = tuple(
            (*self.point(repere.position), repere) for repere in directory.reperes.values())
        self.lignes: tuple[tuple[Point, Point, str], ...] = tuple(
            (self.point(troncon.de), self.point(troncon.a), troncon.nom) for troncon in troncons(directory))
        self.formes: dict[str, Forme] = {
            slug: forme for slug, quartier in directory.quartiers.items() if (forme := self._forme(quartier))}

    def point(self, position: Position) -> Point:
        """Metres east and north of the plan's middle."""
        return (position[1] - self._ouest) * self._est, (position[0] - self._sud) * METRES_PAR_DEGRE

    def position(self, point: Point) -> Position:
        """As `point`, the other way round."""
        return self._sud + point[1] / METRES_PAR_DEGRE, self._ouest + point[0] / self._est

    def proches(self, vue: FicheVue, combien: int, genres: Sequence[str] = ()) -> list[Proche]:
        """The nearest landmarks within LOIN, of these kinds if any, nearest first. A place is no landmark of itself."""
        x, y = self.point(vue.position)
        pres = nsmallest(combien + 1, [((rx - x) ** 2 + (ry - y) ** 2, rang)
                                       for rang, (rx, ry, repere) in enumerate(self.reperes)
                                       if not genres or repere.genre in genres])
        return [(carre ** 0.5, *self.reperes[rang]) for carre, rang in pres
                if carre <= LOIN * LOIN and not (carre < 40_000 and _le_meme(vue, self.reperes[rang][2]))][:combien]

    def zone(self, vue: FicheVue) -> Quartier | None:
        """The neighbourhood a reader would name: the fiche's own, unless that one holds a whole city.

        `vue.quartiers` starts with its own and ends with those that hold its position.
        """
        zones = [quartier for quartier in vue.quartiers if quartier.slug in self.formes]
        if not zones:
            return None
        petites = [z for z in zones if self.formes[z.slug].etendue * 4 < self.formes[zones[0].slug].etendue
                   and contient(z, vue.position)]
        return min(petites, key=lambda z: self.formes[z.slug].etendue, default=zones[0])

    def _forme(self, quartier: Quartier) -> Forme | None:
        if quartier.contour:
            anneaux = tuple(tuple(_simplifie([self.point(position) for position in tour])) for tour in quartier.anneaux)
            est, nord = zip(*(point for tour in anneaux for point in tour), strict=True)
            boite = (min(est), min(nord), max(est), max(nord))
            return Forme(anneaux, ((boite[0] + boite[2]) / 2, (boite[1] + boite[3]) / 2), 0, boite)
        if quartier.centre and quartier.rayon:
            (x, y), r = self.point(quartier.centre), quartier.rayon
            return Forme((), (x, y), r, (x - r, y - r, x + r, y + r))
        return None


def _le_meme(vue: FicheVue, repere: Repere) -> bool:
    lieu, marque = cle_de_tri(vue.fiche.nom), cle_de_tri(repere.nom)
    return lieu in marque or marque in lieu


def _simplifie(contour: list[Point]) -> list[Point]:
    """A closed outline without the corners that stand out by less than PRECISION."""
    if len(contour) < 8:
        return contour
    milieu = max(range(len(contour)), key=lambda i: _carre(contour[i], contour[0]))
    if not milieu:
        return contour
    return simplifie(contour[:milieu + 1], PRECISION)[:-1] + simplifie(contour[milieu:] + contour[:1], PRECISION)[:-1]


def _carre(a: Point, b: Point) -> float:
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2


@une_fois
def plan(directory: Directory) -> Plan:
    """The plan of this territory, the same object as long as the territory lives."""
    return Plan(directory)
