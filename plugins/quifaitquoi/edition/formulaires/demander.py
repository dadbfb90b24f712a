"""Asking in the terminal, until the answer is understood."""

from __future__ import annotations

from collections.abc import Callable

import click

from quifaitquoi.base.texte import visible
from quifaitquoi.edition.reponses import comprendre
from quifaitquoi.edition.reponses.comprendre import Incompris

SANS_REPONSE = "Entrée : je ne sais pas"


def demande(quoi: str, comprise: Callable[[str], object] = comprendre.ligne, obligatoire: bool = False,
            facultatif: str = f" [{SANS_REPONSE}]", deja: str = "") -> str:
    """Asks until the answer is understood; empty where nobody knows. `facultatif` says what no answer means.

    `deja` is what was answered before, which no answer keeps. Where a word may mean several things, their number is an answer too.
    """
    invite = f"{quoi} [Entrée : {visible(deja, 80)}]" if deja else quoi if obligatoire else f"{quoi}{facultatif}"
    ecrit, rates = "", Incompris("")
    while True:
        texte = click.prompt(invite, default="", show_default=False).strip() or deja
        if not texte:
            if not obligatoire:
                return ""
            click.echo("  Il faut une réponse ici.")
            continue
        if texte.isdecimal() and 0 < int(texte) <= len(rates.choix):
            texte = ecrit.replace(rates.mot, rates.choix[int(texte) - 1], 1)
        try:
            comprise(texte)
            return texte
        except Incompris as error:
            click.echo(f"  {error}")
            ecrit, rates = texte, error
            for rang, choix in enumerate(error.choix, 1):
                click.echo(f"    {rang}. {choix}")


def demande_oui(quoi: str) -> bool:
    """Whether the answer is yes."""
    return demande(f"{quoi} (oui ou non)", _oui_ou_non, obligatoire=True).lower() == "oui"


def _oui_ou_non(texte: str) -> None:
    if texte.lower() not in ("oui", "non"):
        raise Incompris("Répondez par oui ou par non")
