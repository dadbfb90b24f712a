"""`quifaitquoi tick-sheet`: a sheet to tick what was asked for and not found, for the front desks of a neighbourhood."""

from __future__ import annotations

from pathlib import Path

import click

from quifaitquoi.base.fichier import ecrire
from quifaitquoi.commands.choix import sortie
from quifaitquoi.commands.territoire import quartier_voulu, refuse_inconnu, territoire_verifie

PAR_DEFAUT = Path("build/feuille-a-cocher.pdf")


@click.command("tick-sheet")
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
@click.option("--quartier", metavar="QUARTIER", help="Le quartier où l'on cherche.")
@click.option("--besoins", default="", metavar="A,B",
              help="Besoins ou racines du vocabulaire, séparés par des virgules. Absent : tous.")
@click.option("--vers", type=click.Path(path_type=Path, dir_okay=False), default=PAR_DEFAUT,
              help=f"Le PDF à écrire ({PAR_DEFAUT} par défaut).")
def tick_sheet(territoire: Path, quartier: str | None, besoins: str, vers: Path) -> None:
    """Faire la feuille à cocher d'un quartier : ce qui a été demandé et pas trouvé, sans nom ni jour.

    À la fin du mois, les nombres se recopient dans manques.yml : « L'annuaire en chiffres » les montre.
    """
    sortie(vers, territoire, ".pdf")
    vu = territoire_verifie(territoire)
    quartier = quartier_voulu(vu, quartier)
    vocabulaire = vu.directory.vocabulaire
    connus = {slug: terme.nom for slug, terme in (*vocabulaire.racines.items(), *vocabulaire.besoins.items())}
    choisis = [mot.strip() for mot in besoins.split(",") if mot.strip()]
    for mot in choisis:
        refuse_inconnu("un besoin du vocabulaire", mot, connus)
    # The typesetter is loaded only where there is something to set.
    from quifaitquoi.suivi.coches.feuille import en_pdf
    ecrire(vers, en_pdf(vu, quartier, choisis))
    click.echo(f"Écrit : {vers}")
