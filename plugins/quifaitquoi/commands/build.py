"""`quifaitquoi build` and `quifaitquoi serve`: the website of a territory, written or previewed."""

from __future__ import annotations

from pathlib import Path

import click

DEPLIANTS_MANQUANTS = 3  # 1 is a directory with errors or a crash, 2 a command that was written wrong


@click.command()
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
@click.option("--vers", type=click.Path(path_type=Path), default=Path("build/site"), show_default=True,
              help="Dossier du site.")
def build(territoire: Path, vers: Path) -> None:
    """Vérifier l'annuaire, construire son site et les dépliants que annuaire.yml demande.

    Un dépliant qui ne peut pas être fait n'arrête ni le site ni les autres : la page « Dépliants »
    dit lequel et pourquoi, et le code de sortie est alors 3.
    """
    # MkDocs takes half a second to import: the other commands must not wait for it.
    from quifaitquoi.annuaire.enrich import Territoire
    from quifaitquoi.papier.depliants.lot import absents, depliants_du_territoire, manquants
    from quifaitquoi.savoir.depliants import Absents
    from quifaitquoi.site.adapter import construire
    resultats = []

    def depliants(vu: Territoire) -> Absents:
        resultats.extend(depliants_du_territoire(vu, vers, lambda phrase: click.echo(phrase, err=True)))
        return absents(resultats)

    construire(territoire, vers, depliants)
    if manque := manquants(resultats):
        erreur = click.ClickException(f"Le site est construit. {manque}")
        erreur.exit_code = DEPLIANTS_MANQUANTS
        raise erreur


@click.command()
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port local.")
def serve(territoire: Path, port: int) -> None:
    """Prévisualiser le site : chaque fichier enregistré rafraîchit la page."""
    from quifaitquoi.site.adapter import servir
    servir(territoire, port)
