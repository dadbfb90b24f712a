"""`quifaitquoi schema`: write the JSON Schemas again after a change of the models."""

from __future__ import annotations

import click

from quifaitquoi.base.fichier import ecrire
from quifaitquoi.schema import DOSSIER, schemas


@click.command()
def schema() -> None:
    """Écrire à nouveau les schémas JSON que les éditeurs lisent (pour qui change les modèles)."""
    for nom, texte in schemas().items():
        ecrire(DOSSIER / nom, texte)
        click.echo(f"plugins/quifaitquoi/schema/{nom}")
