"""`quifaitquoi comite`: what a committee of residents reviews around a table, on paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from quifaitquoi.base.fichier import ecrire
from quifaitquoi.commands.choix import racine_de, sortie
from quifaitquoi.commands.territoire import quartier_voulu, territoire_verifie

PAR_DEFAUT = Path("build/comite.pdf")


@click.command("comite")
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
@click.option("--quartier", metavar="QUARTIER", help="Le quartier du comité.")
@click.option("--vers", type=click.Path(path_type=Path, dir_okay=False), default=PAR_DEFAUT,
              help=f"Le PDF à écrire ({PAR_DEFAUT} par défaut).")
def comite(territoire: Path, quartier: str | None, vers: Path) -> int:
    """Faire le dossier d'une réunion de relecture : vingt fiches en gros caractères, à cocher ensemble.

    D'abord ce qui a changé depuis un mois, à la fin une feuille pour qui écrit. Une fiche qui ne peut pas s'imprimer n'arrête
    pas les autres : elle est nommée, et le code de sortie est alors 1.
    """
    sortie(vers, territoire, ".pdf")
    vu = territoire_verifie(territoire)
    quartier = quartier_voulu(vu, quartier)
    # The typesetter and git are asked only where there is something to set.
    from quifaitquoi.pdf import CaractereManquant
    from quifaitquoi.savoir.historique import histoire
    from quifaitquoi.suivi.comite.dossier import dossier
    from quifaitquoi.suivi.comite.dossier_pdf import en_pdf
    from quifaitquoi.suivi.comite.feuille import cote_a_cote, note
    fait = dossier(vu, quartier, histoire(racine_de(territoire), vu.directory, vu.aujourdhui))
    if not fait.fiches:
        click.echo("Aucune fiche à relire dans ce quartier, donc pas de dossier")
        return 0
    langue, laissees = vu.directory.annuaire.langues[0], False
    try:
        pdf = en_pdf(fait, langue, vu.aujourdhui)
    except CaractereManquant as refus:
        restent = tuple(f for f in fait.fiches if f.slug not in refus.manquent)
        if len(restent) in (0, len(fait.fiches)):
            raise
        click.echo(f"{refus} Ce n'est pas dans le dossier.", err=True)
        fait, laissees = replace(fait, fiches=restent), True
        pdf = en_pdf(fait, langue, vu.aujourdhui)
    note(fait, cote_a_cote(vers))
    ecrire(vers, pdf)
    n = len(fait.fiches)
    click.echo(f"Écrit : {vers}\n{n} fiche{'s' if n > 1 else ''} à relire. Après la réunion : "
               f"quifaitquoi from-sheet {cote_a_cote(vers)}")
    return int(laissees)
