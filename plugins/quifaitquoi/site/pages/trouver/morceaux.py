"""A directory too large for one index: which fiches go together in a piece of it, so that a phone loads those around it alone.

A piece is a zone, or a part of one that has many fiches: neighbours of neighbours, halved until each half is small. What is of no
zone and nowhere (lines to call) is in no piece: it is of use wherever one is, and stands in the start of the index.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, radians

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.geographie import centre
from quifaitquoi.annuaire.model.quartier import Quartier
from quifaitquoi.base.texte import cle_de_tri
from quifaitquoi.site.pages.trouver.fichiers import ZONES
from quifaitquoi.site.pages.trouver.retenue import retenue

# An index of as many fiches is below 200 KB compressed; a piece is some ten.
EN_UN, AU_PLUS = 1_500, 200
AILLEURS = "-"  # of no zone, but somewhere

Position = tuple[float, float]


@dataclass(frozen=True)
class Morceau:
    """`rangs` are those of its fiches among `fiches_par_nom`; `zone` is "" where they are of none."""

    chemin: str
    zone: str
    rangs: tuple[int, ...]

    @property
    def nom(self) -> str:
        return self.chemin.removeprefix(ZONES).removesuffix(".js")


@retenue
def fiches_par_nom(territoire: Territoire) -> tuple[FicheVue, ...]:
    """All fiches of a territory as the index ranks them."""
    return tuple(sorted(territoire.fiches.values(), key=lambda v: (cle_de_tri(v.fiche.nom), v.slug)))


@retenue
def morceaux(territoire: Territoire) -> tuple[Morceau, ...]:
    """The pieces; none where the whole index is small enough."""
    vues = fiches_par_nom(territoire)
    if len(vues) <= EN_UN:
        return ()
    par_zone: dict[str, list[tuple[Position, int]]] = {slug: [] for slug in (*territoire.directory.quartiers, AILLEURS)}
    centres = {q.slug: centre(q) for q in territoire.directory.quartiers.values()}
    for rang, vue in enumerate(vues):
        zone = _zone(vue)
        # Where nobody knows or may know where it is, its zone alone says which piece it is in.
        if position := vue.position or (centres[zone.slug] if zone else None):
            par_zone[zone.slug if zone else AILLEURS].append((position, rang))
    return tuple(Morceau(f"{ZONES}{slug}-{n}.js", "" if slug == AILLEURS else slug, tuple(sorted(rang for _, rang in places)))
                 for slug, siennes in par_zone.items() if siennes for n, places in enumerate(_moities(siennes), 1))


def en_morceaux(territoire: Territoire) -> bool:
    """Whether a phone loads what is around a place, and not all there is."""
    return bool(morceaux(territoire))


def _zone(vue: FicheVue) -> Quartier | None:
    return next((q for q in vue.quartiers if q.etendue == "quartier"), None)


def _moities(places: list[tuple[Position, int]]) -> Iterator[list[tuple[Position, int]]]:
    if len(places) <= AU_PLUS:
        yield places
        return
    lats, lons = zip(*(position for position, _ in places), strict=True)
    axe = int((max(lons) - min(lons)) * cos(radians(lats[0])) > max(lats) - min(lats))
    rangees = sorted(places, key=lambda place: (place[0][axe], place[1]))
    for moitie in (rangees[:len(rangees) // 2], rangees[len(rangees) // 2:]):
        yield from _moities(moitie)
