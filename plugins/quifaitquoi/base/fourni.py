"""Files that the program carries for others: a lock for pip, lists for npm, scripts for a forge, what a new repository starts with.

`python -m quifaitquoi.base.fourni NOM` prints where one of them is. It needs nothing but Python: it is asked before pip has brought
the libraries, in order to bring them.
"""

from __future__ import annotations

import sys
from pathlib import Path

PAQUET = Path(__file__).resolve().parents[1]
DOSSIER = PAQUET / "fourni"
# Out of a wheel they stand in DOSSIER; these have their place elsewhere in a checkout.
DANS_LE_DEPOT = {
    "serrure.txt": "requirements/site.txt", "CHANGELOG.md": "CHANGELOG.md", "formulaires": ".github/ISSUE_TEMPLATE",
    "package.json": "package.json", "package-lock.json": "package-lock.json", ".npmrc": ".npmrc", "annuaire": "directory",
}


def depot() -> Path | None:
    """The checkout that holds this package; None for a program out of a wheel."""
    # A wheel may stand in the venv of another project, whose files are none of ours.
    return None if (DOSSIER / "package.json").is_file() else PAQUET.parents[1]


def fourni(nom: str) -> Path:
    """Where the file or folder `nom` is."""
    racine = depot()
    return racine / DANS_LE_DEPOT[nom] if racine and nom in DANS_LE_DEPOT else DOSSIER / nom


if __name__ == "__main__":
    print(fourni(sys.argv[1]))
