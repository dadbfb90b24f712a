"""Text as such, whoever wrote it: what the eye takes for the same, and what may stand in one line."""

from __future__ import annotations

import re
from unicodedata import category, normalize

# Only what is a dash, an apostrophe or a space to the eye.
SIGNES = str.maketrans(
    dict.fromkeys("‐‑‒–—―−﹣－", "-")
    | dict.fromkeys("’ʼ‘´`＇", "'")
    | dict.fromkeys("\u00a0\u202f\u2007\u2009\u200a\u2002\u2003\t\r", " ")
    | dict.fromkeys("\u200b\u200e\u200f\u2060\ufeff", None)
    | {"：": ":", "；": ";", "，": ",", "”": '"', "“": '"'}
)


def signes(texte: str) -> str:
    """`texte` with typographic signs made plain; nothing else changes."""
    return texte.translate(SIGNES)


def sans_accents(texte: str) -> str:
    """`texte` without what stands above, below or through its letters; ligatures and the like become plain letters."""
    if texte.isascii():
        return texte
    lettres = normalize("NFKD", texte)
    return lettres if lettres.isascii() else "".join([c for c in lettres if category(c) != "Mn"])


def en_ascii(texte: str) -> str:
    """The signs of ASCII that are left without accents, and no other: on a whole file, in an eighth of the time."""
    return texte if texte.isascii() else normalize("NFKD", texte).encode("ascii", "ignore").decode()


def en_slug(texte: str) -> str:
    """Its words as an address has them, as `lecture.js` guesses them too: « Restos du Cœur » is « restos-du-coeur »."""
    lettres = normalize("NFD", texte.lower().replace("œ", "oe").replace("æ", "ae"))
    return re.sub(r"[^a-z0-9]+", "-", re.sub("[\u0300-\u036f]", "", lettres)).strip("-")


def cle_de_tri(texte: str) -> str:
    """Alphabetical order as a reader expects it: without accents or capitals."""
    return sans_accents(texte.casefold())


def simple(texte: str) -> str:
    """What people type, as readers compare it: lower case, no accents, one space at a time, plain hyphens and apostrophes."""
    return " ".join(sans_accents(signes(texte).lower()).split())


def visible(texte: str, longueur: int = 80) -> str:
    """A text as it may stand in a one-line message: no line break, nothing a terminal would obey, not endless."""
    propre = texte if texte.isprintable() else " ".join("".join(c if c.isprintable() else " " for c in texte).split())
    return propre if len(propre) <= longueur else propre[:longueur - 1] + "…"


def cite(texte: str) -> str:
    """A quotation for a message, cut where it gets long."""
    return f"« {visible(' '.join(texte.split()), 60)} »"
