"""Which part of the sheet is drawn, and how large."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import cos, radians

from quifaitquoi.annuaire.geographie import METRES_PAR_DEGRE, Position
from quifaitquoi.annuaire.read.fond import UNITE, Trait, unites
from quifaitquoi.base.geometrie import Boite, Point, contenue, coupe_ligne

DEBORD = 12  # units of the drawing: a line goes on a little beyond the edge, so that its end is not seen


@dataclass(frozen=True)
class Vue:
    """`boite` in units of the sheet on `largeur` × `hauteur` of the drawing; shapes are written in `finesse`ths of these."""

    boite: Boite
    largeur: float
    hauteur: float
    finesse: int = 1

    @classmethod
    def autour(cls, position: Position, metres: float, largeur: float, hauteur: float, finesse: int = 1) -> Vue:
        """Around a position, `metres` to a unit of the drawing."""
        x, y = unites(*position)
        est = metres * UNITE / (METRES_PAR_DEGRE * cos(radians(position[0]))) / 2
        nord = metres * UNITE / METRES_PAR_DEGRE / 2
        return cls((x - est * largeur, y - nord * hauteur, x + est * largeur, y + nord * hauteur), largeur, hauteur, finesse)

    @cached_property
    def metres(self) -> float:
        """In a unit of the drawing."""
        return (self.boite[3] - self.boite[1]) / UNITE * METRES_PAR_DEGRE / self.hauteur

    @cached_property
    def autour_de(self) -> Boite:
        """The box, and what its edges may show of things beside it."""
        x, y = (self.boite[2] - self.boite[0]) / self.largeur * DEBORD, (self.boite[3] - self.boite[1]) / self.hauteur * DEBORD
        return self.boite[0] - x, self.boite[1] - y, self.boite[2] + x, self.boite[3] + y

    @cached_property
    def _pas(self) -> Point:
        return self.largeur / (self.boite[2] - self.boite[0]), self.hauteur / (self.boite[3] - self.boite[1])

    def pixels(self, points: Iterable[Point]) -> list[Point]:
        (px, py), ouest, nord = self._pas, self.boite[0], self.boite[3]
        return [((x - ouest) * px, (nord - y) * py) for x, y in points]

    def trace(self, pixels: Sequence[Point], ferme: bool) -> str:
        """Path data: whole numbers, each corner as a step from the one before. "" for what is smaller than one of them."""
        f = self.finesse
        x, y = debut = round(pixels[0][0] * f), round(pixels[0][1] * f)
        pas: list[str] = []
        for px, py in pixels[1:]:
            nx, ny = round(px * f), round(py * f)
            if (nx, ny) != (x, y):
                pas.append(f"{nx - x} {ny - y}")
                x, y = nx, ny
        if len(pas) < (2 if ferme else 1):
            return ""
        return f"M{debut[0]} {debut[1]}l{' '.join(pas)}{'z' if ferme else ''}".replace(" -", "-")


def parts(trait: Trait, boite: Boite) -> Iterator[Sequence[Point]]:
    """The parts of its lines that lie in the box. Most lie in it whole, and are not cut."""
    if contenue(trait.boite, boite):
        yield from (suite for suite in trait.suites if len(suite) > 1)
    else:
        for suite in trait.suites:
            yield from coupe_ligne(suite, boite)
