"""Where the pictograms are (Material's icon set), and their drawings."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

_INCONNUE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="4"/></svg>'


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
