"""The path of a filled drawing in the figures that one can see: whole quarters of a unit, where a pictogram is 24 units wide.

Every point is told from the one before it as that one was written, not as it was meant: nothing drifts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from math import hypot, sqrt

PAR_UNITE = 4
VUE = 0.75  # of these
INSTANTS = (0.2, 0.35, 0.5, 0.65, 0.8)  # where on a curve that is looked at
_COMMANDE = re.compile(r"\s*([MmLlHhVvCcSsQqTtAaZz])([^A-DF-Za-df-z]*)")
# What a command takes, the point where it ends last: radii, an angle, flags, then x and y.
_PREND = {"m": "xy", "l": "xy", "t": "xy", "h": "x", "v": "y", "c": "xyxyxy", "s": "xyxy", "q": "xyxy", "a": "rraddxy", "z": ""}
_NOMBRE, _DRAPEAU = re.compile(r"[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)"), re.compile(r"[\s,]*([01])")
_SUITE = {"M": "L", "m": "l"}  # after the first point of a move come lines

Point = tuple[float, float]


def commandes(trace: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with what it takes, those that are not repeated in writing too. Raises ValueError for what is no path."""
    place = 0
    while place < len(trace.rstrip()):
        trouvee = _COMMANDE.match(trace, place)
        if not trouvee:
            raise ValueError(trace)
        commande, suite, place = trouvee[1], trouvee[2].rstrip(" ,\t\r\n"), trouvee.end()
        ici = 0
        while True:
            pris = []
            for quoi in _PREND[commande.lower()]:
                nombre = (_DRAPEAU if quoi == "d" else _NOMBRE).match(suite, ici)
                if not nombre:
                    raise ValueError(trace)
                pris.append(float(nombre[1]))
                ici = nombre.end()
            yield commande, pris
            commande = _SUITE.get(commande, commande)
            if ici == len(suite):
                break


def en_quarts(trace: str) -> str:
    """The same path, `PAR_UNITE` times as large and in whole numbers: each of its points within half of one of where it was.

    What filling closes by itself is left open; a curve that a simpler one follows as closely is that one. Raises ValueError
    for what is no path.
    """
    mots: list[str] = []
    vrai = debut_vrai = (0.0, 0.0)
    ecrit = debut = plume = (0, 0)  # `plume`: where the last command that was written ends
    avant = ""
    toutes = [*commandes(trace), ("", [])]
    for (commande, pris), (suivante, _) in pairwise(toutes):
        quoi = commande.lower()
        if quoi == "z":
            vrai, ecrit = debut_vrai, debut
            continue
        la = _points(commande, pris, vrai)
        ici = [(round(x * PAR_UNITE), round(y * PAR_UNITE)) for x, y in la]
        if quoi == "m":
            debut_vrai, debut = la[0], ici[0]
            depuis = plume
        elif quoi in "lhv" and ici[0] == ecrit:
            vrai = la[0]
            continue
        else:
            if plume != ecrit:  # a part was closed, and goes on without a move
                mots += ["m", str(ecrit[0] - plume[0]), str(ecrit[1] - plume[1])]
                avant = "m"
            depuis = ecrit
        dits = [(x - depuis[0], y - depuis[1]) for x, y in ici]
        if quoi == "c" and suivante not in tuple("SsTt"):  # these go on as it ends
            quoi, dits = _plus_simple(dits)
        if quoi in "lhv":
            quoi = "v" if dits[0][0] == 0 else "h" if dits[0][1] == 0 else "l"
        if quoi != avant or quoi == "m":
            mots.append(quoi)
        if quoi == "a":
            mots += _courbure(pris, _loin(vrai, la[0]), _loin(ecrit, ici[0]))
        mots += [str(nombre) for x, y in dits for nombre, dit in ((x, quoi != "v"), (y, quoi != "h")) if dit]
        vrai, ecrit, plume, avant = la[-1], ici[-1], ici[-1], quoi
    return _joint(mots)


def _points(commande: str, pris: list[float], depuis: Point) -> list[Point]:
    """The points that a command names, where they are; the last is where it ends."""
    x, y = depuis if commande.islower() else (0, 0)
    match commande.lower():
        case "h":
            return [(pris[0] + x, depuis[1])]
        case "v":
            return [(depuis[0], pris[0] + y)]
        case "a":
            pris = pris[5:]
    return [(pris[n] + x, pris[n + 1] + y) for n in range(0, len(pris), 2)]


def _plus_simple(dits: list[Point]) -> tuple[str, list[Point]]:
    """A cubic curve from (0, 0), as the line or the curve with one point less that stays within `VUE` of it, if there is one."""
    un, deux, fin = dits
    corde = _loin((0, 0), fin)
    if corde and all(abs(fin[0] * y - fin[1] * x) * .75 <= VUE * corde and 0 <= fin[0] * x + fin[1] * y <= corde * corde
                     for x, y in (un, deux)):
        return "l", [fin]
    milieu = round((3 * (un[0] + deux[0]) - fin[0]) / 4), round((3 * (un[1] + deux[1]) - fin[1]) / 4)
    # How far its own two points are from those that make the same curve of this one.
    en_x, en_y = ((un[n] - 2 * milieu[n] / 3, deux[n] - (fin[n] + 2 * milieu[n]) / 3) for n in (0, 1))
    if all(_loin((0, 0), tuple(3 * (1 - t) * t * ((1 - t) * a + t * b) for a, b in (en_x, en_y))) <= VUE for t in INSTANTS):
        return "q", [milieu, fin]
    return "c", dits


def _courbure(pris: list[float], corde: float, ecrite: float) -> list[str]:
    """The radii and flags of an arc whose ends have moved: of a circle, the radius that bends it as it was bent."""
    rx, ry, angle, grand, sens = pris[:5]
    rayons = [max(1, round(r * PAR_UNITE)) for r in (rx, ry)]
    if rx == ry:
        voulue = _fleche(rx, corde, grand) * PAR_UNITE
        pres = int(rx * PAR_UNITE)
        rayons = [min((max(1, pres), pres + 1), key=lambda r: abs(_fleche(r, ecrite, grand) - voulue))] * 2
    return [*map(str, rayons), f"{angle:g}", f"{grand:g}", f"{sens:g}"]


def _fleche(rayon: float, corde: float, grand: float) -> float:
    """How far an arc goes from the line between its ends. What is too short for them is drawn as half a circle."""
    rayon = max(rayon, corde / 2)
    creux = sqrt(rayon * rayon - corde * corde / 4)
    return rayon + creux if grand else rayon - creux


def _loin(a: Point, b: Point) -> float:
    return hypot(a[0] - b[0], a[1] - b[1])


def _joint(mots: list[str]) -> str:
    """Nothing between two numbers that cannot be taken for one."""
    dit = avant = ""
    for mot in mots:
        colle = not avant or avant.isalpha() or mot.isalpha() or mot[0] == "-"
        dit += mot if colle else f" {mot}"
        avant = mot
    return dit
