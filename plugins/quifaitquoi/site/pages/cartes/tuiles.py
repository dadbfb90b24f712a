"""The background of all maps, from the site itself: a square of streets is a file, drawn once and kept (dessins/rues/)."""

from __future__ import annotations

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.annuaire.read.fond import UNITE, Fond
from quifaitquoi.base.parallele import un_par_un
from quifaitquoi.dessins.rues import tuiles as rues
from quifaitquoi.dessins.rues.carnet import carnet

ADRESSE = "fond/{z}/{x}/{y}.svg"


def tuiles(territoire: Territoire) -> dict[str, str]:
    """Destination from the site's root → SVG, of every square; none where the territory keeps no streets."""
    fond = territoire.directory.fond
    if fond is None:
        return {}
    gardees, toutes = carnet(fond), [*rues.toutes(fond)]
    faire = lambda zxy: gardees.garde(f"tuile {zxy}", lambda: rues.tuile(fond, *zxy))
    return {ADRESSE.format(z=z, x=x, y=y): svg for (z, x, y), svg in zip(toutes, un_par_un(faire, toutes), strict=True)}


def pour_la_carte(fond: Fond, racine: str) -> dict:
    """What the script of a map needs to lay them out."""
    ouest, sud, est, nord = (cote / UNITE for cote in fond.boite)
    return {
        "adresse": racine + ADRESSE,
        "attribution": fond.attribution,
        "cote": rues.COTE,
        "de": rues.ZOOMS[0] + 1,
        "a": rues.FIN + 1,
        "bornes": [[sud, ouest], [nord, est]],
    }
