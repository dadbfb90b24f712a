"""`quifaitquoi fond`: fetch the map background of zones, once, for the maps of leaflets. No build ever does."""

from __future__ import annotations

from pathlib import Path

import click

from quifaitquoi.base.refus import Refus
from quifaitquoi.commands.territoire import quartier_connu, territoire_verifie


@click.command()
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
@click.option("--quartier", "quartiers", multiple=True, metavar="QUARTIER", help="Plusieurs fois pour plusieurs. Absent : tous.")
@click.option("--vers", type=click.Path(path_type=Path), help="Dossier du cache.  [défaut : build/cache/fond]")
def fond(territoire: Path, quartiers: tuple[str, ...], vers: Path | None) -> None:
    """Chercher une fois le fond de carte des quartiers pour les plans des dépliants (demande internet).

    Le service de tuiles est celui de fond_de_carte dans annuaire.yml ; son attribution est imprimée sous chaque plan.
    """
    vu = territoire_verifie(territoire)
    annuaire, connus = vu.directory.annuaire, vu.directory.quartiers
    if annuaire.fond_de_carte == "aucun":
        raise click.ClickException("annuaire.yml dit « fond_de_carte: aucun » : il n'y a rien à chercher.")
    for slug in quartiers:
        quartier_connu(vu, slug)
    from quifaitquoi.papier.fond.fond import dossier
    from quifaitquoi.papier.fond.tuiles import chercher
    voulus = [connus[slug] for slug in quartiers] or [q for q in connus.values() if q.contour or q.centre]
    echecs = []
    for quartier in voulus:
        try:
            click.echo(
                str(chercher(annuaire.fond_de_carte, quartier, vers or dossier(), lambda phrase: click.echo(phrase, err=True)))
            )
        except Refus as error:
            click.echo(f"{quartier.slug} : {error}", err=True)
            echecs.append(quartier.slug)
    if echecs:
        raise click.ClickException(f"Fond de carte non obtenu pour : {', '.join(echecs)}.")
