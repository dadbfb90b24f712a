"""`quifaitquoi fond`: fetch the map background of zones, once, for the maps of leaflets. No build ever does."""

from __future__ import annotations

from pathlib import Path

import click

from quifaitquoi.base.clock import aujourdhui
from quifaitquoi.check import verifier


@click.command()
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
@click.option("--quartier", "quartiers", multiple=True, metavar="QUARTIER", help="Plusieurs fois pour plusieurs. Absent : tous.")
@click.option("--vers", type=click.Path(path_type=Path), help="Dossier du cache.  [défaut : build/cache/fond]")
def fond(territoire: Path, quartiers: tuple[str, ...], vers: Path | None) -> None:
    """Chercher une fois le fond de carte des quartiers pour les plans des dépliants (demande internet).

    Le service de tuiles est celui de fond_de_carte dans annuaire.yml ; son attribution est imprimée sous chaque plan.
    """
    rapport = verifier(territoire, aujourdhui())
    if rapport.directory is None:
        raise click.ClickException(f"L'annuaire {territoire} a des erreurs : voyez « quifaitquoi check {territoire} ».")
    annuaire, connus = rapport.directory.annuaire, rapport.directory.quartiers
    if annuaire.fond_de_carte == "aucun":
        raise click.ClickException("annuaire.yml dit « fond_de_carte: aucun » : il n'y a rien à chercher.")
    for slug in quartiers:
        if slug not in connus:
            raise click.ClickException(f"« {slug} » n'est pas un quartier connu. Il y a : {', '.join(connus)}.")
    from quifaitquoi.leaflets.fond import dossier
    from quifaitquoi.leaflets.tuiles import FondImpossible, chercher
    voulus = [connus[slug] for slug in quartiers] or [q for q in connus.values() if q.contour or q.centre]
    echecs = []
    for quartier in voulus:
        try:
            click.echo(str(chercher(annuaire.fond_de_carte, quartier, vers or dossier(), lambda phrase: click.echo(phrase, err=True))))
        except FondImpossible as error:
            click.echo(f"{quartier.slug} : {error}", err=True)
            echecs.append(quartier.slug)
    if echecs:
        raise click.ClickException(f"Fond de carte non obtenu pour : {', '.join(echecs)}.")
