"""The path of a drawing in the figures that one can see: tenths of a unit, where a pictogram is 24 units wide.

What is relative is measured from the point that was written, not from the one that was meant: nothing drifts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

PAS = Decimal("0.1")
_COMMANDE = re.compile(r"\s*([MmLlHhVvCcSsQqTtAaZz])([^A-DF-Za-df-z]*)")
# What a command takes, the point where it ends last: radii, an angle, flags, then x and y.
_PREND = {"m": "xy", "l": "xy", "t": "xy", "h": "x", "v": "y", "c": "xyxyxy", "s": "xyxy", "q": "xyxy", "a": "rraddxy", "z": ""}
_NOMBRE, _DRAPEAU = re.compile(r"[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)"), re.compile(r"[\s,]*([01])")
_SUITE = {"M": "L", "m": "l"}  # after the first point of a move come lines


def commandes(trace: str) -> Iterator[tuple[str, list[Decimal]]]:
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
                pris.append(Decimal(nombre[1]))
                ici = nombre.end()
            yield commande, pris
            commande = _SUITE.get(commande, commande)
            if ici == len(suite):
                break


def arrondi(trace: str) -> str:
    """The same path, each of its points within half of `PAS` of where it was. Raises ValueError for what is no path."""
    vrai = ecrit = debut_vrai = debut_ecrit = {"x": Decimal(0), "y": Decimal(0)}
    mots, avant = [], ""
    for commande, pris in commandes(trace):
        if avant != commande or commande in "MmZz":
            mots.append(commande)
        la, ici = dict(vrai), dict(ecrit)
        for quoi, valeur in zip(_PREND[commande.lower()], pris, strict=True):
            if quoi in "xy":
                la[quoi] = valeur + vrai[quoi] * commande.islower()
                ici[quoi] = la[quoi].quantize(PAS)
                valeur = ici[quoi] - ecrit[quoi] * commande.islower()
            mots.append(_court(valeur.quantize(PAS) if quoi == "r" else valeur))
        vrai, ecrit = la, ici
        if commande in "Mm":
            debut_vrai, debut_ecrit = vrai, ecrit
        elif commande in "Zz":
            vrai, ecrit = debut_vrai, debut_ecrit
        avant = _SUITE.get(commande, commande)
    return _joint(mots)


def _court(nombre: Decimal) -> str:
    ecrit = f"{nombre.normalize():f}"
    return re.sub(r"^(-?)0\.", r"\1.", "0" if not nombre else ecrit)


def _joint(mots: list[str]) -> str:
    """Nothing between two numbers that cannot be taken for one."""
    dit = avant = ""
    for mot in mots:
        colle = not avant or avant.isalpha() or mot.isalpha() or mot[0] == "-" or mot[0] == "." and "." in avant
        dit += mot if colle else f" {mot}"
        avant = mot
    return dit
