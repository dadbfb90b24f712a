"""The outline of a zone as an SVG path: one piece or several, with their holes."""

from __future__ import annotations

from collections.abc import Callable

from quifaitquoi.annuaire.enrich.plan import Forme, Point


def chemin(forme: Forme, coin: Callable[[Point], str]) -> str:
    """What stands in `d`; `coin` writes a point as the drawing counts. To be filled with the rule « evenodd »."""
    return "".join(f"M{'L'.join(dict.fromkeys(map(coin, anneau)))}z" for anneau in forme.anneaux)
