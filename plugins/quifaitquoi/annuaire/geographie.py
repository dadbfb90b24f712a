"""Which neighbourhoods a position is in, and how far two positions are. Positions are (latitude, longitude)."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, hypot, pi, radians, sqrt

from quifaitquoi.annuaire.model.quartier import Anneau, Quartier
from quifaitquoi.base.geometrie import dans

Position = tuple[float, float]
METRES_PAR_DEGRE = 111_195  # of latitude, on a sphere of the Earth's mean radius
# Metres around a position within which the door is, by what the position is that of. The middle of a street was at most 201 m
# from the doors of it that were measured.
A_PEU_PRES = {"porte": 0, "rue": 200, "quartier": 500}


def metres(a: Position, b: Position) -> float:
    """Distance in metres, as the crow flies: exact to a thousandth within a city, whose ground is flat enough."""
    est = (b[1] - a[1]) * cos(radians((a[0] + b[0]) / 2))
    return hypot(b[0] - a[0], est) * METRES_PAR_DEGRE


def contient(quartier: Quartier, position: Position) -> bool:
    """Whether the outline, or the circle, holds the position. A zone « partout » holds none by its shape."""
    if quartier.contour:
        return dans(quartier.anneaux, position)
    return quartier.centre is not None and metres(quartier.centre, position) <= quartier.rayon


def ecart(quartier: Quartier, position: Position) -> float | None:
    """How many metres a position is out of the zone: 0 inside; None where the zone has no shape."""
    if contient(quartier, position):
        return 0
    if quartier.contour:
        return min(_au_trait(position, a, b) for tour in quartier.anneaux for a, b in _cotes(tour))
    return metres(quartier.centre, position) - quartier.rayon if quartier.centre else None


def _au_trait(position: Position, a: Position, b: Position) -> float:
    """From a position to the nearest place of a straight line from `a` to `b`."""
    largeur = cos(radians(position[0]))
    (ay, ax), (by, bx) = ((p[0] - position[0], (p[1] - position[1]) * largeur) for p in (a, b))
    long = (bx - ax) ** 2 + (by - ay) ** 2
    part = min(1, max(0, -(ax * (bx - ax) + ay * (by - ay)) / long)) if long else 0
    return hypot(ax + part * (bx - ax), ay + part * (by - ay)) * METRES_PAR_DEGRE


def _cotes(tour: Anneau) -> Iterator[tuple[Position, Position]]:
    return zip(tour, tour[1:] + tour[:1], strict=True)


def rayon(quartier: Quartier) -> float | None:
    """In metres, that of a circle as wide as the zone; None where it has no shape."""
    if not quartier.contour:
        return quartier.rayon
    anneaux = quartier.anneaux
    trous = [dans([autre for autre in anneaux if autre is not tour], tour[0]) for tour in anneaux]
    aire = sum(-_aire(tour) if trou else _aire(tour) for tour, trou in zip(anneaux, trous, strict=True))
    return sqrt(max(0, aire) / pi) * METRES_PAR_DEGRE


def _aire(tour: Anneau) -> float:
    """In square degrees of latitude."""
    return abs(sum(a[1] * b[0] - b[1] * a[0] for a, b in _cotes(tour))) / 2 * cos(radians(tour[0][0]))


def centre(quartier: Quartier) -> Position | None:
    """The middle of a zone: its centre, or the mean of the corners of its largest piece."""
    if quartier.centre:
        return quartier.centre
    if not quartier.contour:
        return None
    tour = max(quartier.anneaux, key=_aire)
    return tuple(sum(axe) / len(tour) for axe in zip(*tour, strict=True))
