"""`quifaitquoi report`: what the directory knows, how fresh it is, what is missing."""

from __future__ import annotations

from pathlib import Path

import click

from quifaitquoi.commands.territoire import territoire_verifie
from quifaitquoi.savoir.chiffres import chiffres
from quifaitquoi.suivi.rapport.compte_rendu import en_json, en_texte


@click.command()
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
@click.option("--format", "forme", type=click.Choice(["texte", "json"]), default="texte", show_default=True,
              help="À lire, ou JSON pour un programme.")
def report(territoire: Path, forme: str) -> None:
    """Dire ce que l'annuaire sait, de quand cela date et ce qui manque : la page « L'annuaire en chiffres », en texte."""
    vu = territoire_verifie(territoire)
    compte = chiffres(vu)
    click.echo(en_json(compte) if forme == "json" else en_texte(vu, compte))
