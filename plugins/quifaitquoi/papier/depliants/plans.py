"""How large the map of each format is: as tall as the neighbourhood's shape asks, within what the page can spare."""

from __future__ import annotations

from quifaitquoi.annuaire.enrich.plan import plan
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.savoir.depliants import Demande

MM = 72 / 25.4
# (format, paper) → width, lowest and greatest height in millimetres, size of its numbers in points.
_TAILLES = {
    ("affiche", "a4"): (82, 56, 70, 8), ("affiche", "a3"): (130, 90, 112, 10),
    ("depliant", "a4"): (83, 62, 96, 8), ("discret", "a4"): (83, 62, 96, 8),
    ("livret", "a4"): (124, 80, 120, 8.5), ("grands-caracteres", "a4"): (178, 120, 190, 18),
}

# About the room for entries: width of a column and height of all columns together (of one page where text flows), in points.
PLACES = {
    ("affiche", "a4"): (60 * MM, 3 * 125 * MM), ("affiche", "a3"): (64 * MM, 4 * 205 * MM),
    ("depliant", "a4"): (83 * MM, 780 * MM), ("discret", "a4"): (83 * MM, 560 * MM),
    ("livret", "a4"): (124 * MM, 185 * MM), ("grands-caracteres", "a4"): (178 * MM, 260 * MM),
}


def taille_du_plan(directory: Directory, demande: Demande) -> tuple[tuple[float, float], float]:
    """((width, height) in points, type size)."""
    large, bas, haut, corps = _TAILLES[demande.format, demande.papier]
    forme = plan(directory).formes.get(demande.quartier)
    rapport = 0.8
    if forme:
        ouest, sud, est, nord = forme.boite
        rapport = (nord - sud) / max(1.0, est - ouest)
    return (large * MM, min(max(large * rapport, bas), haut) * MM), corps
