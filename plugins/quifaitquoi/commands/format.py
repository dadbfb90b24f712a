"""`quifaitquoi format`: the usual form of a file, with every fact and every comment that it holds."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import click

from quifaitquoi.annuaire.check.load import lire
from quifaitquoi.annuaire.check.tree import Trouve, parcourir
from quifaitquoi.annuaire.read.faute import Illisible
from quifaitquoi.base.parallele import par_parts
from quifaitquoi.commands.choix import demande, racine_de
from quifaitquoi.edition.decoupe import EditionImpossible
from quifaitquoi.edition.decoupe.fichier import ecrire, ouvrir
from quifaitquoi.edition.mise_en_forme import mettre_en_forme


class Fait(NamedTuple):
    """What became of a file: whether it was written again, or the sentence that says why it was left as it is."""

    fichier: str
    change: bool = False
    refus: str = ""


@click.command(name="format")
@click.argument("chemins", nargs=-1, type=click.Path(path_type=Path), metavar="[CHEMIN]...")
def format(chemins: tuple[Path, ...]) -> None:
    """Mettre les fichiers en ordre, sans rien perdre : l'ordre des champs, les téléphones, les heures, les guillemets.

    CHEMIN : un annuaire, ou des fichiers et dossiers d'un annuaire (directory par défaut). Les commentaires suivent leur
    champ. Ce que dit chaque fichier ne change pas. Le code de sortie est 1 si un fichier n'a pas pu être lu.
    """
    chemins = chemins or (Path("directory"),)
    faits: list[Fait] = []
    for racine in dict.fromkeys(racine_de(chemin) for chemin in chemins):
        trouves = list(parcourir(racine))
        annuaire = next((lire(t, racine, Path.cwd(), "FR").element for t in trouves if t.genre == "annuaire"), None)
        pays = annuaire.pays if annuaire else "FR"
        faits += par_parts(lambda part, racine=racine, pays=pays: [_un(t, racine, pays) for t in part], _demandes(trouves, chemins))
    for fait in faits:
        if fait.change:
            click.echo(fait.fichier)
        elif fait.refus:
            click.echo(f"{fait.fichier}{fait.refus}", err=True)
    changes, refus = sum(fait.change for fait in faits), sum(bool(fait.refus) for fait in faits)
    click.echo(f"{changes} {'fichiers remis' if changes > 1 else 'fichier remis'} en forme sur {len(faits)}.")
    if refus:
        raise click.ClickException(f"{refus} {'fichiers laissés tels quels' if refus > 1 else 'fichier laissé tel quel'} : "
                                   "lancez « quifaitquoi check »")


def _demandes(trouves: Sequence[Trouve], chemins: tuple[Path, ...]) -> list[Trouve]:
    """The files asked for that have a model; `check` tells of the others."""
    est_demande = demande(chemins)
    return [t for t in trouves if t.modele and est_demande(t.fichier)]


def _un(trouve: Trouve, racine: Path, pays: str) -> Fait:
    ici = os.path.relpath(trouve.fichier)
    try:
        fichier = ouvrir(trouve.fichier, racine)
        texte = mettre_en_forme(fichier.texte, trouve.modele, pays)
        if texte != fichier.texte:
            ecrire(fichier, texte)
        return Fait(ici, change=texte != fichier.texte)
    except Illisible as error:
        return Fait(ici, refus=f":{error.faute.ligne}:{error.faute.colonne}: {error.faute.phrase}")
    except EditionImpossible as error:
        return Fait(ici, refus=f": {error}")
