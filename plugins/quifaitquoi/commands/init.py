"""`quifaitquoi init`: a new territory that passes the check and builds."""

from __future__ import annotations

import re
from pathlib import Path

import click

from quifaitquoi.annuaire.check.load import lire
from quifaitquoi.annuaire.model.annuaire import Annuaire
from quifaitquoi.annuaire.read.tree import trouve
from quifaitquoi.base.fourni import fourni
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import visible
from quifaitquoi.commands.choix import racine_de
from quifaitquoi.edition.depot import neuf as depot
from quifaitquoi.edition.depot.neuf import DONNEES, FORGES
from quifaitquoi.edition.depot.programme import celui_ci
from quifaitquoi.edition.depot.programme import demande as demande_programme
from quifaitquoi.edition.formulaires.demander import demande
from quifaitquoi.edition.formulaires.territoire_neuf import TerritoireNeuf, ecrire
from quifaitquoi.edition.reponses import comprendre
from quifaitquoi.edition.reponses.comprendre import Incompris
from quifaitquoi.langues import est_connue, pourquoi_pas


@click.command()
@click.argument("dossier", type=click.Path(path_type=Path))
@click.option("--modele", type=click.Path(path_type=Path), default=fourni("annuaire"), show_default="ceux du programme",
              help="L'annuaire dont les mots, les traductions et les pages communes sont repris.")
@click.option("--forge", type=click.Choice(FORGES), default=FORGES[0], show_default=True, help="Où ce dépôt sera publié.")
@click.option("--programme", metavar="ADRESSE[@VERSION]", help="Le dépôt git du programme, s'il ne vient pas de là.")
def init(dossier: Path, modele: Path, forge: str, programme: str | None) -> None:
    """Commencer un nouveau territoire dans DOSSIER, qui ne doit pas encore exister, en répondant à quelques questions.

    DOSSIER devient un dépôt entier : l'annuaire dans directory/, et autour ce qu'il faut pour le vérifier, le publier et le garder
    à jour. Le programme n'y est pas copié : requirements.txt le nomme, à sa version.
    """
    if dossier.exists():
        raise click.ClickException(f"« {visible(str(dossier))} » existe déjà : donnez le nom d'un dossier nouveau, par exemple "
                                   "nouveau-territoire")
    du_programme = demande_programme(programme) if programme else celui_ci()
    annuaire = _annuaire_de(modele)
    nom = demande("Nom du territoire (une ville, un canton…)", comprendre.slug, obligatoire=True)
    communes = demande("Communes, séparées par des virgules", obligatoire=True)
    exemple = ", ".join(annuaire.langues)
    langues = demande(f"Langues du site, la première est le français (exemple : {exemple})", _langues, obligatoire=True)
    neuf = TerritoireNeuf(
        nom=nom,
        communes=[commune.strip() for commune in communes.split(",") if commune.strip()],
        langues=langues.replace(" ", "").split(","),
        quartier=demande("Premier quartier", comprendre.slug, obligatoire=True),
        centre=_position(demande("Son centre, latitude puis longitude (exemple : 48.5691, 7.7629)", _position, obligatoire=True)),
        rayon=_rayon(demande("Son rayon en mètres (exemple : 800)", _rayon, obligatoire=True)),
    )
    a_completer = ecrire(neuf, modele, annuaire, dossier / DONNEES)
    restes = depot.ecrire(dossier, neuf.nom, du_programme, forge)
    click.echo(f"\nLe territoire est dans {dossier}. À relire et à compléter :")
    for fichier in a_completer:
        click.echo(f"  {fichier}")
    click.echo(f"Ensuite : quifaitquoi new --dans {dossier}")
    for reste in restes:
        click.echo(reste)


def _annuaire_de(modele: Path) -> Annuaire:
    """The annuaire.yml of a model, which need not be whole: the program's own has no fiches."""
    racine = racine_de(modele)
    lu = lire(trouve(racine / "annuaire.yml", racine), racine, Path.cwd(), "FR")
    if lu.element is None or any(p.niveau == "erreur" for p in lu.problemes):
        raise Refus("\n".join(["L'annuaire repris a des erreurs : corrigez-les d'abord.", *map(str, lu.problemes[:20])]))
    return lu.element


def _langues(texte: str) -> None:
    codes = texte.replace(" ", "").split(",")
    inconnus = [code for code in codes if not est_connue(code)]
    if inconnus:
        raise Incompris(f"« {visible(inconnus[0])} » {pourquoi_pas(inconnus[0])}. Exemples : fr, en, ar")
    if codes[0] != "fr" or len(set(codes)) < len(codes):
        raise Incompris("Commencez par fr, et nommez chaque langue une fois. Exemple : fr, en, ar")


def _position(texte: str) -> tuple[float, float]:
    lu = re.fullmatch(r"\s*(-?\d{1,2}\.\d+)\s*[,; ]\s*(-?\d{1,3}\.\d+)\s*", texte)
    if not lu or abs(float(lu[1])) > 89 or abs(float(lu[2])) > 179:
        raise Incompris("Il faut deux nombres avec un point. Exemple : 48.5691, 7.7629")
    return float(lu[1]), float(lu[2])


def _rayon(texte: str) -> int:
    if not texte.isdecimal() or not 50 <= int(texte) <= 100_000:
        raise Incompris("Il faut un nombre de mètres, de 50 à 100000. Exemple : 800")
    return int(texte)
