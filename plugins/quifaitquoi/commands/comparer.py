"""`quifaitquoi comparer`: the directory beside an extract of OpenStreetMap, as lists for a person."""

from __future__ import annotations

from pathlib import Path

import click

from quifaitquoi.base.fichier import ecrire
from quifaitquoi.commands.territoire import territoire_verifie
from quifaitquoi.echanges.carte_libre import classeurs, ecarts

SORTIES = Path("build/openstreetmap")


@click.command()
@click.argument("fichiers", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="FICHIER...")
@click.option("--dans", "territoire", type=click.Path(path_type=Path), default=Path("directory"), show_default=True,
              help="L'annuaire.")
def comparer(fichiers: tuple[Path, ...], territoire: Path) -> None:
    """Dire ce qu'OpenStreetMap et l'annuaire ne disent pas pareil, à régler à la main.

    FICHIER : réponse d'Overpass en JSON, ou extrait .osm.pbf. Rien n'est envoyé, aucune fiche ne change. Deux classeurs dans
    build/openstreetmap : ce qui est de l'annuaire seul, sous sa licence, et ce qui vient d'OpenStreetMap, sous ODbL.
    """
    vu = territoire_verifie(territoire)
    faits = ecarts(vu, fichiers)
    click.echo(f"Lus dans l'extrait : {faits.lus}. Absents d'OpenStreetMap : {len(faits.absents_de_la_carte)}. Étiquettes qui "
               f"diffèrent : {len(faits.differents)}. Absents de l'annuaire : {len(faits.absents_d_ici)}.")
    if faits.tus:
        click.echo(f"Laissés de côté, à comparer à la main : {faits.tus}.")
    for nom, octets in classeurs(vu, faits).items():
        ecrire(SORTIES / nom, octets)
        click.echo(f"Écrit : {SORTIES / nom}")
