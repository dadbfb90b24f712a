"""`quifaitquoi review`: what a change would do to the directory, for whoever accepts it."""

from __future__ import annotations

import gc
from pathlib import Path

import click

from quifaitquoi.annuaire.aujourdhui import aujourdhui
from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.check.problem import FORMATS
from quifaitquoi.base.fichier import ecrire
from quifaitquoi.base.git import depot
from quifaitquoi.commands.choix import racine_de, sortie
from quifaitquoi.commands.couleur import colore
from quifaitquoi.suivi.relecture.en_markdown import en_markdown
from quifaitquoi.suivi.relecture.en_page import en_page
from quifaitquoi.suivi.relecture.relecture import relecture
from quifaitquoi.suivi.relecture.versions import versions


@click.command()
@click.argument("base")
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
@click.option("--vers", type=click.Path(path_type=Path, file_okay=False), default=Path("build/relecture"), show_default=True,
              help="Dossier où écrire resume.md et relecture.html.")
@click.option("--format", "forme", type=click.Choice(list(FORMATS)), default="texte", show_default=True,
              help="Comment dire les problèmes : texte, JSON, ou annotations pour la forge.")
def review(base: str, territoire: Path, vers: Path, forme: str) -> None:
    """Raconter ce qui change depuis BASE (une révision de git : main, HEAD^1…), fichier par fichier, avant et après.

    Ne sont dits que les problèmes des fichiers changés, et les erreurs des autres. Le code de sortie est 1 s'il y a une erreur.
    """
    gc.disable()  # as for the check: everything that is read lives to the end
    racine = racine_de(territoire)
    sortie(vers, territoire)
    jour = aujourdhui(racine)
    rapport = verifier(racine, jour)
    relue = relecture(rapport, versions(racine, depot(racine, base), rapport.lisible), racine, jour)
    ecrire(vers / "resume.md", en_markdown(relue))
    ecrire(vers / "relecture.html", en_page(relue))
    dit = FORMATS[forme](relue.problemes, relue.fichiers)
    click.echo(colore(dit) if forme == "texte" else dit)
    if forme == "texte":
        click.echo(f"{relue.titre} : {vers / 'relecture.html'}")
    if rapport.erreurs:
        raise SystemExit(1)
