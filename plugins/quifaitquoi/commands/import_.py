"""`quifaitquoi import`: fiches out of what others publish, or what has changed there since."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import click

from quifaitquoi.annuaire.aujourdhui import aujourdhui
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.base.attente import Attente
from quifaitquoi.base.fichier import ecrire
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import visible
from quifaitquoi.commands.choix import racine_de
from quifaitquoi.commands.couleur import a_l_ecran
from quifaitquoi.commands.territoire import rapport_sans_erreur, refuse_inconnu
from quifaitquoi.echanges.entrees import tableur
from quifaitquoi.echanges.entrees.besoins import Besoins
from quifaitquoi.echanges.entrees.conduite import Demande, Resultat, importer
from quifaitquoi.echanges.entrees.correspondance import Correspondance, lire_la_correspondance, proposer
from quifaitquoi.echanges.entrees.formats import FORMATS
from quifaitquoi.echanges.entrees.notice import Atelier, Format
from quifaitquoi.edition.reponses import comprendre
from quifaitquoi.suivi.relecture.en_proposition import en_proposition

SORTIES = Path("build/import")


@click.command(name="import")
@click.argument("format", type=click.Choice(sorted((*FORMATS, tableur.NOM))), metavar="FORMAT")
@click.argument("fichiers", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="FICHIER...")
@click.option("--dans", "territoire", type=click.Path(path_type=Path), default=Path("directory"), show_default=True,
              help="L'annuaire.")
@click.option("--correspondance", type=click.Path(path_type=Path), metavar="FICHIER",
              help="Pour « tableau » : quelle colonne est quel champ. Sans elle, la commande en propose une.")
@click.option("--zone", metavar="QUARTIER", help="Seulement ce quartier ; il reçoit aussi les lieux sans position.")
@click.option("--besoins", metavar="LISTE", default="",
              help="Seulement ces besoins, avec des virgules ; et « terme=besoin » pour un mot de la source qui en a plusieurs.")
@click.option("--essai", is_flag=True, help="Tout lire et tout comparer, ne rien écrire dans l'annuaire.")
def import_(format: str, fichiers: tuple[Path, ...], territoire: Path, correspondance: Path | None, zone: str | None,
            besoins: str, essai: bool) -> None:
    """Écrire des fiches de ce que d'autres publient, ou compléter celles qui sont là.

    FORMAT : data-inclusion (structures et services ensemble, JSON, CSV ou classeur), france-services, mednum, soliguide, osm
    (réponse d'Overpass en JSON, ou extrait .osm.pbf), tableau (CSV, .xlsx, .ods).

    Chaque fait garde sa source, aucun n'est « vérifié ». Ce que des personnes ont changé ou vérifié reste ; ce que la source dit
    d'autre est proposé, à relire. Ce qui est refusé ou à décider va dans build/import, à corriger puis à importer de nouveau.
    """
    racine = racine_de(territoire)
    jour = aujourdhui(racine)
    directory = rapport_sans_erreur(racine, jour).directory
    if zone is not None:
        refuse_inconnu("un quartier", zone, {slug: q.nom for slug, q in directory.quartiers.items()})
    if format == tableur.NOM and correspondance is None:
        _propose_une_correspondance(fichiers[0])
        return
    forme = FORMATS.get(format) or tableur.format_de(_correspondance(correspondance, directory))
    voulus, choix = _besoins(besoins, directory)
    atelier = _atelier(forme, directory, choix, jour)
    demande = Demande(racine, directory, forme, fichiers, atelier, zone, voulus, essai)
    with closing(Attente()) as attente:
        resultat = importer(demande, attente, _dit)
        if a_l_ecran(sys.stderr):
            click.echo("\r\033[K", nl=False, err=True)
        _compte(demande, resultat)


def _correspondance(fichier: Path, directory: Directory) -> Correspondance:
    lue = lire_la_correspondance(fichier)
    noms = {slug: besoin.nom for slug, besoin in directory.vocabulaire.besoins.items()}
    for besoin in (*((lue.besoin,) if lue.besoin else ()), *lue.besoins.values()):
        refuse_inconnu("un besoin", besoin, noms)
    return lue


def _propose_une_correspondance(fichier: Path) -> None:
    chemin = SORTIES / "correspondance.yml"
    if chemin.exists():
        raise Refus(f"« {chemin} » est déjà là : donnez-la avec --correspondance {chemin}, ou effacez-la")
    ecrire(chemin, proposer(tableur.colonnes_de(fichier), comprendre.slug(fichier.stem)))
    click.echo(f"{chemin} propose quelle colonne est quel champ. Relisez-la, puis ajoutez --correspondance {chemin}")


def _atelier(forme: Format, directory: Directory, choix: dict[str, str], jour: date) -> Atelier:
    situations: dict[str, list[str]] = {}
    for slug, public in directory.vocabulaire.publics.items():
        # What stands for two of their words means less than either: « femmes » is not « femmes victimes de violences ».
        if len(public.data_inclusion or ()) == 1:
            situations.setdefault(public.data_inclusion[0], []).append(slug)
    besoins = Besoins(directory.vocabulaire, forme.termes, forme.connus, choix)
    return Atelier(directory.annuaire.pays, jour, besoins, situations)


def _besoins(ecrit: str, directory: Directory) -> tuple[frozenset[str], dict[str, str]]:
    """(needs that are wanted, source's word → need); each need must be one of the vocabulary."""
    noms = {slug: besoin.nom for slug, besoin in directory.vocabulaire.besoins.items()}
    voulus, choix = set(), {}
    for part in filter(None, (part.strip() for part in ecrit.split(","))):
        terme, egal, besoin = (dit.strip() for dit in part.rpartition("="))
        refuse_inconnu("un besoin", besoin, noms)
        if egal:
            choix[terme] = besoin
        else:
            voulus.add(besoin)
    return frozenset(voulus), choix


def _compte(demande: Demande, resultat: Resultat) -> None:
    for ligne in resultat.bilan.lignes(demande.essai):
        click.echo(ligne)
    nom = demande.forme.nom
    if chemin := resultat.renvoyes.ecrire(SORTIES, nom):
        click.echo(f"Refusés et à décider, à corriger puis à importer de nouveau : {chemin}")
    if resultat.propositions:
        chemin = SORTIES / f"{nom}-a-relire.md"
        ecrire(chemin, en_proposition(demande.directory, demande.atelier.aujourdhui, resultat.propositions))
        click.echo(f"Ce que la source dit autrement que les fiches, à relire : {chemin}")
    besoins = demande.atelier.besoins
    for terme, n in besoins.demandes.most_common(10):
        click.echo(f"« {visible(terme)} » ({n} fois) veut dire plusieurs choses : choisissez avec --besoins "
                   f"\"{visible(terme)}=…\" parmi {besoins.question(terme)}")
    if demande.forme.remarque:
        click.echo(demande.forme.remarque)
    if not resultat.bilan.tombe_juste:
        raise Refus("le compte ne tombe pas juste : signalez-le, avec ce fichier")
    if not demande.essai and resultat.ecrits:
        click.echo(f"Relisez, puis « quifaitquoi check {os.path.relpath(demande.racine)} ».")


def _dit(phrase: str) -> None:
    """On one line that renews itself, where somebody watches."""
    if a_l_ecran(sys.stderr):
        click.echo(f"\r\033[K{phrase} …", nl=False, err=True)
