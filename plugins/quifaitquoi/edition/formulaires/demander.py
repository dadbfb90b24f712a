"""Asking in the terminal, until the answer is understood."""

from __future__ import annotations

from collections.abc import Callable

import click

from quifaitquoi.edition.reponses import comprendre
from quifaitquoi.edition.reponses.comprendre import Incompris

SANS_REPONSE = "Entrée : je ne sais pas"


def demande(quoi: str, comprise: Callable[[str], object] = comprendre.ligne, obligatoire: bool = False,
            facultatif: str = f" [{SANS_REPONSE}]") -> str:
    """Asks until the answer is understood; empty where nobody knows. `facultatif` says what no answer means."""
    while True:
        texte = click.prompt(quoi if obligatoire else f"{quoi}{facultatif}", default="", show_default=False).strip()
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
