"""What was asked for on the command line: which territory, which files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from quifaitquoi.base.texte import visible


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


def demande(chemins: Iterable[Path]) -> Callable[[str | Path], bool]:
    """Whether a file is one of `chemins`, or in one of these folders."""
    demandes = [Path(os.path.abspath(chemin)) for chemin in chemins]
    return lambda fichier: any(Path(os.path.abspath(fichier)).is_relative_to(ici) for ici in demandes)
