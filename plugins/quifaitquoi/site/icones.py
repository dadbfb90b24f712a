"""Pictograms of Material's icon set: drawn once, by a sheet that the page loads, else on the page itself.

Where it is drawn changes nothing of how it looks: it has the colour of the words around it, on paper and in forced colours too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from functools import lru_cache

from markupsafe import Markup

from quifaitquoi.base.pictogrammes import trace
from quifaitquoi.base.traces import PAR_UNITE, en_quarts

# What is seen of a drawing: each of the set is one path, 24 units wide.
VUE = f"0 0 {24 * PAR_UNITE} {24 * PAR_UNITE}"
_USAGE = re.compile(f'<svg class="icone([a-z ]*)" viewBox="{VUE}" aria-hidden="true"><use href="#i-([a-z0-9-]+)"/></svg>')
_MODELE = re.compile(r"<template>.*?</template>", re.S)

# What points or reads one way: drawn the other way round on a page that is read from right to left.
ORIENTEES = frozenset(
    ("account-arrow-right", "arrow-left", "directions", "exit-run", "format-list-bulleted", "share-variant", "walk")
)


@lru_cache(maxsize=2000)
def icone(nom: str, classe: str = "") -> Markup:
    """A pictogram beside words: it says nothing that the words do not."""
    classes = " ".join(("icone", *classe.split(), *(("sens",) if nom in ORIENTEES else ())))
    return Markup('<svg class="{}" viewBox="{}" aria-hidden="true"><use href="#i-{}"/></svg>').format(classes, VUE, nom)


def des_feuilles(html: str, noms: Set[str]) -> str:
    """The same, where these pictograms are drawn by the sheets that its page loads."""
    def pose(une: re.Match) -> str:
        return f'<i class="icone{une[1]} i-{une[2]}" aria-hidden="true"></i>' if une[2] in noms else une[0]

    return _USAGE.sub(pose, html)


def planche(html: str) -> Markup:
    """The drawings that `html` refers to, to be put on the same page."""
    return _planche({nom: nom for nom in sorted({nom for _, nom in _USAGE.findall(html)})})


def numerotees(html: str) -> tuple[str, Markup]:
    """The same, with numbers for names, which weigh as much as a third of the drawings; and its drawings.

    Those of a `template` keep their names: a script asks for them.
    """
    demandes = {nom for modele in _MODELE.findall(html) for _, nom in _USAGE.findall(modele)}
    noms = sorted({nom for _, nom in _USAGE.findall(html)})
    numeros = {nom: nom if nom in demandes else str(n) for n, nom in enumerate(noms)}
    return _USAGE.sub(lambda une: une[0].replace(f"#i-{une[2]}", f"#i-{numeros[une[2]]}"), html), _planche(numeros)


def _planche(appeles: Mapping[str, str]) -> Markup:
    return Markup('<svg class="planche" width="0" height="0" aria-hidden="true">{}</svg>').format(
        Markup("".join(f'<path id="i-{appele}" d="{_trace(nom)}"/>' for nom, appele in appeles.items())))


def feuille(noms: Iterable[str]) -> str:
    """The rules of a sheet that draw these: `base.css` cuts them out of the colour of the words."""
    return "".join(f'i.i-{nom}{{--trace:url("data:image/svg+xml,%3Csvg xmlns=\'http://www.w3.org/2000/svg\' viewBox=\'{VUE}\'%3E'
                   f'%3Cpath d=\'{_trace(nom)}\'/%3E%3C/svg%3E")}}\n' for nom in noms)


@lru_cache(maxsize=2000)
def _trace(nom: str) -> str:
    """Its path, in quarters: a page shows dozens, which were a third of what it weighed."""
    return en_quarts(trace(nom))
