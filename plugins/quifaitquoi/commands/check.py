"""`quifaitquoi check`: every problem at once, each at its line."""

from __future__ import annotations

import gc
from pathlib import Path

import click

from quifaitquoi.annuaire.aujourdhui import aujourdhui
from quifaitquoi.annuaire.check import LuesAvant, verifier
from quifaitquoi.annuaire.check.problem import FORMATS, Probleme
from quifaitquoi.annuaire.check.tree import TROP
from quifaitquoi.base.cache import Cache
from quifaitquoi.commands.cache import sans_cache
from quifaitquoi.commands.choix import demande, racine_de
from quifaitquoi.commands.couleur import colore


@click.command()
@click.argument("chemins", nargs=-1, type=click.Path(path_type=Path), metavar="[CHEMIN]...")
@click.option("--format", "forme", type=click.Choice(list(FORMATS)), default="texte", show_default=True,
              help="Texte, JSON, ou annotations pour la forge.")
@sans_cache
def check(chemins: tuple[Path, ...], forme: str, cache: Cache) -> None:
    """Vérifier tous les fichiers de l'annuaire (directory par défaut) et dire tous les problèmes à la fois.

    CHEMIN : un annuaire, ou des fichiers et dossiers d'un annuaire dont seuls les problèmes seront dits.
    Le code de sortie est 1 s'il y a une erreur.
    """
    # Everything that is read lives to the end: looking for cycles among it would cost a fifth of the time.
    gc.disable()
    chemins = chemins or (Path("directory"),)
    problemes: list[Probleme] = []
    fichiers, est_demande = 0, demande(chemins)
    for racine in dict.fromkeys(racine_de(chemin) for chemin in chemins):
        rapport = verifier(racine, aujourdhui(racine), memoire=LuesAvant(cache))
        fichiers += rapport.fichiers
        # Everything was read all the same, for references and duplicates.
        problemes += [p for p in rapport.problemes if est_demande(p.fichier) or p.regle == TROP]
    dit = FORMATS[forme](problemes, fichiers)
    click.echo(colore(dit) if forme == "texte" else dit)
    if any(p.niveau == "erreur" for p in problemes):
        raise SystemExit(1)
