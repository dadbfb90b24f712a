"""Checks fond/: the streets that maps are drawn on, whole and from here, or none at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from quifaitquoi.annuaire.check.problem import Probleme
from quifaitquoi.annuaire.model.annuaire import Emprise
from quifaitquoi.annuaire.read.faute import Faute, Illisible
from quifaitquoi.annuaire.read.fond import DOSSIER, LICENCE, NOM, Fond, lire_fond, unites
from quifaitquoi.base.geometrie import se_touchent


def fond_des_cartes(racine: Path, base: Path, emprise: Emprise) -> tuple[Fond | None, list[Probleme]]:
    """The background of the territory, and what is wrong in its folder."""
    dossier = racine / DOSSIER
    # A folder that is a link is told with the rest of the tree.
    if dossier.is_symlink() or not dossier.is_dir():
        return None, []
    problemes = [_probleme(fichier, base, faute) for fichier, faute in _de_trop(dossier)]
    fichier = dossier / NOM
    if not os.path.lexists(fichier):
        return None, problemes
    try:
        etat = os.lstat(fichier)
        fond = _lu(fichier, etat.st_mtime_ns, etat.st_size)
    except Illisible as illisible:
        return None, [*problemes, _probleme(fichier, base, illisible.faute)]
    (ouest, sud), (est, nord) = unites(emprise.sud, emprise.ouest), unites(emprise.nord, emprise.est)
    if not se_touchent(fond.boite, (ouest, sud, est, nord)):
        ailleurs = Faute(
            "fond",
            "ce fond de carte est celui d'un autre endroit : rien de l'emprise de annuaire.yml n'y est. "
            "Faites-le de nouveau avec « quifaitquoi fond »",
            2,
        )
        return None, [*problemes, _probleme(fichier, base, ailleurs)]
    return fond, problemes


@lru_cache(maxsize=2)
def _lu(fichier: Path, _date: int, _taille: int) -> Fond:
    """A preview checks after each edit: streets that did not change are not read again."""
    return lire_fond(fichier)


def _de_trop(dossier: Path) -> Iterator[tuple[Path, Faute]]:
    for fichier in sorted(dossier.iterdir()):
        if not fichier.name.startswith(".") and fichier.name not in (NOM, LICENCE):
            yield fichier, Faute("fichier-ignore", f"dans fond/, seuls {NOM} et {LICENCE} sont lus : rangez ce fichier ailleurs")


def _probleme(fichier: Path, base: Path, faute: Faute) -> Probleme:
    return Probleme(os.path.relpath(fichier, base), faute.ligne, faute.colonne, "erreur", "", faute.phrase, faute.regle)
