"""Streets that one may be near to: their names and middles, in files that the finder loads when somebody says where they are.

They are the background's (fond/rues.txt) and nothing of the directory's: a data base of its own, under its own licence. All of
them are loaded whatever is typed, a part after the other: a file for each first letter would tell the server where somebody lives.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import hypot

from quifaitquoi.annuaire.read.fond import UNITE, Fond, Trait
from quifaitquoi.base.geometrie import Boite, Point, boite_de, se_touchent
from quifaitquoi.base.json import json_sans_danger
from quifaitquoi.base.navigateur import empreinte
from quifaitquoi.base.texte import cle_de_tri
from quifaitquoi.site.pages.trouver.colonnes import DIX_METRES, repris, signes

GENRES = ("grande", "moyenne", "rue", "pietonne", "service", "chemin", "place")
# Pieces of one name that lie further apart are two streets; in units of the background, about two hundred metres.
ECART = 200
PAS = round(DIX_METRES * UNITE)
DANS_UN_FICHIER = 4000  # about fifty kilobytes compressed


@lru_cache(maxsize=2)
def rues_en_scripts(fond: Fond) -> dict[str, str]:
    """Path in the site → script, of each part; the same name stands once for each street that has it."""
    toutes = sorted(milieux(fond), key=lambda rue: (cle_de_tri(rue[0]), rue))
    parts = (toutes[debut : debut + DANS_UN_FICHIER] for debut in range(0, len(toutes), DANS_UN_FICHIER))
    return {f"fond/rues-{n}.js": _script(fond, part) for n, part in enumerate(parts, 1)}


def adresses_des_rues(fond: Fond | None) -> list[str]:
    """Where the parts are, as a page asks for them: what follows the « ? » makes a browser fetch again what changed."""
    return [f"{chemin}?{empreinte(contenu)}" for chemin, contenu in rues_en_scripts(fond).items()] if fond else []


def _script(fond: Fond, part: Sequence[tuple[str, Point]]) -> str:
    ouest, sud = fond.boite[:2]
    valeur = {
        "origine": [sud / UNITE, ouest / UNITE], "pas": DIX_METRES, "noms": repris(nom for nom, _ in part),
        "est": signes(round((x - ouest) / PAS) for _, (x, _) in part),
        "nord": signes(round((y - sud) / PAS) for _, (_, y) in part),
    }
    credit = fond.attribution.replace("*/", "")
    return f"/* {credit} */\n(window.quifaitquoi=window.quifaitquoi||{{}}).rues={json_sans_danger(valeur)};\n"


def milieux(fond: Fond) -> Iterator[tuple[str, Point]]:
    par_nom: dict[str, list[Trait]] = defaultdict(list)
    for trait in fond.dans(fond.boite, GENRES):
        if trait.nom and any(len(suite) > 1 for suite in trait.suites):
            par_nom[trait.nom].append(trait)
    for nom, traits in par_nom.items():
        for morceaux in _ensemble(traits):
            milieu = _milieu(morceaux)
            if se_touchent((*milieu, *milieu), fond.boite):
                yield nom, milieu


def _ensemble(traits: Iterable[Trait]) -> list[list[Trait]]:
    """The pieces of one name, those together that lie close to each other."""
    groupes: list[tuple[Boite, list[Trait]]] = []
    for trait in traits:
        loin, pres = [], [trait]
        ouest, sud, est, nord = boite = trait.boite
        autour = (ouest - ECART, sud - ECART, est + ECART, nord + ECART)
        for autre, morceaux in groupes:
            if se_touchent(autour, autre):
                boite = boite_de([boite[:2], boite[2:], autre[:2], autre[2:]])
                pres += morceaux
            else:
                loin.append((autre, morceaux))
        groupes = [*loin, (boite, pres)]
    return [morceaux for _, morceaux in groupes]


def _milieu(morceaux: Iterable[Trait]) -> Point:
    """The point of the street that lies nearest to the middle of all its pieces."""
    cotes = [(a, b, hypot(b[0] - a[0], b[1] - a[1])) for trait in morceaux for suite in trait.suites for a, b in pairwise(suite)]
    long = sum(cote[2] for cote in cotes) or 1
    x, y = (sum((a[axe] + b[axe]) / 2 * longueur for a, b, longueur in cotes) / long for axe in (0, 1))
    return min((_sur(a, b, longueur, (x, y)) for a, b, longueur in cotes), key=lambda p: hypot(p[0] - x, p[1] - y))


def _sur(a: Point, b: Point, longueur: float, point: Point) -> Point:
    """The point of that side nearest to another one."""
    (ax, ay), dx, dy = a, b[0] - a[0], b[1] - a[1]
    part = min(1, max(0, ((point[0] - ax) * dx + (point[1] - ay) * dy) / longueur**2)) if longueur else 0
    return ax + part * dx, ay + part * dy
