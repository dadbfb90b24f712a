"""Where the pictograms are (Material's icon set), and their drawings."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

_INCONNUE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M8 12a4 4 0 1 0 8 0a4 4 0 1 0-8 0"/></svg>'


@lru_cache(maxsize=1)
def dossier() -> Path:
    """The folder of the pictograms, one SVG file each."""
    # The package itself is not imported: importing Material prints its notice.
    return Path(find_spec("material").submodule_search_locations[0]) / "templates" / ".icons" / "material"


@lru_cache(maxsize=2000)
def svg(nom: str) -> str:
    """The drawing's file. An unknown name is a dot: the check says so, a page must not break."""
    fichier = dossier() / f"{nom}.svg"
    return fichier.read_text("utf-8") if re.fullmatch(r"[a-z0-9-]+", nom) and fichier.is_file() else _INCONNUE


def trace(nom: str) -> str:
    """Its path, which is all that is in the file: it is filled, in a square of 24 units."""
    return re.search(r' d="([^"]*)"', svg(nom))[1]
