"""Files of others that npm brought at set-up: browser scripts and fonts. The one place that knows where they are."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from quifaitquoi.base.refus import Refus

PAQUET = Path(__file__).resolve().parents[1]
# What npm reads to bring them; in a wheel only, because a checkout has these files at its root.
LISTES = PAQUET / "paquets_npm"


class NpmManquant(Refus):
    """The set-up has not fetched them. Its text is a French sentence for whoever builds the site."""


def node_modules() -> Path:
    """npm's folder: of QUIFAITQUOI_NPM, else of build/npm in a checkout, or of the user's cache for a program out of a wheel.

    Never of the current folder: the same program must find the same files wherever it is called. Raises NpmManquant.
    """
    if choisi := os.environ.get("QUIFAITQUOI_NPM"):
        return Path(choisi) / "node_modules"
    # A wheel may stand in the venv of another project, whose own build/npm is none of ours.
    dossier = cache() if LISTES.is_dir() else PAQUET.parents[1] / "build/npm"
    if (modules := dossier / "node_modules").is_dir():
        return modules
    raise NpmManquant(f"Les fichiers du navigateur et les polices ne sont pas installés. {remede()}")


def dans_node_modules(fichier: str) -> Path:
    """One of these files; raises NpmManquant where it is not there."""
    chemin = node_modules() / fichier
    if not chemin.is_file():
        raise NpmManquant(f"Il manque un fichier pour le navigateur : {chemin}. {remede()}")
    return chemin


def cache() -> Path:
    """The user's own folder for them, which may not be there: what a program installed from a wheel uses.

    Named after the lock, so that a newer program never takes the files of an older one.
    """
    serrure = sha256((LISTES / "package-lock.json").read_bytes()).hexdigest()[:12]
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / f"quifaitquoi/npm-{serrure}"


def remede() -> str:
    """A sentence with the command that installs them."""
    if not LISTES.is_dir():
        return "Lancez « make site », qui les installe."
    vers = os.environ.get("QUIFAITQUOI_NPM") or cache()
    return (f"Pour les installer : mkdir -p '{vers}' && cp -R '{LISTES}/.' '{vers}' && "
            f"npm ci --omit=dev --omit=optional --ignore-scripts --prefix '{vers}'")
