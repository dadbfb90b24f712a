"""About how tall the entries are at each level, from their number of letters: where the fitting should begin to look.

Only a guess; nothing is decided by it. What was laid out once tells by how much it is wrong.
"""

from __future__ import annotations

from math import ceil

from quifaitquoi.papier.depliants.formats import Niveau

LETTRE = 0.515  # mean width of a letter, in type sizes
LIGNE, JOUR = 1.134, 0.42  # from one line to the next; what a paragraph of one line does not have of it


def hauteur(groupes: list[dict], niveau: Niveau, largeur: float) -> float:
    """In points, in one column of this width."""
    return sum(_groupe(groupe, niveau, largeur) for groupe in groupes)


def _groupe(groupe: dict, niveau: Niveau, largeur: float) -> float:
    corps, ecart = niveau.corps, 0.95 * niveau.espace * niveau.corps
    total = 1.45 * corps + 1.2 * ecart
    if groupe["ailleurs"]:
        renvois = sum(_longueur(r["qui"]) + 3 + (_longueur(r["quoi"]) + 3 if niveau.detail < 2 else 0) for r in groupe["ailleurs"])
        total += _paragraphe(renvois, largeur, corps) + ecart
    return total + sum(entree(e, niveau, largeur) + ecart for e in groupe["entrees"])


def entree(e: dict, niveau: Niveau, largeur: float) -> float:
    """One entry, without the space around it."""
    corps = niveau.corps
    longueurs = [_longueur(x["t"]) for x in e["lignes"] if x["d"] >= niveau.detail]
    tete = 1.2 * corps + _paragraphe(_longueur(e["quoi"]), largeur, corps) + 0.45 * corps
    if niveau.continu:
        return tete + _paragraphe(sum(longueurs) + 4 * len(longueurs), largeur, corps)
    entre = max(2.6, 0.5 * corps * niveau.espace)
    retrait = max(10, 1.12 * corps) + 3.5
    return tete + sum(_paragraphe(n, largeur - retrait, corps) + entre for n in longueurs)


def _paragraphe(lettres: int, largeur: float, corps: float) -> float:
    return (_lignes(lettres, largeur / (LETTRE * corps)) * LIGNE - JOUR) * corps


def _lignes(lettres: int, par_ligne: float) -> int:
    return ceil(lettres / par_ligne)


def _longueur(segments: list) -> int:
    return sum(len(s) if isinstance(s, str) else len(s[1]) for s in segments)
