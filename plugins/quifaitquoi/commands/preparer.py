"""`quifaitquoi preparer`: brings the browser's files and the fonts, once for each version of the program."""

from __future__ import annotations

import click

from quifaitquoi.base.npm import dossier, installer, prets


@click.command()
def preparer() -> None:
    """Installer une fois les fichiers du navigateur et les polices, que les sites et les dépliants demandent (demande internet).

    Chacun est vérifié par son empreinte. Ils vont dans le cache de votre compte, ou dans le dossier que QUIFAITQUOI_NPM nomme.
    """
    if prets():
        click.echo(f"Tout est déjà là : {dossier()}")
        return
    click.echo("Fichiers pour le navigateur et polices : une trentaine de mégaoctets …")
    installer()
    click.echo(f"Prêt : {dossier()}")
