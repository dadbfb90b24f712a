"""What was read already: a preview checks a thousand fiches again after each edit, and reads one."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from quifaitquoi.annuaire.check.load import Lu, lire
from quifaitquoi.annuaire.read.tree import Trouve
from quifaitquoi.base.parallele import par_parts


class LuesAvant:
    """Files as they were last read, each with what tells whether it changed since."""

    def __init__(self) -> None:
        self._lus: dict[Path, tuple[tuple | None, Lu, int]] = {}

    def lire(self, trouve: Trouve, racine: Path, base: Path, pays: str) -> Lu:
        """As `load.lire`, and the same object again where nothing that it depends on has changed."""
        return self.lire_tous([trouve], racine, base, pays)[0]

    def lire_tous(self, trouves: Sequence[Trouve], racine: Path, base: Path, pays: str) -> list[Lu]:
        """Each of the files, in order: those known already, and the others read, by several processes if they are many."""
        signatures = {trouve.fichier: _signature(trouve, base, pays) for trouve in trouves}
        nouveaux = [trouve for trouve in trouves if not self._connu(trouve.fichier, signatures[trouve.fichier])]
        lus = par_parts(lambda part: [lire(trouve, racine, base, pays) for trouve in part], nouveaux)
        for trouve, lu in zip(nouveaux, lus, strict=True):
            self._lus[trouve.fichier] = (signatures[trouve.fichier], lu, len(lu.problemes))
        return [self._repris(trouve.fichier) for trouve in trouves]

    def _connu(self, fichier: Path, signature: tuple | None) -> bool:
        return signature is not None and fichier in self._lus and self._lus[fichier][0] == signature

    def _repris(self, fichier: Path) -> Lu:
        _, lu, problemes = self._lus[fichier]
        # Rules are asked again each time: the directory around the file may have changed.
        del lu.problemes[problemes:]
        return lu


def _signature(trouve: Trouve, base: Path, pays: str) -> tuple | None:
    """What tells whether a file has changed; None where that can't be known."""
    try:
        etat = os.stat(trouve.fichier)
    except (OSError, ValueError):
        return None
    return trouve, pays, base, etat.st_mtime_ns, etat.st_size, etat.st_ino
