"""`quifaitquoi build` and `quifaitquoi serve`: the website of a territory, written or previewed."""

from __future__ import annotations

from pathlib import Path

import click

CONFIG = Path("mkdocs.yml")


@click.command()
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
@click.option("--vers", type=click.Path(path_type=Path), default=Path("build/site"), show_default=True,
              help="Dossier du site.")
def build(territoire: Path, vers: Path) -> None:
    """Vérifier l'annuaire et construire son site."""
    # MkDocs takes half a second to import: the other commands must not wait for it.
    from quifaitquoi.site.adapter import ConstructionImpossible, construire
    try:
        construire(CONFIG, territoire, vers)
    except ConstructionImpossible as error:
        raise click.ClickException(str(error)) from None


@click.command()
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port local.")
def serve(territoire: Path, port: int) -> None:
    """Prévisualiser le site : chaque fichier enregistré rafraîchit la page."""
    from quifaitquoi.site.adapter import ConstructionImpossible, servir
    try:
        servir(CONFIG, territoire, port)
    except ConstructionImpossible as error:
        raise click.ClickException(str(error)) from None
