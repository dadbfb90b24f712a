"""Pictograms of Material's icon set, drawn once per page and used by reference."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup

from quifaitquoi.base.pictogrammes import svg
from quifaitquoi.base.traces import PAR_UNITE, en_quarts

# Nothing but paths to be filled, all of them in the units of the drawing.
_TRACES = re.compile(r'(?:<path d="[^"]*"/>)+')
_USAGE = re.compile(r'href="#i-([a-z0-9-]+)"')

# What points or reads one way: drawn the other way round on a page that is read from right to left.
ORIENTEES = frozenset(
    ("account-arrow-right", "arrow-left", "directions", "exit-run", "format-list-bulleted", "share-variant", "walk")
)


@lru_cache(maxsize=2000)
def _symbole(nom: str) -> str:
    vue = re.search(r'viewBox="([\d. -]+)"', svg(nom))
    dedans = re.sub(r"^.*?<svg[^>]*>|</svg>.*$", "", svg(nom), flags=re.S)
    boite = vue[1].split() if vue else ["0", "0", "24", "24"]
    if _TRACES.fullmatch(dedans):
        # A page shows dozens, which are a third of what it weighs.
        dedans = re.sub(r'(?<= d=")[^"]*', lambda trace: en_quarts(trace[0]), dedans)
        boite = [f"{float(cote) * PAR_UNITE:g}" for cote in boite]
    return f'<symbol id="i-{nom}" viewBox="{" ".join(boite)}">{dedans}</symbol>'


@lru_cache(maxsize=2000)
def icone(nom: str, classe: str = "") -> Markup:
    """A pictogram beside words: it says nothing that the words do not."""
    classes = " ".join(("icone", *classe.split(), *(("sens",) if nom in ORIENTEES else ())))
    return Markup('<svg class="{}" aria-hidden="true"><use href="#i-{}"/></svg>').format(classes, nom)


def planche(html: str) -> Markup:
    """The drawings that `html` refers to, to be put on the same page."""
    noms = sorted(set(_USAGE.findall(html)))
    return Markup('<svg class="planche" width="0" height="0" aria-hidden="true">{}</svg>').format(
        Markup("".join(map(_symbole, noms))))
