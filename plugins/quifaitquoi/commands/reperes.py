"""`quifaitquoi reperes`: the stops and lines of the territory, from the feed that its transport network publishes (GTFS)."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from quifaitquoi.annuaire.aujourdhui import aujourdhui
from quifaitquoi.annuaire.read.faute import Illisible
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import visible
from quifaitquoi.commands.choix import racine_de
from quifaitquoi.commands.territoire import rapport_sans_erreur
from quifaitquoi.edition.decoupe import EditionImpossible
from quifaitquoi.edition.decoupe.fichier import ecrire, ouvrir_ou_neuf
from quifaitquoi.edition.gtfs.flux import Flux
from quifaitquoi.edition.gtfs.pose import poser, source_connue
from quifaitquoi.edition.gtfs.reseau import GENRES, lire

NOMMES = 12  # names in a line of the account


@click.command()
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
@click.option("--gtfs", type=click.Path(path_type=Path), metavar="CHEMIN",
              help="Le réseau au format GTFS : un dossier, ou un fichier .zip.")
@click.option("--genres", metavar="LISTE", help=f"Seulement ces lignes-là, avec des virgules : {', '.join(GENRES)}.")
@click.option("--source", metavar="TITRE", help="D'où vient ce réseau, avec sa licence ; gardé d'une fois à l'autre.")
def reperes(territoire: Path, gtfs: Path | None, genres: str | None, source: str | None) -> None:
    """Renouveler les arrêts et les lignes de reperes.yml, d'après les horaires qu'un réseau publie (GTFS).

    Ce qui est connu est changé à sa place, ce qui est nouveau suit, ce que le réseau n'a plus est dit et reste. Seuls comptent
    les arrêts de l'emprise d'annuaire.yml.
    """
    if gtfs is None:
        raise click.UsageError("Dites où est le réseau : --gtfs DOSSIER, ou --gtfs FICHIER.zip")
    racine = racine_de(territoire)
    jour = aujourdhui(racine)
    directory = rapport_sans_erreur(racine, jour).directory
    voulus = _genres(genres)
    source = source or source_connue(directory)
    if source is None:
        raise Refus("Dites d'où vient ce réseau, et sous quelle licence : --source « GTFS de la CTS (Licence Ouverte 2.0) »")
    reseau = lire(Flux(gtfs), directory.annuaire.emprise, voulus)
    if not reseau.arrets:
        raise Refus("aucun arrêt de ce réseau n'est dans l'emprise d'annuaire.yml avec une ligne de ces genres. Rien n'a été écrit")
    fichier = ouvrir_ou_neuf(racine / "reperes.yml", racine)
    try:
        texte, compte = poser(fichier.texte, reseau, directory, voulus, source, jour)
    except Illisible as error:
        raise EditionImpossible(error.faute.phrase) from None
    if texte != fichier.texte:
        ecrire(fichier, texte)
    ici = os.path.relpath(fichier.chemin)
    click.echo(f"{ici} : {len(reseau.arrets)} arrêts et {len(reseau.lignes)} lignes de ce réseau sur le territoire.")
    for quoi, noms in (("Nouveaux", compte.nouveaux), ("Changés", compte.changes), ("Lignes tracées ou changées", compte.lignes),
                       ("Plus dans ce réseau, à revoir à la main", compte.partis)):
        if noms:
            click.echo(f"{quoi} ({len(noms)}) : {_dits(noms)}")
    if reseau.refuses:
        click.echo(f"Laissés de côté, sans nom ni place qui se comprenne : {reseau.refuses}.")
    if texte == fichier.texte:
        click.echo("Rien n'a changé.")


def _genres(genres: str | None) -> tuple[str, ...]:
    voulus = tuple(genre.strip() for genre in genres.split(",")) if genres else tuple(GENRES)
    for genre in voulus:
        if genre not in GENRES:
            raise Refus(f"« {visible(genre)} » n'est pas un genre de ligne : {', '.join(GENRES)}")
    return voulus


def _dits(noms: Sequence[str]) -> str:
    return ", ".join(visible(nom) for nom in noms[:NOMMES]) + (" …" if len(noms) > NOMMES else "")
