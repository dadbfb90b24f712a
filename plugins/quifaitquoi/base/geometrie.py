"""Lines and rings on a flat sheet: simplified, and cut at the sides of a box. Points are (x, y), in any unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot

Point = tuple[float, float]
Boite = tuple[float, float, float, float]  # west, south, east, north: the small ones first, wherever y leads


def boite_de(points: Sequence[Point]) -> Boite:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def se_touchent(a: Boite, b: Boite) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def contenue(petite: Boite, grande: Boite) -> bool:
    return grande[0] <= petite[0] and grande[1] <= petite[1] and petite[2] <= grande[2] and petite[3] <= grande[3]


def simplifie(points: Sequence[Point], ecart: float) -> list[Point]:
    """Douglas-Peucker on an open line: drops the corners that stand out by less than `ecart`."""
    gardes, pile = {0, len(points) - 1}, [(0, len(points) - 1)]
    while pile:  # a stack, since a line of many corners could exhaust Python's own
        debut, fin = pile.pop()
        if fin - debut < 2:
            continue
        (ax, ay), (bx, by) = points[debut], points[fin]
        dx, dy = bx - ax, by - ay
        # Where both ends meet there is no chord to stand out from: the furthest corner stays.
        if corde := hypot(dx, dy):
            pire, rang = max((abs(dx * (ay - points[i][1]) - dy * (ax - points[i][0])), i) for i in range(debut + 1, fin))
            pire /= corde
        else:
            pire, rang = max((hypot(points[i][0] - ax, points[i][1] - ay), i) for i in range(debut + 1, fin))
        if pire > ecart:
            gardes.add(rang)
            pile += [(debut, rang), (rang, fin)]
    return [points[i] for i in sorted(gardes)]


def coupe_ligne(points: Sequence[Point], boite: Boite) -> Iterator[list[Point]]:
    """The parts of a line that lie in the box, in order."""
    part: list[Point] = []
    for a, b in zip(points, points[1:], strict=False):
        dedans = _segment(a, b, boite)
        if dedans is None:
            continue
        debut, fin = dedans
        if part and part[-1] == debut:
            part.append(fin)
        else:
            if len(part) > 1:
                yield part
            part = [debut, fin]
    if len(part) > 1:
        yield part


def _segment(a: Point, b: Point, boite: Boite) -> tuple[Point, Point] | None:
    """Liang-Barsky: what of one straight line lies in the box."""
    ouest, sud, est, nord = boite
    (x, y), (bx, by) = a, b
    # Nearly all lie in it whole, or beyond one side of it.
    if ouest <= x <= est and ouest <= bx <= est and sud <= y <= nord and sud <= by <= nord:
        return a, b
    if x < ouest and bx < ouest or x > est and bx > est or y < sud and by < sud or y > nord and by > nord:
        return None
    dx, dy, debut, fin = bx - x, by - y, 0.0, 1.0
    for pas, reste in ((-dx, x - ouest), (dx, est - x), (-dy, y - sud), (dy, nord - y)):
        if pas == 0:
            if reste < 0:
                return None
            continue
        part = reste / pas
        if pas < 0:
            debut = max(debut, part)
        else:
            fin = min(fin, part)
        if debut > fin:
            return None
    return (a if debut == 0 else (x + debut * dx, y + debut * dy)), (b if fin == 1 else (x + fin * dx, y + fin * dy))


def coupe_anneau(points: Sequence[Point], boite: Boite) -> list[Point]:
    """Sutherland-Hodgman: a ring (its first point is not said again) without what lies out of the box; empty if nothing is left."""
    reste = list(points)
    for axe, borne, sens in ((0, boite[0], 1), (0, boite[2], -1), (1, boite[1], 1), (1, boite[3], -1)):
        entree, reste = reste, []
        for rang, b in enumerate(entree):
            a = entree[rang - 1]
            avant, apres = (a[axe] - borne) * sens, (b[axe] - borne) * sens
            if (avant < 0) != (apres < 0):
                part = avant / (avant - apres)
                reste.append((a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])))
            if apres >= 0:
                reste.append(b)
    return reste if len(reste) > 2 else []


def aire(anneau: Sequence[Point]) -> float:
    """Positive where the ring turns to the left (counter-clockwise, y upwards)."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(anneau, [*anneau[1:], anneau[0]], strict=True)) / 2


def dans(anneaux: Sequence[Sequence[Point]], point: Point) -> bool:
    """Even-odd rule: a line drawn from the point crosses the rings an odd number of times. So a ring in another is a hole."""
    x, y = point
    dedans = False
    for anneau in anneaux:
        for (ax, ay), (bx, by) in zip(anneau, (*anneau[1:], anneau[0]), strict=True):
            if (ax > x) != (bx > x) and y < (by - ay) * (x - ax) / (bx - ax) + ay:
                dedans = not dedans
    return dedans
