"""`quifaitquoi vacances`: the school holidays of the territory, once, from the Ministry's open data. No build ever asks."""

from __future__ import annotations

import os
from pathlib import Path

import click

from quifaitquoi.annuaire.aujourdhui import aujourdhui
from quifaitquoi.annuaire.check import verifier
from quifaitquoi.base.refus import Refus
from quifaitquoi.commands.choix import racine_de
from quifaitquoi.edition.decoupe import EditionImpossible
from quifaitquoi.edition.decoupe.fichier import ecrire, ouvrir_ou_neuf
from quifaitquoi.edition.vacances import EXPORT, demander, en_yaml, publiees


@click.command()
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
@click.option("--adresse", default=EXPORT, metavar="URL", help="Une copie de l'export JSON du ministère, à la place du sien.")
def vacances(territoire: Path, adresse: str) -> None:
    """Écrire dans vacances.yml les vacances scolaires de la zone d'annuaire.yml, d'après le ministère (demande internet).

    À relancer une fois par an : la vérification le rappelle trois mois avant le dernier jour connu.
    """
    racine = racine_de(territoire)
    jour = aujourdhui(racine)
    # Whatever else is wrong in the territory, its holidays can be read; a vacances.yml that is broken is replaced.
    zone = verifier(racine, jour).lisible.annuaire.zone_scolaire
    if zone is None:
        raise Refus("annuaire.yml ne dit pas la zone scolaire : ajoutez-y « zone_scolaire: B » (A, B, C, corse, reunion…), ou "
                    "écrivez vacances.yml à la main")
    trouvees = publiees(demander(adresse, jour), zone, jour)
    texte = en_yaml(trouvees, jour)
    chemin = racine / "vacances.yml"
    try:
        ecrire(ouvrir_ou_neuf(chemin, racine), texte)
    except EditionImpossible as error:
        raise Refus(str(error)) from None
    click.echo(f"{os.path.relpath(chemin)} : vacances scolaires de la zone {zone}, écrites. Relisez-les :\n\n{texte}", nl=False)
