"""`quifaitquoi build` and `quifaitquoi serve`: the website of a territory, written or previewed."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
@click.option("--vers", type=click.Path(path_type=Path), default=Path("build/site"), show_default=True,
              help="Dossier du site.")
def build(territoire: Path, vers: Path) -> None:
    """Vérifier l'annuaire, construire son site et les dépliants que annuaire.yml demande.

    Un dépliant qui ne peut pas être fait n'arrête pas les autres ; le code de sortie est alors 1.
    """
    # MkDocs takes half a second to import: the other commands must not wait for it.
    from quifaitquoi.papier.depliants.lot import depliants_du_territoire, manquants
    from quifaitquoi.site.adapter import construire
    vu = construire(territoire, vers)
    if manque := manquants(depliants_du_territoire(vu, vers, lambda phrase: click.echo(phrase, err=True))):
        raise click.ClickException(manque)


@click.command()
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port local.")
def serve(territoire: Path, port: int) -> None:
    """Prévisualiser le site : chaque fichier enregistré rafraîchit la page."""
    from quifaitquoi.site.adapter import servir
    servir(territoire, port)
