"""What a machine can see in a translation beside its French: a number that changed, a direction left open."""

from __future__ import annotations

import re
from collections.abc import Iterator

# « Appelez le 15 »: two figures are a number to call where they follow so; « 18 ans » may be said with a word.
_APPEL = re.compile(r"\b(?:le|au|du) (1[578])\b")
# Figures in groups are one number: a telephone, 116 006. Times are not: 9h and 9:00 are the same.
_NOMBRE = re.compile(r"\d+(?:[ \u00a0\u202f]\d{2,3})*")
_OUVRE, _FERME, _INTERDITS = "\u2066\u2067\u2068", "\u2069", "\u202a\u202b\u202c\u202d\u202e"


def ecarts(francais: str, traduit: str) -> Iterator[str]:
    """What is wrong, as ends of a sentence that names the translation."""
    voulus, lus = _nombres(francais), _nombres(traduit)
    if ajoutes := sorted(n for n in lus - voulus if len(n) >= 3):
        yield f"dit un numéro que le français ne dit pas : {', '.join(ajoutes)}"
    if perdus := sorted(n for n in voulus - lus if len(n) >= 3 or n in _APPEL.findall(francais)):
        yield f"ne dit plus le numéro {', '.join(perdus)}"
    if not _ferme(traduit):
        yield "ouvre un sens de lecture qu'elle ne ferme pas (U+2066 à U+2068, puis U+2069)"


def _nombres(texte: str) -> set[str]:
    """The numbers of a text, groups joined; « 00 » are minutes."""
    return {nombre for lu in _NOMBRE.findall(texte) if (nombre := re.sub(r"\D", "", lu)) != "00"}


def _ferme(texte: str) -> bool:
    ouverts = 0
    for signe in texte:
        ouverts += (signe in _OUVRE) - (signe == _FERME)
        if ouverts < 0 or signe in _INTERDITS:
            return False
    return ouverts == 0
