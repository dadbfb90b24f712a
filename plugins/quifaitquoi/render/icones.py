"""Pictograms of Material's icon set, drawn once per page and used by reference."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from markupsafe import Markup

_USAGE = re.compile(r'href="#i-([a-z0-9-]+)"')
_INCONNUE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="4"/></svg>'

# What points or reads one way: drawn the other way round on a page that is read from right to left.
ORIENTEES = frozenset(
    ("account-arrow-right", "arrow-left", "directions", "exit-run", "format-list-bulleted", "share-variant", "walk")
)


@lru_cache(maxsize=1)
def _dossier() -> Path:
    # The package itself is not imported: importing Material prints its notice.
    return Path(find_spec("material").submodule_search_locations[0]) / "templates" / ".icons" / "material"


@lru_cache(maxsize=2000)
def svg(nom: str) -> str:
    """The drawing's file. An unknown name is a dot: the check says so, a page must not break."""
    fichier = _dossier() / f"{nom}.svg"
    return fichier.read_text("utf-8") if re.fullmatch(r"[a-z0-9-]+", nom) and fichier.is_file() else _INCONNUE


@lru_cache(maxsize=2000)
def _symbole(nom: str) -> str:
    vue = re.search(r'viewBox="([\d. -]+)"', svg(nom))
    dedans = re.sub(r"^.*?<svg[^>]*>|</svg>.*$", "", svg(nom), flags=re.S)
    return f'<symbol id="i-{nom}" viewBox="{vue[1] if vue else "0 0 24 24"}">{dedans}</symbol>'


@lru_cache(maxsize=2000)
def icone(nom: str, classe: str = "") -> Markup:
    """A pictogram beside words: it says nothing that the words do not."""
    classe = f"{classe} sens".strip() if nom in ORIENTEES else classe
    return Markup('<svg class="icone {}" aria-hidden="true" focusable="false"><use href="#i-{}"/></svg>').format(classe, nom)


def planche(html: str) -> Markup:
    """The drawings that `html` refers to, to be put on the same page."""
    noms = sorted(set(_USAGE.findall(html)))
    return Markup('<svg class="planche" width="0" height="0" aria-hidden="true" focusable="false">{}</svg>').format(
        Markup("".join(map(_symbole, noms))))
