"""The files that all maps share: third-party ones from build/npm, ours, and the two parts made for the territory."""

from __future__ import annotations

import os
from pathlib import Path

from quifaitquoi.enrich import Territoire
from quifaitquoi.maps import coquille
from quifaitquoi.maps.donnees import decor, json_sans_danger

_STATIC = Path(__file__).parent / "static"
_QUITTER = Path(__file__).resolve().parents[1] / "theme/js/quitter.js"  # the way out of every page
_LEAFLET, _CLUSTER = "leaflet/dist", "leaflet.markercluster/dist"

# Path in node_modules → name in the site. The images are those that leaflet.css names; licences travel along.
_TIERS = {
    f"{_LEAFLET}/leaflet.js": "leaflet.js",
    f"{_LEAFLET}/leaflet.css": "leaflet.css",
    f"{_LEAFLET}/images/layers.png": "images/layers.png",
    f"{_LEAFLET}/images/layers-2x.png": "images/layers-2x.png",
    f"{_LEAFLET}/images/marker-icon.png": "images/marker-icon.png",
    "leaflet/LICENSE": "leaflet-LICENSE.txt",
    f"{_CLUSTER}/leaflet.markercluster.js": "leaflet.markercluster.js",
    "leaflet.markercluster/MIT-LICENCE.txt": "leaflet.markercluster-LICENSE.txt",
}


class NpmManquant(Exception):
    """The browser files were never fetched. Its text is a French sentence for whoever builds the site."""


def fichiers() -> list[tuple[Path, str]]:
    """(source on disk, destination from the site's root) of each file to copy, always in the same order.

    Raises NpmManquant where the set-up has not fetched Leaflet. node_modules is looked for in the folder
    that QUIFAITQUOI_NPM names, else in build/npm/node_modules of the current folder or of one above it.
    """
    modules = _node_modules()
    copies = [(modules / source, f"{coquille.DOSSIER}/{nom}") for source, nom in _TIERS.items()]
    for source, _ in copies:
        if not source.is_file():
            raise NpmManquant(f"Il manque un fichier pour les cartes : {source}. Lancez « make site », qui l'installe.")
    notres = [_STATIC / "carte.css", _STATIC / "decor.js", _STATIC / "carte.js", _QUITTER]
    return copies + [(source, f"{coquille.DOSSIER}/{source.name}") for source in notres]


def generes(territoire: Territoire) -> dict[str, str]:
    """Destination from the site's root → text: the generated map and the backdrop, the same in every language."""
    directory = territoire.directory
    texte = (f"{coquille.script(directory.annuaire.emprise)}"
             f"quifaitquoi.decor = {json_sans_danger(decor(directory))};\n")
    return {f"{coquille.DOSSIER}/territoire.js": texte}


def dans_node_modules(fichier: str) -> Path:
    """One third-party file, for another part of the site; raises NpmManquant where the set-up has not fetched it."""
    chemin = _node_modules() / fichier
    if not chemin.is_file():
        raise NpmManquant(f"Il manque un fichier pour le navigateur : {chemin}. Lancez « make site », qui l'installe.")
    return chemin


def _node_modules() -> Path:
    if choisi := os.environ.get("QUIFAITQUOI_NPM"):
        return Path(choisi)
    ici = Path.cwd()
    # The package's own place comes last: it is in the repository only where it was installed as editable.
    for dossier in (ici, *ici.parents, *Path(__file__).resolve().parents):
        if (modules := dossier / "build/npm/node_modules").is_dir():
            return modules
    raise NpmManquant("Les fichiers des cartes (Leaflet) ne sont pas installés : build/npm/node_modules n'existe pas. "
                      "Lancez « make site », qui les installe.")
