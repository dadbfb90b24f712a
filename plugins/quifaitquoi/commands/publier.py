"""`quifaitquoi publier`: the few switches that a forge needs, and which of them are missing."""

from __future__ import annotations

from pathlib import Path

import click

from quifaitquoi.annuaire.aujourdhui import aujourdhui
from quifaitquoi.base.refus import Refus
from quifaitquoi.commands.choix import racine_de
from quifaitquoi.commands.territoire import rapport_sans_erreur
from quifaitquoi.suivi.forge.publication import REGLAGES, Etat, constats, depot_de


@click.command()
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
@click.option("--verifier", is_flag=True, help="Demande à la forge ce qui manque (demande internet).")
@click.option("--depot", metavar="COMPTE/DÉPÔT", help="Le dépôt sur la forge ; sinon celui d'où vient ce dossier.")
def publier(territoire: Path, verifier: bool, depot: str | None) -> None:
    """Dire les réglages que la forge demande pour publier, et avec --verifier lesquels manquent.

    Sans jeton, ce qui est public se voit ; GITHUB_TOKEN, s'il est là, montre le reste. Il n'est écrit nulle part.
    """
    racine = racine_de(territoire)
    if not verifier:
        for reglage in REGLAGES:
            click.echo(f"- {reglage.quoi}\n  {reglage.comment}")
        click.echo("« quifaitquoi publier --verifier » demande à la forge lesquels manquent.")
        return
    annuaire = rapport_sans_erreur(racine, aujourdhui(racine)).directory.annuaire
    vus = list(constats(depot_de(racine, depot), annuaire))
    for constat in vus:
        click.echo(f"{constat.etat.value} : {constat.reglage.quoi}" + (f" ({constat.precision})" if constat.precision else ""))
        if constat.etat is not Etat.FAIT:
            click.echo(f"  {constat.reglage.comment}")
    if manquent := sum(constat.etat is Etat.MANQUE for constat in vus):
        raise Refus(f"Il manque {manquent} réglage{'s' if manquent > 1 else ''}")
