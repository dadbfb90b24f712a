"""The files that all maps share: third-party ones from build/npm, ours, and the two parts made for the territory."""

from __future__ import annotations

from pathlib import Path

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.base.json import json_sans_danger
from quifaitquoi.base.navigateur import script
from quifaitquoi.base.npm import dans_node_modules
from quifaitquoi.site.pages.cartes import coquille
from quifaitquoi.site.pages.cartes.donnees import decor

_STATIC = Path(__file__).parent
_DE_CHAQUE_PAGE = Path(__file__).resolve().parents[2] / "theme/js"
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


def fichiers() -> list[tuple[Path, str]]:
    """(source on disk, destination from the site's root) of each file to copy, always in the same order.

    Raises NpmManquant where the set-up has not fetched Leaflet.
    """
    copies = [(dans_node_modules(source), f"{coquille.DOSSIER}/{nom}") for source, nom in _TIERS.items()]
    notres = [_STATIC / "carte.css", _STATIC / "decor.js", _STATIC / "carte.js",
              _DE_CHAQUE_PAGE / "quitter.js"]
    return copies + [(source, f"{coquille.DOSSIER}/{source.name}") for source in notres]


def d_abord() -> dict[str, str]:
    """The same of what runs before a map's title is read."""
    sources = ((_DE_CHAQUE_PAGE / f"{nom}.js").read_text("utf-8") for nom in ("dossier", "discret"))
    return {f"{coquille.DOSSIER}/discret.js": script("\n".join(sources))}


TERRITOIRE = f"{coquille.DOSSIER}/territoire.js"


def generes(territoire: Territoire) -> dict[str, str]:
    """Destination from the site's root → text: the generated map and the backdrop, the same in every language."""
    directory = territoire.directory
    texte = (f"{coquille.script(directory.annuaire.emprise)}"
             f"quifaitquoi.decor = {json_sans_danger(decor(directory))};\n")
    return {TERRITOIRE: texte}
