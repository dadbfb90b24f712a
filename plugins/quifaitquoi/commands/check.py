"""`quifaitquoi check`: every problem at once, each at its line."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from quifaitquoi.base.clock import aujourdhui
from quifaitquoi.base.texte import visible
from quifaitquoi.check import verifier
from quifaitquoi.check.problem import FORMATS, Probleme


def racine_de(chemin: Path) -> Path:
    """The territory that `chemin` belongs to: the nearest folder above it that holds an annuaire.yml."""
    if not os.path.exists(chemin):
        raise click.ClickException(f"« {visible(str(chemin))} » n'existe pas ici. Donnez le dossier d'un annuaire, celui qui "
                                   "contient annuaire.yml")
    absolu = chemin.absolute()
    for dossier in (absolu, *absolu.parents):
        if (dossier / "annuaire.yml").is_file():
            return Path(os.path.relpath(dossier))
    if chemin.is_dir():
        return chemin
    raise click.ClickException(f"« {chemin} » n'est dans aucun annuaire : aucun dossier au-dessus ne contient annuaire.yml")


@click.command()
@click.argument("chemins", nargs=-1, type=click.Path(path_type=Path), metavar="[CHEMIN]...")
@click.option("--format", "forme", type=click.Choice(list(FORMATS)), default="texte", show_default=True,
              help="Texte, JSON, ou annotations pour la forge.")
def check(chemins: tuple[Path, ...], forme: str) -> None:
    """Vérifier tous les fichiers de l'annuaire (directory par défaut) et dire tous les problèmes à la fois.

    CHEMIN : un annuaire, ou des fichiers et dossiers d'un annuaire dont seuls les problèmes seront dits.
    Le code de sortie est 1 s'il y a une erreur.
    """
    # Everything that is read lives to the end: looking for cycles among it would cost a fifth of the time.
    gc.disable()
    chemins = chemins or (Path("directory"),)
    problemes: list[Probleme] = []
    fichiers, est_demande = 0, demande(chemins)
    for racine in dict.fromkeys(racine_de(chemin) for chemin in chemins):
        rapport = verifier(racine, aujourdhui())
        fichiers += rapport.fichiers
        # Everything was read all the same, for references and duplicates.
        problemes += [p for p in rapport.problemes if est_demande(p.fichier)]
    click.echo(FORMATS[forme](problemes, fichiers))
    if any(p.niveau == "erreur" for p in problemes):
        raise SystemExit(1)


def demande(chemins: Iterable[Path]) -> Callable[[str | Path], bool]:
    """Whether a file is one of `chemins`, or in one of these folders."""
    demandes = [Path(os.path.abspath(chemin)) for chemin in chemins]
    return lambda fichier: any(Path(os.path.abspath(fichier)).is_relative_to(ici) for ici in demandes)
