"""`quifaitquoi geocode`: the positions that are missing, from the national address base."""

from __future__ import annotations

import os
from pathlib import Path

import click

from quifaitquoi.annuaire.check.fields import champs
from quifaitquoi.annuaire.check.tree import Trouve, parcourir
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.pays import est_la_france
from quifaitquoi.base.refus import Refus
from quifaitquoi.commands.choix import demande, racine_de
from quifaitquoi.commands.territoire import territoire_verifie
from quifaitquoi.edition.decoupe import EditionImpossible, Pose, editer
from quifaitquoi.edition.decoupe.fichier import ecrire, ouvrir
from quifaitquoi.edition.positions.ban import chercheur
from quifaitquoi.edition.positions.choix import Candidat, Douteux, choisir, question
from quifaitquoi.edition.reponses.reponse import est_discret

CHAMPS = ("adresse", "adresse_provisoire")
AILLEURS = ("la base nationale des adresses ne connaît que la France, et cet annuaire est ailleurs : relevez chaque position sur "
            "une carte, et écrivez-la dans « adresse ». Exemple : position: [50.83560, 4.34570], la latitude puis la longitude")
A_PEU_PRES = {"rue": ", position de la rue", "quartier": ", position du quartier"}


@click.command()
@click.argument("chemins", nargs=-1, type=click.Path(path_type=Path), metavar="[CHEMIN]...")
def geocode(chemins: tuple[Path, ...]) -> None:
    """Écrire les positions qui manquent, d'après la base nationale des adresses (demande internet).

    CHEMIN : un annuaire, ou des fichiers et dossiers d'un annuaire (directory par défaut). Une adresse non publiée n'est jamais
    envoyée. Une ressemblance douteuse n'est pas écrite. Le code de sortie est 1 s'il en reste.
    """
    chemins = chemins or (Path("directory"),)
    cherche, douteuses, ecrites = chercheur(), 0, 0
    for racine in dict.fromkeys(racine_de(chemin) for chemin in chemins):
        directory = territoire_verifie(racine).directory
        if not est_la_france(directory.annuaire.pays):
            raise Refus(AILLEURS)
        for trouve in _demandees(racine, chemins):
            fiche = directory.fiches[trouve.slug]
            for champ in () if fiche.confidentialite else CHAMPS:
                adresse = getattr(fiche, champ)
                voulue = question(adresse) if adresse and not adresse.position else None
                if voulue is None:
                    continue
                ici = os.path.relpath(trouve.fichier)
                try:
                    candidat = choisir(adresse, cherche(voulue), directory.annuaire.emprise)
                    _ecrit(trouve.fichier, racine, champ, candidat)
                    ecrites += 1
                    click.echo(f"{ici}: {candidat}{A_PEU_PRES.get(candidat.precision, '')}")
                except (Douteux, EditionImpossible) as error:
                    douteuses += 1
                    click.echo(f"{ici}: {champ}: {error}", err=True)
    click.echo(f"{ecrites} position{'s' if ecrites > 1 else ''} écrite{'s' if ecrites > 1 else ''}.")
    if douteuses:
        raise click.ClickException(f"{douteuses} à vérifier : corrigez l'adresse, ou relevez la position sur une carte")


def _demandees(racine: Path, chemins: tuple[Path, ...]) -> list[Trouve]:
    est_demande = demande(chemins)
    return [trouve for trouve in parcourir(racine) if trouve.genre == "fiche" and est_demande(trouve.fichier)]


def _ecrit(chemin: Path, racine: Path, champ: str, candidat: Candidat) -> None:
    fichier = ouvrir(chemin, racine)
    if est_discret(fichier.texte):
        return
    poses = [Pose((champ, "position"), [f"{axe:.5f}" for axe in candidat.position]),
             Pose((champ, "precision"), candidat.precision),
             Pose((champ, "score"), f"{candidat.score:.2f}")]
    ecrire(fichier, editer(fichier.texte, poses, lambda ou: champs(Fiche, ou)))
