"""Cells that a spreadsheet would compute: where a table is written as CSV, an apostrophe before them keeps them texts."""

from __future__ import annotations

import re

# What a program might take for a formula where a cell does not say what it is, or was copied or saved as CSV.
FORMULE = ("=", "+", "-", "@", "\t", "\r")
NOMBRE = re.compile(r"-?\d+(?:\.\d+)?")
# Those that have an apostrophe of their own get one more, so that each comes back as it was.
CALCULEE = re.compile(r"'*[=+\-@\t\r]")


def inerte(cellule: str) -> str:
    """The cell as CSV may hold it."""
    return f"'{cellule}" if CALCULEE.match(cellule) and not NOMBRE.fullmatch(cellule) else cellule


def telle_quelle(cellule: str) -> str:
    """What `inerte` was given."""
    return cellule[1:] if cellule.startswith("'") and CALCULEE.match(cellule) else cellule
