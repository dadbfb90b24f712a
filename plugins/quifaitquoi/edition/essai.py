"""What the check would say if a file held another text: asked before anything is written."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from quifaitquoi.annuaire.check import LuesAvant, Rapport, verifier
from quifaitquoi.annuaire.check.load import Lu, lire
from quifaitquoi.annuaire.check.problem import Probleme
from quifaitquoi.annuaire.check.tree import Trouve
from quifaitquoi.annuaire.model.genres import GENRES

# What the check reads of a territory for fiches; streets, pages and translations say nothing of them.
RELUS = ("vocabulaire", *(genre.ou for genre in GENRES.values()))


def essayer(texte: str, trouve: Trouve, racine: Path, aujourdhui: date) -> tuple[Rapport, tuple[Probleme, ...]]:
    """What the check would say of this file if it held `texte`, alone and among the others; it need not be there yet."""
    rapport = verifier(racine, aujourdhui, memoire=_Essai(trouve, texte))
    ici = os.path.relpath(trouve.fichier, Path.cwd())
    return rapport, tuple(p for p in rapport.problemes if p.fichier == ici)


def essayer_ensemble(textes: Mapping[Path, str], racine: Path, aujourdhui: date) -> tuple[Probleme, ...]:
    """The errors that there would be if these files held these texts; paths in them are relative to `racine`."""
    with tempfile.TemporaryDirectory() as dossier:
        copie = Path(dossier) / "territoire"
        copie.mkdir()
        for nom in RELUS:
            ici = racine / nom
            if ici.is_dir():
                shutil.copytree(ici, copie / nom, symlinks=True)
            elif ici.is_file():
                shutil.copy(ici, copie / nom)
        for fichier, texte in textes.items():
            la = copie / fichier.relative_to(racine)
            la.parent.mkdir(parents=True, exist_ok=True)
            la.write_bytes(texte.encode())
        return verifier(copie, aujourdhui, base=copie).erreurs


class _Essai(LuesAvant):
    """Reads the territory as it is, but for one file, read as it would be."""

    def __init__(self, trouve: Trouve, texte: str) -> None:
        super().__init__()
        self._trouve, self._texte = trouve, texte

    def lire_tous(self, trouves: Sequence[Trouve], racine: Path, base: Path, pays: str) -> list[Lu]:
        lus = super().lire_tous([t for t in trouves if t.fichier != self._trouve.fichier], racine, base, pays)
        rangs = (rang for rang, trouve in enumerate(trouves) if trouve.fichier == self._trouve.fichier)
        lus.insert(next(rangs, len(lus)), self._lu_autrement(racine, base, pays))
        return lus

    def _lu_autrement(self, racine: Path, base: Path, pays: str) -> Lu:
        with tempfile.TemporaryDirectory() as dossier:
            essai = Path(dossier) / self._trouve.fichier.name
            essai.write_bytes(self._texte.encode("utf-8"))
            lu = lire(replace(self._trouve, fichier=essai), racine, base, pays)
        ici = os.path.relpath(self._trouve.fichier, base)
        lu.trouve, lu.chemin = self._trouve, ici
        lu.problemes[:] = [replace(p, fichier=ici) for p in lu.problemes]
        return lu
