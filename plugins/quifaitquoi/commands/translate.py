"""`quifaitquoi translate`: catalogues brought up to date, of a territory or of the program."""

from __future__ import annotations

from pathlib import Path

import click

from quifaitquoi.annuaire.aujourdhui import aujourdhui
from quifaitquoi.commands.choix import langues_connues, racine_de
from quifaitquoi.langues.mise_a_jour import Bilan, codes, mettre_a_jour


@click.command()
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
@click.option("--langue", "langues", multiple=True, metavar="CODE", help="Seulement cette langue, nouvelle ou non. Exemple : ro")
@click.option("--fiche", "fiches", multiple=True, metavar="SLUG", help="Ajouter aussi les textes de cette fiche.")
@click.option("--toutes-les-fiches", is_flag=True, help="Ajouter aussi les textes de toutes les fiches et de tous les organismes.")
@click.option("--reprendre", multiple=True, type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="TERRITOIRE",
              help="Reprendre les traductions d'un autre annuaire, là où le français est le même.")
@click.option("--programme", is_flag=True, help="Les catalogues du programme (pour qui change ses phrases).")
def translate(territoire: Path, langues: tuple[str, ...], fiches: tuple[str, ...], toutes_les_fiches: bool,
              reprendre: tuple[Path, ...], programme: bool) -> None:
    """Préparer les fichiers à traduire : ce qui est nouveau y est ajouté, ce qui a changé est à revoir.

    Sans --programme : les mots d'un annuaire, dans TERRITOIRE/traductions/, pour chaque langue d'annuaire.yml.
    """
    langues_connues(langues)
    if programme:
        for code in langues or codes():
            _dit(f"{code} (programme)", mettre_a_jour(code))
        return
    from quifaitquoi.commands.territoire import rapport_sans_erreur
    from quifaitquoi.edition.traduction import catalogue_du_territoire, mettre_a_jour_territoire, reprises
    racine = racine_de(territoire)
    directory = rapport_sans_erreur(racine, aujourdhui(racine)).directory
    if inconnues := [slug for slug in fiches if slug not in directory.siennes]:
        raise click.ClickException(f"il n'y a pas de fiche « {inconnues[0]} » dans {territoire}")

    def voulu(contexte: str) -> bool:
        return toutes_les_fiches or contexte.split(".")[1] in fiches

    for code in langues or directory.annuaire.langues[1:]:
        autres = reprises(catalogue_du_territoire(autre, code) for autre in reprendre)
        _dit(str(catalogue_du_territoire(racine, code)), mettre_a_jour_territoire(directory, racine, code, voulu, autres))


def _dit(nom: str, bilan: Bilan) -> None:
    click.echo(f"{nom} : {bilan.total} textes, {bilan.manquants} à traduire, {bilan.flous} à revoir")
