"""Which characters a font can draw, and texts that hold no other: nothing is ever printed as a mark in its place."""

from __future__ import annotations

import re
import struct
from collections.abc import Set
from functools import cache
from pathlib import Path
from unicodedata import normalize

# Controls, and the marks that turn the direction of all that follows: nothing that a contributor needs. And the vowel marks of
# Arabic, which readers do without: a letter with one is two drawings, each read back as both, so that the word is found no more.
_A_OTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u064b-\u0652\u202a-\u202e\ufe00-\ufe0f\ufeff]")
# « ژانویهٔ »: one drawing of two signs, which is read back turned round where it is not one sign.
_HE_HAMZA, _HE_YE = "\u0647\u0654", "\u06c0"
# Invisible, but known to the typesetter itself.
_SANS_DESSIN = frozenset(
    map(ord, "\t\n\r \u00a0\u00ad\u200c\u200d\u200e\u200f\u2028\u2029\u202f\u2066\u2067\u2068\u2069\u200b\u2060")
)


def caracteres(police: bytes) -> set[int]:
    """Every code point in the `cmap` of a TrueType font."""
    tables = struct.unpack_from(">H", police, 4)[0]
    for rang in range(tables):
        nom, _, debut, _ = struct.unpack_from(">4sIII", police, 12 + 16 * rang)
        if nom == b"cmap":
            break
    else:
        return set()
    connus: set[int] = set()
    for rang in range(struct.unpack_from(">H", police, debut + 2)[0]):
        ici = debut + struct.unpack_from(">HHI", police, debut + 4 + 8 * rang)[2]
        forme = struct.unpack_from(">H", police, ici)[0]
        if forme == 12:
            for groupe in range(struct.unpack_from(">I", police, ici + 12)[0]):
                premier, dernier, _ = struct.unpack_from(">III", police, ici + 16 + 12 * groupe)
                connus.update(range(premier, dernier + 1))
        elif forme == 4:
            n = struct.unpack_from(">H", police, ici + 6)[0] // 2
            fins = struct.unpack_from(f">{n}H", police, ici + 14)
            debuts = struct.unpack_from(f">{n}H", police, ici + 16 + 2 * n)
            for premier, dernier in zip(debuts, fins, strict=True):
                connus.update(range(premier, min(dernier, 0xFFFE) + 1))
    return connus


@cache
def imprimables() -> frozenset[int]:
    """What the fonts of the set-up draw, known without them: `check` runs where they were never fetched."""
    etendues = Path(__file__).with_name("imprimables.txt").read_text("ascii").split()
    return frozenset(n for debut, _, fin in (e.partition("-") for e in etendues) for n in range(int(debut, 16), int(fin, 16) + 1))


def imprimable(texte: str, connus: Set[int], manquent: set[str]) -> str:
    """`texte` as it is printed. What no font draws, nor the plain form of it (« ﹩ » is « $ »), is added to `manquent`."""
    if texte.isascii() and texte.isprintable():
        return texte
    return "".join([_dessinable(c, connus, manquent) for c in _A_OTER.sub("", texte.replace(_HE_HAMZA, _HE_YE))])


def _dessinable(c: str, connus: Set[int], manquent: set[str]) -> str:
    if _connu(c, connus):
        return c
    simple = normalize("NFKC", c)
    if all(_connu(autre, connus) for autre in simple):
        return simple
    manquent.add(c)
    return c


def _connu(c: str, connus: Set[int]) -> bool:
    return ord(c) in connus or ord(c) in _SANS_DESSIN


def tout_imprimable(valeur: object, connus: Set[int], manquent: dict[str, set[str]], slug: str = "") -> object:
    """The same for every text inside lists and dictionaries; their keys are the program's own.

    `manquent`: what is missing, by the `slug` of the nearest dictionary around it that has one.
    """
    if isinstance(valeur, str):
        propre = imprimable(valeur, connus, (ici := set()))
        if ici:
            manquent.setdefault(slug, set()).update(ici)
        return propre
    if isinstance(valeur, dict):
        slug = valeur.get("slug") or slug
        return {cle: tout_imprimable(v, connus, manquent, slug) for cle, v in valeur.items()}
    if isinstance(valeur, (list, tuple)):
        return [tout_imprimable(v, connus, manquent, slug) for v in valeur]
    return valeur
