"""What was read already: a preview checks a thousand fiches again after each edit, and reads one."""

from __future__ import annotations

import os
from pathlib import Path

from quifaitquoi.check.load import Lu, lire
from quifaitquoi.read.tree import Trouve


class Memoire:
    """Files as they were last read, each with what tells whether it changed since."""

    def __init__(self) -> None:
        self._lus: dict[Path, tuple[tuple, Lu, int]] = {}

    def lire(self, trouve: Trouve, racine: Path, base: Path, pays: str) -> Lu:
        """As `load.lire`, and the same object again where nothing that it depends on has changed."""
        try:
            etat = os.stat(trouve.fichier)
            signature = (trouve, pays, base, etat.st_mtime_ns, etat.st_size, etat.st_ino)
        except (OSError, ValueError):
            return lire(trouve, racine, base, pays)
        avant = self._lus.get(trouve.fichier)
        if avant and avant[0] == signature:
            # Rules are asked again each time: the directory around the file may have changed.
            del avant[1].problemes[avant[2]:]
            return avant[1]
        lu = lire(trouve, racine, base, pays)
        self._lus[trouve.fichier] = (signature, lu, len(lu.problemes))
        return lu
