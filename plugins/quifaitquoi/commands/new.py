"""`quifaitquoi new`: a handful of questions, and a valid fiche."""

from __future__ import annotations

from pathlib import Path

import click

from quifaitquoi.annuaire.aujourdhui import aujourdhui
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import visible
from quifaitquoi.commands.choix import racine_de
from quifaitquoi.commands.territoire import rapport_sans_erreur
from quifaitquoi.edition.formulaires.brouillon import Brouillon
from quifaitquoi.edition.formulaires.demander import demande_oui
from quifaitquoi.edition.formulaires.entretien import Entretien
from quifaitquoi.edition.formulaires.lecture import Lecture
from quifaitquoi.edition.formulaires.pose import poser
from quifaitquoi.edition.formulaires.proposition import ajouter
from quifaitquoi.edition.reponses.comprendre import Incompris

GARDEES = "Vos réponses sont gardées : relancez « quifaitquoi new » pour les revoir une à une"


@click.command()
@click.option("--dans", "territoire", type=click.Path(path_type=Path), default=Path("directory"), show_default=True,
              help="L'annuaire.")
def new(territoire: Path) -> None:
    """Écrire une fiche en répondant à quelques questions. Ce qu'on ne sait pas reste vide, et le site le dit.

    Les réponses sont gardées à mesure : une fiche interrompue se reprend.
    """
    racine = racine_de(territoire)
    jour = aujourdhui(racine)
    rapport = rapport_sans_erreur(racine, jour)
    brouillon = Brouillon(racine)
    if brouillon.reponses and not demande_oui(f"« {visible(brouillon.reponses.get('nom', 'Une fiche'), 80)} » est commencée. "
                                              "La reprendre ?"):
        brouillon.efface()
    reponses = Entretien(rapport.directory, brouillon).mene()
    try:
        proposition = ajouter(Lecture(reponses, rapport.directory), "", jour)
        click.echo(f"\n{proposition.chemin}\n\n{proposition.texte}")
        if not demande_oui("Écrire cette fiche ?"):
            raise click.ClickException(f"Rien n'a été écrit. {GARDEES}")
        problemes = poser(proposition, racine, rapport, jour)
    except Incompris as error:
        raise Refus(f"{str(error).rstrip('.')}. Rien n'a été écrit. {GARDEES}") from None
    for probleme in problemes:
        click.echo(str(probleme), err=True)
    if any(p.niveau == "erreur" for p in problemes):
        raise click.ClickException(f"Rien n'a été écrit. {GARDEES}")
    brouillon.efface()
    fichier = racine / proposition.chemin
    click.echo(f"\nLa fiche est écrite : {fichier}\nRelisez-la, complétez-la, puis « quifaitquoi check ».")
    if "voie" in reponses and "position" not in reponses:
        click.echo(f"Pour la mettre sur la carte : quifaitquoi geocode {fichier}")
