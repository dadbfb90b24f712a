"""Lines of public transport on a drawing without streets: straight from stop to stop, each name where it has room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import product
from math import hypot

from quifaitquoi.base.geometrie import Point, coupe_ligne
from quifaitquoi.dessins.etiquettes import Feuille, abrege, largeur

Piece = tuple[list[Point], str]  # both ends of what is seen of a stretch, the name of its lines
NOM_MAX = 24
ECART = 3  # units between a line and its name


def lignes_visibles(lignes: Iterable[tuple[Point, Point, str]], feuille: Feuille,
                    pixel: Callable[[Point], Point]) -> list[Piece]:
    """What of each stretch is on the drawing, with the name of its lines."""
    boite = (0, 0, feuille.largeur, feuille.hauteur)
    return [(part, nom) for de, a, nom in lignes for part in coupe_ligne([pixel(de), pixel(a)], boite)]


def trace_des_lignes(parts: Sequence[Piece]) -> str:
    """What stands in `d`."""
    return "".join(f"M{ax:.0f} {ay:.0f}L{bx:.0f} {by:.0f}" for ((ax, ay), (bx, by)), _nom in parts)


def noms_des_lignes(parts: Sequence[Piece], feuille: Feuille, corps: float) -> list[tuple[float, float, str]]:
    """(middle, baseline, name): each name once, beside its longest piece that has room."""
    dits: dict[str, tuple[float, float, str]] = {}
    for ((ax, ay), (bx, by)), nom in sorted(parts, key=_longueur, reverse=True):
        ecrit = abrege(nom, NOM_MAX)
        large, haut = largeur(ecrit, corps), corps * 1.15
        if nom in dits or not (longueur := hypot(bx - ax, by - ay)):
            continue
        # So far to the side that the line passes by the corner of the name, whichever way it runs.
        cote, dessus = (by - ay) / longueur, (ax - bx) / longueur
        ecart = abs(cote) * large / 2 + abs(dessus) * haut / 2 + ECART
        for part, sens in product((0.5, 0.25, 0.75), (1, -1)):
            x, y = ax + part * (bx - ax) + sens * ecart * cote, ay + part * (by - ay) + sens * ecart * dessus
            boite = (x - large / 2, y - haut / 2, x + large / 2, y + haut / 2)
            if feuille.libre(boite):
                feuille.prend(boite)
                dits[nom] = (x, y + corps * 0.36, ecrit)
                break
    return list(dits.values())


def _longueur(piece: Piece) -> float:
    ((ax, ay), (bx, by)), _nom = piece
    return (bx - ax) ** 2 + (by - ay) ** 2
