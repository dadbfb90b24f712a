"""`quifaitquoi fond`: the streets that maps are drawn on, taken once from OpenStreetMap. No build ever asks for them."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import click

from quifaitquoi.annuaire.aujourdhui import aujourdhui
from quifaitquoi.base.refus import Refus
from quifaitquoi.commands.choix import racine_de
from quifaitquoi.commands.couleur import a_l_ecran
from quifaitquoi.commands.territoire import rapport_sans_erreur
from quifaitquoi.edition.fond.boite import boite_du_territoire
from quifaitquoi.edition.fond.telechargement import SERVICE, telecharger


@click.command()
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
@click.option("--osm", type=click.Path(path_type=Path), metavar="FICHIER", help="Un extrait d'OpenStreetMap : région.osm.pbf.")
@click.option("--telecharger", "en_ligne", is_flag=True, help="Demander les rues du territoire à un service (demande internet).")
@click.option("--service", default=SERVICE, envvar="QUIFAITQUOI_RUES", metavar="URL",
              help=f"Un autre service Overpass que celui-ci : {SERVICE} (ou QUIFAITQUOI_RUES)")
def fond(territoire: Path, osm: Path | None, en_ligne: bool, service: str) -> None:
    """Garder dans fond/rues.txt les rues du territoire, pour les cartes du site, des fiches et des dépliants.

    Avec --osm, d'un extrait téléchargé à la main (celui d'une région convient : seul le territoire en est gardé) ;
    avec --telecharger, d'un service en ligne, à qui la question n'est posée qu'une fois.
    """
    racine = racine_de(territoire)
    # Streets that cannot be read are what this command is to replace.
    directory = rapport_sans_erreur(racine, aujourdhui(racine), sauf="fond").lisible
    if (osm is None) != en_ligne:
        raise Refus("Dites d'où viennent les rues : --osm région.osm.pbf, ou --telecharger")
    from quifaitquoi.edition.fond.pose import poser  # osmium takes its time to load, and only this command needs it

    boite, jour = boite_du_territoire(directory), aujourdhui(racine).isoformat()
    with tempfile.TemporaryDirectory() as dossier:
        if osm is None:
            _dit(f"Question posée à {service}")
            osm = Path(dossier) / "reponse.osm"
            jour = telecharger(service, boite, osm) or jour
        fichier, trop_longs = poser(racine, osm, boite, jour, _dit)
    if a_l_ecran(sys.stderr):
        click.echo("\r\033[K", nl=False, err=True)
    if trop_longs:
        click.echo(f"Tracés laissés de côté, parce que démesurés : {trop_longs}.", err=True)
    click.echo(f"{os.path.relpath(fichier)} : {fichier.stat().st_size / 1_000_000:.1f} Mo de rues, à publier avec LICENCE.txt.")
    click.echo("Les cartes ne demandent plus rien à un autre serveur : si une page du site dit le contraire "
               "(pages/confidentialite.md), changez-la.")


def _dit(phrase: str) -> None:
    """On one line that renews itself; where nobody watches, one line a step."""
    if a_l_ecran(sys.stderr):
        click.echo(f"\r\033[K{phrase} …", nl=False, err=True)
    elif not phrase[-1].isdigit():
        click.echo(f"{phrase} …", err=True)
