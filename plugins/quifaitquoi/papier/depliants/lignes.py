"""A line of an entry, which the template only sets.

A line is {"p": pictogram, "t": segments, "d": detail}: it is printed where the leaflet's detail is at most `d` (0 leaves
nothing out, 2 is the least that an entry can say). "a" marks a warning.
"""

from __future__ import annotations

from quifaitquoi.langues.typographie import majuscule
from quifaitquoi.papier.depliants.ecriture import Segment
from quifaitquoi.paroles.segments import DECISIF, TOUT

# A line is printed where the leaflet's detail is at most its own: the weights of facts are just that.
ESSENTIEL, COMPLET = DECISIF, TOUT
Ligne = dict[str, object]


def ligne(picto: str, segments: list[Segment], detail: int = ESSENTIEL, alerte: bool = False) -> Ligne:
    segments = [majuscule(s) if rang == 0 and isinstance(s, str) and alerte else s for rang, s in enumerate(segments)]
    return {"p": picto, "t": segments, "d": detail, **({"a": True} if alerte else {})}
