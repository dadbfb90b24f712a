"""What waits for its turn on disk: those who handle a hundred thousand places hold none of them."""

from __future__ import annotations

import os
import pickle
import tempfile
from array import array
from contextlib import ExitStack
from pathlib import Path
from typing import Any


class Attente:
    """Objects of this program in an unnamed file of `dossier` (by default, where the system keeps such files), each found again by
    its rank. Forks may read what was there when they parted."""

    def __init__(self, dossier: Path | None = None) -> None:
        self._ouverts = ExitStack()
        # Unbuffered: what was added is there for whoever reads, in this process or in another.
        self._flux = self._ouverts.enter_context(tempfile.TemporaryFile(dir=dossier, buffering=0))
        self._fins = array("Q", [0])

    def __len__(self) -> int:
        return len(self._fins) - 1

    def ajoute(self, objet: Any) -> int:
        """Put it at the end; its rank."""
        octets, fin = pickle.dumps(objet), self._fins[-1]
        self._flux.seek(fin)
        while octets:  # a disk may take less than it is given
            ecrits = self._flux.write(octets)
            octets, fin = octets[ecrits:], fin + ecrits
        self._fins.append(fin)
        return len(self) - 1

    def relu(self, rang: int) -> Any:
        """The object of this rank. Raises IndexError where there is none yet."""
        if not 0 <= rang < len(self):
            raise IndexError(rang)
        debut, fin = self._fins[rang:rang + 2]
        return pickle.loads(self._octets(fin - debut, debut))

    def close(self) -> None:
        self._ouverts.close()

    def _octets(self, combien: int, debut: int) -> bytes:
        # Forks share the place where they are in the file; where there are none, some systems have no reading at a place either.
        if hasattr(os, "pread"):
            return os.pread(self._flux.fileno(), combien, debut)
        self._flux.seek(debut)
        return self._flux.read(combien)
