"""Pictograms of Material's icon set, drawn once per page and used by reference."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

from quifaitquoi.base.pictogrammes import trace
from quifaitquoi.base.traces import PAR_UNITE, en_quarts

BOITE = f"0 0 {24 * PAR_UNITE} {24 * PAR_UNITE}"
_USAGE = re.compile(r'href="#i-([a-z0-9-]+)"')

# What points or reads one way: drawn the other way round on a page that is read from right to left.
ORIENTEES = frozenset(
    ("account-arrow-right", "arrow-left", "directions", "exit-run", "format-list-bulleted", "share-variant", "walk")
)


@lru_cache(maxsize=2000)
def _symbole(nom: str) -> str:
    # A page shows dozens, which are a third of what it weighs.
    return f'<symbol id="i-{nom}" viewBox="{BOITE}"><path d="{en_quarts(trace(nom))}"/></symbol>'


def dessins(noms: Iterable[str]) -> str:
    """The script of those that scripts draw without the page: `quifaitquoi.dessins`, their paths, and the square of them all."""
    chemins = {nom: en_quarts(trace(nom)) for nom in noms}
    return f"(window.quifaitquoi = window.quifaitquoi || {{}}).dessins = {json.dumps({'boite': BOITE} | chemins)};"


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
