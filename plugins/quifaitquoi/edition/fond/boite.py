"""Which part of the world a territory needs streets of: where its zones, its places and its landmarks are, and a little around."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, radians

from quifaitquoi.annuaire.geographie import METRES_PAR_DEGRE, Position
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.read.fond import UNITE, unites
from quifaitquoi.base.geometrie import Boite, boite_de

MARGE = 600  # metres: a map shows what is around its last place


def boite_du_territoire(directory: Directory) -> Boite:
    """In units. Never more than `emprise` and its margin; all of it where nothing has a position yet."""
    emprise = directory.annuaire.emprise
    ouest, sud, est, nord = boite_de([unites(emprise.sud, emprise.ouest), unites(emprise.nord, emprise.est)])
    if connues := [unites(*position) for position in _positions(directory)]:
        a, b, c, d = boite_de(connues)
        ouest, sud, est, nord = max(ouest, a), max(sud, b), min(est, c), min(nord, d)
    haut = MARGE / METRES_PAR_DEGRE * UNITE
    large = haut / cos(radians((sud + nord) / 2 / UNITE))
    return round(ouest - large), round(sud - haut), round(est + large), round(nord + haut)


def _positions(directory: Directory) -> Iterator[Position]:
    for quartier in directory.quartiers.values():
        for anneau in quartier.anneaux:
            yield from anneau
        if quartier.centre:
            (lat, lon), pas = quartier.centre, quartier.rayon / METRES_PAR_DEGRE
            yield from ((lat + sens * pas, lon + sens * pas / cos(radians(lat))) for sens in (-1, 1))
    for fiche in directory.fiches.values():
        # A withheld place has no part in what is published, not even in where a map ends.
        for adresse in filter(None, (fiche.adresse, fiche.adresse_provisoire)):
            if adresse.position and not fiche.confidentialite:
                yield adresse.position
    yield from (repere.position for repere in directory.reperes.values())
