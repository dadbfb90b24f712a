"""Which neighbourhoods a position is in, and how far two positions are. Positions are (latitude, longitude)."""

from __future__ import annotations

from quifaitquoi.model.quartier import Quartier

Position = tuple[float, float]


def metres(a: Position, b: Position) -> float:
    """Distance in metres, as the crow flies."""
    # The check of most directories compares no two positions, and geopy brings half the web with it.
    from geopy.distance import great_circle
    return great_circle(a, b).meters


def contient(quartier: Quartier, position: Position) -> bool:
    """Whether the outline, or the circle, holds the position. A zone « partout » holds none by its shape."""
    if quartier.contour:
        return _dans_le_contour(quartier.contour, position)
    return quartier.centre is not None and metres(quartier.centre, position) <= quartier.rayon


def _dans_le_contour(contour: tuple[Position, ...], position: Position) -> bool:
    """Even-odd rule: a line drawn eastwards crosses the outline an odd number of times."""
    latitude, longitude = position
    dedans = False
    for (lat1, lon1), (lat2, lon2) in zip(contour, contour[1:] + contour[:1], strict=True):
        if (lat1 > latitude) != (lat2 > latitude) and longitude < (lon2 - lon1) * (latitude - lat1) / (lat2 - lat1) + lon1:
            dedans = not dedans
    return dedans


def centre(quartier: Quartier) -> Position | None:
    """The middle of a zone: its centre, or the mean of its outline's corners."""
    if quartier.centre:
        return quartier.centre
    if not quartier.contour:
        return None
    return tuple(sum(axe) / len(quartier.contour) for axe in zip(*quartier.contour, strict=True))
