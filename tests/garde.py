"""The pilot's data is closed to the tests of the program: it changes each day, and a call to a place must turn nothing red.

What a test says of the program, it says with Port-Exemple or with a territory of its own. What is asked of the pilot's data is
in `pilote/`, which alone opens it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DEPOT = Path(__file__).parent.parent
# The usual name of the folder of the data: here, and in every repository that a test makes for itself.
DOSSIER = "directory"
PILOTE = DEPOT / DOSSIER

_racine = str(PILOTE)
_ouvert = False


class DonneesDuPilote(BaseException):
    """A test of the program reads the pilot's data. Not an Exception: the program, which survives those, must not swallow it."""


def fermer() -> None:
    """From now on, whoever reads below PILOTE in this process, or starts the program where it would, gets DonneesDuPilote."""
    sys.addaudithook(_surveille)


@contextmanager
def ouverture() -> Iterator[None]:
    """For `pilote/` only. Python never takes a hook away again: this one looks here instead."""
    global _ouvert
    _ouvert = True
    try:
        yield
    finally:
        _ouvert = False


def _surveille(evenement: str, arguments: tuple) -> None:
    if _ouvert:
        return
    if evenement in ("open", "os.listdir", "os.scandir"):
        chemin, *mode = arguments
        chemin = "." if chemin is None else chemin
        # A number is a file that is open already; os.open, which has no mode, may count a name from another folder than here.
        if isinstance(chemin, int) or (mode and mode[0] is None and not os.path.isabs(chemin)):
            return
        if _du_pilote(chemin):
            raise DonneesDuPilote(f"{os.fsdecode(chemin)} : un test du programme ne lit pas {PILOTE}")
    elif evenement == "subprocess.Popen":
        _, mots, ici, _ = arguments
        if _sans_territoire([os.fsdecode(mot) for mot in mots], ici):
            raise DonneesDuPilote(f"{mots} : lancé dans {DEPOT} sans nommer de territoire, ce programme lirait {PILOTE}")


def _du_pilote(chemin: str | bytes | os.PathLike) -> bool:
    chemin = os.fsdecode(chemin)
    if DOSSIER not in chemin and os.path.isabs(chemin):
        return False  # nearly every file that a run opens: told at once
    chemin = os.path.abspath(chemin)
    return chemin == _racine or chemin.startswith(_racine + os.sep)


def _sans_territoire(mots: list[str], ici: str | bytes | os.PathLike | None) -> bool:
    """Whether this is the program, started in the root of this repository: its territory is the pilot unless it names another."""
    programme = any(os.path.basename(mot) == "quifaitquoi" for mot in mots)
    if not programme or os.path.abspath(os.fsdecode(ici or ".")) != str(DEPOT):
        return False
    return not any(os.path.isfile(os.path.join(mot, "annuaire.yml")) and not _du_pilote(mot) for mot in mots)
