"""One square of the map on screen: an SVG document of its own, sharp at every size. Web Mercator, as Leaflet counts."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from math import asinh, atan, degrees, floor, pi, radians, sinh, tan

from quifaitquoi.annuaire.read.fond import UNITE, Fond
from quifaitquoi.dessins.etiquettes import Feuille
from quifaitquoi.dessins.rues.noms import Nom, places
from quifaitquoi.dessins.rues.styles import ECRAN
from quifaitquoi.dessins.rues.traces import traces
from quifaitquoi.dessins.rues.vue import Vue

COTE = 512  # pixels: names fit in, and few files are asked for
ZOOMS = range(11, 16)  # of tiles of that size; the map says one more
FINESSE = 4
CORPS = 11.5
FIN = ZOOMS[-1]

# Shown larger than it was drawn, streets grow as on the ground; letters must not, and leave room for names that found none.
_STYLE = (
    "path{stroke-linecap:round;stroke-linejoin:round}.parc{fill:#d3e3c3}.mer,.eau{fill:#aacfe0}.cours{stroke:#aacfe0}"
    ".place{fill:#fbf9f4}.bati{fill:#dcd3c4;stroke:#c3b8a5;stroke-width:2}"
    ".tunnel{stroke:#b9b0a0;stroke-dasharray:14 12;stroke-linecap:butt}"
    ".chemin{stroke:#a98f63;stroke-dasharray:10 8;stroke-linecap:butt}"
    ".bord{stroke:#bdb2a0}.pont{stroke:#6f675a;stroke-linecap:butt}"
    ".service,.pietonne,.rue{stroke:#fff}.moyenne{stroke:#fff2c2}.grande{stroke:#fbdf94}.autoroute{stroke:#f0b878}"
    ".rail{stroke:#77736e}.tram{stroke:#8b5f8f}"
    "text{font:{corps}px system-ui,sans-serif;fill:#2c2a26;stroke:#fffdf8;stroke-width:11;paint-order:stroke;stroke-linejoin:round;"
    "text-anchor:middle}.e{fill:#1d566f}.p{fill:#35592a}.l{fill:#5b3b12}.s{fill:#5b3b12;stroke:#fff;stroke-width:4}.f{display:none}"
    "@media(min-width:800px){text{font-size:{moitie}px;stroke-width:6}.f{display:inline}}"
    "@media(min-width:1600px){text{font-size:{quart}px;stroke-width:3}}"
    "@media(min-width:3200px){text{font-size:{huitieme}px;stroke-width:2}}"
)
_CLASSES = {"eau": "e", "parc": "p", "gare": "l", "arret": "l", "repere": "l"}


def boite(z: int, x: int, y: int) -> tuple[float, float, float, float]:
    """What a tile covers, in units of the sheet."""
    n = 2**z
    ouest, est = x / n * 360 - 180, (x + 1) / n * 360 - 180
    nord, sud = (degrees(atan(sinh(pi * (1 - 2 * rang / n)))) for rang in (y, y + 1))
    return ouest * UNITE, sud * UNITE, est * UNITE, nord * UNITE


def toutes(fond: Fond) -> Iterator[tuple[int, int, int]]:
    """(z, x, y) of every tile that the box of the background touches; neighbours follow one another."""
    ouest, sud, est, nord = (cote / UNITE for cote in fond.boite)
    for z in ZOOMS:
        n = 2**z
        colonnes = range(floor((ouest + 180) / 360 * n), floor((est + 180) / 360 * n) + 1)
        rangs = range(*(floor((1 - asinh(tan(radians(lat))) / pi) / 2 * n) + plus for lat, plus in ((nord, 0), (sud, 1))))
        yield from ((z, x, y) for x in colonnes for y in rangs)


def tuile(fond: Fond, z: int, x: int, y: int) -> str:
    vue = Vue(boite(z, x, y), COTE, COTE, FINESSE)
    feuille = Feuille(COTE, COTE)
    noms = [_texte(nom, "") for nom in places(fond, vue, feuille, CORPS)]
    if z == FIN:
        # Letters half as large leave four times the room: what had none gets some, and a name of its own only once.
        dits = {nom.texte for nom in places(fond, vue, Feuille(COTE, COTE), CORPS)}
        noms += [_texte(nom, "f") for nom in places(fond, vue, feuille, CORPS / 2, 200) if nom.texte not in dits]
    cote = COTE * FINESSE
    style = _STYLE
    for mot, part in (("{corps}", 1), ("{moitie}", 2), ("{quart}", 4), ("{huitieme}", 8)):
        style = style.replace(mot, f"{CORPS * FINESSE / part:g}")
    # What lies out of the box is nobody's knowledge: the land ends there.
    gauche, haut, droite, bas = _terre(fond, vue)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {cote} {cote}" width="{COTE}" height="{COTE}"><style>{style}</style>'
        f'<path fill="#f4f0e8" d="M{gauche} {haut}H{droite}V{bas}H{gauche}z"/>{traces(fond, vue, ECRAN)}{"".join(noms)}</svg>\n'
    )


def _terre(fond: Fond, vue: Vue) -> tuple[int, int, int, int]:
    (ouest, nord), (est, sud) = vue.pixels([(fond.boite[0], fond.boite[3]), (fond.boite[2], fond.boite[1])])
    gauche, droite = (round(min(max(cote, 0), COTE) * FINESSE) for cote in (ouest, est))
    haut, bas = (round(min(max(cote, 0), COTE) * FINESSE) for cote in (nord, sud))
    return gauche, haut, droite, bas


def _texte(nom: Nom, classe: str) -> str:
    classes = " ".join(c for c in (_CLASSES.get(nom.genre, ""), classe) if c)
    marque = f' class="{classes}"' if classes else ""
    x, y = round(nom.x * FINESSE), round(nom.y * FINESSE)
    ou = f'transform="translate({x} {y})rotate({nom.angle:.0f})"' if round(nom.angle) else f'x="{x}" y="{y}"'
    signe = ""
    if nom.signe:
        sx, sy = round(nom.signe[0] * FINESSE), round(nom.signe[1] * FINESSE)
        rond = nom.genre in ("arret", "gare")
        signe = (
            f'<circle class="s{" f" if classe else ""}" cx="{sx}" cy="{sy}" r="11"/>'
            if rond
            else f'<path class="s{" f" if classe else ""}" d="M{sx - 9} {sy - 9}h18v18h-18z"/>'
        )
    return f'{signe}<text{marque} {ou} dy=".35em">{escape(nom.texte, quote=False)}</text>'
