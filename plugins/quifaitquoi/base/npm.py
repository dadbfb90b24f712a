"""Files of others that npm brought at set-up: browser scripts and fonts. The one place that knows where they are."""

from __future__ import annotations

import os
from pathlib import Path

from quifaitquoi.base.refus import Refus


class NpmManquant(Refus):
    """The set-up has not fetched them. Its text is a French sentence for whoever builds the site."""


def node_modules() -> Path:
    """The folder that QUIFAITQUOI_NPM names, else build/npm/node_modules of the current folder or of one above it."""
    if choisi := os.environ.get("QUIFAITQUOI_NPM"):
        return Path(choisi)
    ici = Path.cwd()
    # The package's own place comes last: it is in the repository only where it was installed as editable.
    for dossier in (ici, *ici.parents, *Path(__file__).resolve().parents):
        if (modules := dossier / "build/npm/node_modules").is_dir():
            return modules
    raise NpmManquant("Les fichiers du navigateur et les polices ne sont pas installés : build/npm/node_modules n'existe pas. "
                      "Lancez « make site », qui les installe.")


def dans_node_modules(fichier: str) -> Path:
    """One of these files; raises NpmManquant where it is not there."""
    chemin = node_modules() / fichier
    if not chemin.is_file():
        raise NpmManquant(f"Il manque un fichier pour le navigateur : {chemin}. Lancez « make site », qui l'installe.")
    return chemin
