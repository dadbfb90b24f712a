"""`quifaitquoi mettre-a-jour`: a territory takes a later program, its files and its workflows included."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from quifaitquoi.annuaire.aujourdhui import aujourdhui
from quifaitquoi.base import git
from quifaitquoi.base.fourni import fourni
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import visible
from quifaitquoi.commands.choix import racine_de
from quifaitquoi.edition.depot.mise_a_jour import MiseAJour, des_formes, du_programme
from quifaitquoi.edition.depot.nouveautes import depuis
from quifaitquoi.edition.depot.programme import Programme, celui_ci, demande, derniere, lire, rang

DELAI = 1800  # seconds, to bring a program and its libraries


@click.command("mettre-a-jour")
@click.argument("territoire", type=click.Path(path_type=Path), default=Path("directory"))
@click.option("--essai", is_flag=True, help="Montre ce qui changerait, et n'écrit rien.")
@click.option("--hors-ligne", is_flag=True, help="Sans chercher une version plus récente que celle-ci.")
@click.option("--programme", metavar="ADRESSE[@VERSION]", help="Le dépôt git du programme, si requirements.txt ne le nomme pas.")
def mettre_a_jour(territoire: Path, essai: bool, hors_ligne: bool, programme: str | None) -> None:
    """Prendre la dernière version du programme : requirements.txt, les workflows, et la forme des fichiers de TERRITOIRE.

    Aucun fait ni commentaire ne change ; ce que la vérification acceptait, elle l'accepte encore, ou rien n'est écrit.
    """
    annuaire = racine_de(territoire)
    depot = _depot_de(annuaire)
    avant = lire(_texte(depot / "requirements.txt")) if depot else None
    if avant is None and programme:
        raise Refus("Aucun requirements.txt ne nomme « quifaitquoi » à côté de cet annuaire : c'est le dépôt du programme, ou un "
                    "dossier seul")
    ici, visee = celui_ci(), _visee(avant, programme) if avant and not hors_ligne else None
    if visee and rang(visee.version) > rang(ici.version):
        sys.exit(_par_elle(visee, annuaire, essai))
    if avant and rang(avant.version) > rang(ici.version):
        raise Refus(f"requirements.txt nomme la version {avant.version}, plus récente que celle-ci ({ici.version}) : lancez « make "
                    "check », qui l'installe, puis recommencez")
    maj = MiseAJour(Path(os.path.abspath(depot or annuaire)))
    des_formes(maj, Path(os.path.abspath(annuaire)), aujourdhui(annuaire))
    if avant:
        du_programme(maj, avant, _apres(avant, ici, visee))
    _raconte(maj, avant, ici)
    if essai:
        click.echo(maj.difference() + "Rien n'a été écrit (--essai).")
    elif maj.textes:
        maj.ecrire()
        changes = f"{len(maj.textes)} fichier{'s changés' if len(maj.textes) > 1 else ' changé'}"
        click.echo(f"{changes}. Relisez (« git diff »), puis « make check ».")


def _depot_de(annuaire: Path) -> Path | None:
    """The repository around it that names the program; None where there is none, as in the program's own."""
    dessus = Path(os.path.abspath(annuaire)).parent
    return dessus if (dessus / "requirements.txt").is_file() else None


def _texte(fichier: Path) -> str:
    try:
        return fichier.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise Refus(f"« {fichier} » ne peut pas être lu") from None


def _visee(avant: Programme, programme: str | None) -> Programme | None:
    """The newest version of the program that this repository names."""
    if programme:
        return demande(programme)
    if not avant.adresse:
        return None
    etiquettes = git.etiquettes(avant.adresse)
    choisie = derniere(etiquettes)
    return Programme(choisie.removeprefix("v"), avant.adresse, etiquettes[choisie]) if choisie else None


def _apres(avant: Programme, ici: Programme, visee: Programme | None) -> Programme:
    """What the repository is to name once this program has changed its files."""
    if visee and visee.version == ici.version:
        return visee
    if ici.adresse or not avant.adresse:
        return ici
    if avant.version != ici.version:
        click.echo(f"requirements.txt garde la version {avant.version} : d'où vient celle-ci ({ici.version}) n'est pas connu.",
                   err=True)
    return avant


def _par_elle(visee: Programme, annuaire: Path, essai: bool) -> int:
    """Only the later program knows what it asks of files: it is brought into a folder of its own, and does the rest."""
    click.echo(f"Version {visee.version} du programme …")
    with tempfile.TemporaryDirectory() as dossier:
        python = Path(dossier) / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
        for mots in ([sys.executable, "-m", "venv", dossier], [*pip, f"git+{visee.adresse}@{visee.revision}"]):
            _sans_bruit(mots)
        serrure = _sans_bruit([python, "-m", "quifaitquoi.base.fourni", "serrure.txt"]).strip()
        _sans_bruit([*pip, "--require-hashes", "-r", serrure])
        mots = [python, "-m", "quifaitquoi", "mettre-a-jour", "--hors-ligne", *(["--essai"] if essai else []), annuaire]
        return subprocess.run(mots).returncode


def _sans_bruit(mots: list[object]) -> str:
    try:
        fait = subprocess.run([str(mot) for mot in mots], capture_output=True, text=True, timeout=DELAI)
    except subprocess.TimeoutExpired:
        raise Refus(f"Le programme n'est pas arrivé en {DELAI // 60} minutes : recommencez. Rien n'a été changé") from None
    if fait.returncode:
        dit = (fait.stderr.strip().splitlines() or ["rien"])[-1]
        raise Refus("La nouvelle version n'a pas pu être installée : vérifiez la connexion à internet, puis recommencez. Rien n'a "
                    f"été changé. Ce que dit l'installation : {visible(dit, 300)}")
    return fait.stdout


def _raconte(maj: MiseAJour, avant: Programme | None, ici: Programme) -> None:
    if avant and rang(avant.version) < rang(ici.version):
        click.echo(f"De la version {avant.version} à la version {ici.version}. Ce qui change :")
        for dit in depuis(fourni("CHANGELOG.md").read_text("utf-8"), avant.version):
            click.echo(f"- {dit}")
    if maj.phrases:
        click.echo("Dans vos fichiers, les mêmes faits s'écrivent autrement :")
        for phrase in maj.phrases:
            click.echo(f"- {phrase}")
    if not maj.textes:
        click.echo(f"Tout est déjà à jour (version {ici.version}).")
