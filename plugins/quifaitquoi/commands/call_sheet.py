"""`quifaitquoi call-sheet`: what is due, on paper to phone through or on screen to fill in."""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import count
from pathlib import Path

import click

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.base.fichier import ecrire
from quifaitquoi.commands.choix import sortie
from quifaitquoi.commands.territoire import quartier_connu, role_connu, territoire_verifie
from quifaitquoi.suivi.appel.feuille import Feuille, feuille

PAR_DEFAUT = Path("build/feuille-d-appel.pdf")


@click.command("call-sheet")
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
@click.option("--par", metavar="ROLE", help="Seulement les fiches de ce rôle d'annuaire.yml.")
@click.option("--quartier", metavar="QUARTIER", help="Seulement les fiches de ce quartier.")
@click.option("--tout", is_flag=True, help="Aussi ce qui est vérifié à temps.")
@click.option("--vers", type=click.Path(path_type=Path, dir_okay=False), help=f"Le PDF à écrire ({PAR_DEFAUT} par défaut).")
@click.option("--tableur", type=click.Path(path_type=Path, dir_okay=False),
              help="La même feuille à remplir à l'écran (.xlsx, pour LibreOffice, Excel ou un autre).")
def call_sheet(territoire: Path, par: str | None, quartier: str | None, tout: bool, vers: Path | None,
               tableur: Path | None) -> int:
    """Faire la feuille d'appel : ce que nous croyons, à lire au téléphone, avec des cases et des lignes pour répondre.

    Sans --tout, seulement ce qui est à vérifier (« quifaitquoi stale »). Une fiche qui ne peut pas s'imprimer n'arrête pas
    les autres : elle est nommée, et le code de sortie est alors 1.
    """
    if tableur and tableur.suffix.lower() != ".xlsx":
        raise click.ClickException(f"« {tableur} » : le tableur s'écrit en .xlsx. Exemple : --tableur feuille.xlsx")
    if tableur and os.path.lexists(tableur):
        # What was answered on the phone may be in it, and nowhere else yet.
        raise click.ClickException(f"« {tableur} » existe déjà, et des réponses y sont peut-être : rien n'a été changé. Donnez un "
                                   f"autre nom, ou effacez-le d'abord. Exemple : --tableur {_libre(tableur)}")
    for ou, fin in filter(lambda demande: demande[0], ((vers, ".pdf"), (tableur, ".xlsx"))):
        sortie(ou, territoire, fin)
    vu = territoire_verifie(territoire)
    role_connu(vu, par)
    quartier_connu(vu, quartier)
    faite = feuille(vu, par, quartier, tout)
    if not faite.fiches and not faite.relais:
        if tout or not feuille(vu, par, quartier, tout=True).fiches:
            click.echo("Aucune fiche à demander ici, donc pas de feuille")
            return 0
        click.echo(f"Rien à vérifier ici au {faite.date}, donc pas de feuille. Pour tout revoir quand même : --tout")
        return 0
    laissees = False
    if tableur:
        from quifaitquoi.suivi.appel.tableur import en_tableur
        _ecrit(tableur, en_tableur(faite, vu.aujourdhui))
    if vers or not tableur:
        faite, laissees = _imprime(vers or PAR_DEFAUT, faite, vu)
    n, m = faite.structures, faite.fiches
    relais = f", {len(faite.relais)} lieu{'x' if len(faite.relais) > 1 else ''} où remplacer les feuilles" if faite.relais else ""
    click.echo(f"{n} structure{'s' if n > 1 else ''}, {m} fiche{'s' if m > 1 else ''}{relais}.")
    return int(laissees)


def _imprime(vers: Path, faite: Feuille, vu: Territoire) -> tuple[Feuille, bool]:
    """What is on paper, and whether anything had to be left out: each is said before the end."""
    # The typesetter is loaded only where there is something to set.
    from quifaitquoi.pdf import CaractereManquant
    from quifaitquoi.suivi.appel.feuille_pdf import en_pdf
    entiere = faite
    while True:
        try:
            pdf = en_pdf(faite, vu.directory.annuaire.langues[0], vu.aujourdhui)
            break
        except CaractereManquant as refus:
            reste = faite.sans(refus.manquent.keys())
            if reste in (faite, replace(faite, sections=())):
                raise
            click.echo(f"{refus} Ce n'est pas sur la feuille.", err=True)
            faite = reste
    _ecrit(vers, pdf)
    return faite, faite != entiere


def _libre(pris: Path) -> Path:
    return next(libre for n in count(2) if not os.path.lexists(libre := pris.with_stem(f"{pris.stem}-{n}")))


def _ecrit(fichier: Path, octets: bytes) -> None:
    ecrire(fichier, octets)
    click.echo(f"Écrit : {fichier}")
