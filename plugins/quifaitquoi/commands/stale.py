"""`quifaitquoi stale`: what is due for verification, and whose turn it is."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import click

from quifaitquoi.commands.couleur import a_l_ecran
from quifaitquoi.commands.territoire import role_connu, territoire_verifie
from quifaitquoi.savoir.echeances import dues
from quifaitquoi.suivi.rapport.tableau import en_json, en_tableau


@click.command()
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
@click.option("--par", metavar="ROLE", help="Seulement les fiches de ce rôle d'annuaire.yml.")
@click.option("--format", "forme", type=click.Choice(["table", "json"]), default="table", show_default=True,
              help="Tableau à lire, ou JSON pour un programme.")
def stale(territoire: Path, par: str | None, forme: str) -> None:
    """Dire ce qui est à vérifier : d'abord ce que personne n'a jamais vérifié, puis le plus en retard."""
    vu = territoire_verifie(territoire)
    role_connu(vu, par)
    echeances = dues(vu, par)
    click.echo(en_json(vu, echeances) if forme == "json" else en_tableau(vu, echeances, _largeur(), par))


def _largeur() -> int | None:
    """How wide a line may be: a pipe sets no limit, so that grep finds a fiche on one line."""
    if a_l_ecran(sys.stdout) or os.environ.get("COLUMNS", "").isdigit():
        return max(40, shutil.get_terminal_size().columns)
    return None
