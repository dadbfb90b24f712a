"""`quifaitquoi links`: which web addresses of the fiches died or moved."""

from __future__ import annotations

from pathlib import Path

import click

from quifaitquoi.commands.territoire import territoire_verifie
from quifaitquoi.suivi.forge.api import forge
from quifaitquoi.suivi.forge.liens import adresses, constats
from quifaitquoi.suivi.forge.rapport import en_demande, en_texte
from quifaitquoi.suivi.forge.ticket import met_a_jour


@click.command()
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
@click.option("--signaler", is_flag=True, help="Tenir aussi à jour la demande « Adresses web à corriger » sur la forge.")
def links(territoire: Path, signaler: bool) -> None:
    """Demander à chaque adresse web des fiches si elle répond encore, et dire lesquelles sont mortes ou déplacées.

    Demande internet. Une adresse morte n'est pas une erreur : le code de sortie reste 0.
    """
    vu = territoire_verifie(territoire)
    ici = forge() if signaler else None
    trouves = constats(adresses(vu.directory))
    if trouves and not any(c.repondu for c in trouves):
        raise click.ClickException("Aucun site n'a répondu : cette machine n'a sans doute pas internet. Rien n'a été publié")
    click.echo(en_texte(trouves))
    for fait in met_a_jour(ici, [en_demande(trouves)]) if ici else ():
        click.echo(fait)
