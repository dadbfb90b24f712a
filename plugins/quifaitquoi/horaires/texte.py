"""One form for what people type: lower case, no accents, plain spaces, hyphens and apostrophes."""

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


def simple(texte: str) -> str:
    """`texte` as the readers compare it."""
    texte = signes(texte).lower()
    if not texte.isascii():
        texte = "".join(c for c in normalize("NFKD", texte) if category(c) != "Mn")
    return re.sub(r"\s+", " ", texte).strip()


def cite(texte: str) -> str:
    """A quotation for a message, cut where it gets long."""
    texte = " ".join(texte.split())
    return f"« {texte if len(texte) <= 60 else texte[:59] + '…'} »"
