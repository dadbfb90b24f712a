"""Asking in the terminal, until the answer is understood."""

from __future__ import annotations

from collections.abc import Callable

import click

from quifaitquoi.edition.reponses import comprendre
from quifaitquoi.edition.reponses.comprendre import Incompris

SANS_REPONSE = "Entrée : je ne sais pas"


def demande(quoi: str, comprise: Callable[[str], object] = comprendre.ligne, obligatoire: bool = False) -> str:
    """Asks until the answer is understood; empty where nobody knows."""
    while True:
        texte = click.prompt(quoi if obligatoire else f"{quoi} [{SANS_REPONSE}]", default="", show_default=False).strip()
        if not texte:
            if not obligatoire:
                return ""
            click.echo("  Il faut une réponse ici.")
            continue
        try:
            comprise(texte)
            return texte
        except Incompris as error:
            click.echo(f"  {error}")
