"""Errors in red and warnings in yellow, on a terminal: click takes the colours out of anything else."""

from __future__ import annotations

import os
import re
from typing import TextIO

import click

COULEURS = {"erreur": "red", "avertissement": "yellow"}
NIVEAU = re.compile(r"^(.*?:\d+:\d+: )(erreur|avertissement)(?=: )", re.M)


def colore(texte: str) -> str:
    """Problems as text, with their level in its colour. NO_COLOR is heard."""
    if os.environ.get("NO_COLOR"):
        return texte
    return NIVEAU.sub(lambda lu: lu[1] + click.style(lu[2], fg=COULEURS[lu[2]], bold=lu[2] == "erreur" or None), texte)


def a_l_ecran(flux: TextIO | None) -> bool:
    """Whether somebody watches what is written there: nobody does where it was closed before the program began."""
    return flux is not None and flux.isatty()
