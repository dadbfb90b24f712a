"""What is said, before it is set: pieces of text that each output renders in its own way, and the fact that they make.

Pages (`render.redaction`), paper (`leaflets.typst`) and plain text (`paroles.texte`) each render them; nothing else does.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

# Of a segment: the program's words; a contributor's text; the name of a controlled term; a proper name or an address, which
# nobody translates; a number to call; one to write a message to; a page of the web; a mailbox; the code of a spoken language;
# hours in words; figures, which run from left to right; and what stands between two items of a list.
DIT, ECRIT, TERME, NOM, TEL, SMS, LIEN, COURRIEL, LANGUE, HEURES, CHIFFRES, ENTRE = range(12)

# How much a fact weighs where room is short: what decides whether one can come at all, what helps to prepare, the rest, and
# what goes without saying on paper, beside an address and a number.
DECISIF, UTILE, TOUT, VA_DE_SOI = 2, 1, 0, -1


class Segment(NamedTuple):
    """A piece of what is said. `cible` is where a link leads, when its words are not its address."""

    genre: int
    texte: str
    cible: str = ""


Segments = tuple[Segment, ...]
SUITE = Segment(ENTRE, "")


class Fait(NamedTuple):
    """One fact in words: the field that states it, a pictogram, what it is about (or ""), what is said of it, its weight."""

    champ: str
    picto: str
    titre: str
    segments: Segments
    poids: int = DECISIF


def dit(texte: str) -> Segments:
    return (Segment(DIT, texte),)


def ecrit(texte: str) -> Segments:
    return (Segment(ECRIT, texte),)


def nom(texte: str) -> Segments:
    return (Segment(NOM, texte),)


def a_la_suite(parts: Iterable[Segments], entre: Segment = SUITE) -> Segments:
    """Items in a row with something between them; empty ones are left out."""
    tout: list[Segment] = []
    for part in parts:
        if part:
            tout += [entre, *part] if tout else part
    return tuple(tout)
