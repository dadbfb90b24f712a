"""The address of a fiche as its name tells it: most slugs are some words of the name, in order."""

from __future__ import annotations

from quifaitquoi.base.texte import en_slug
from quifaitquoi.langues.typographie import francais

MOTS = 30  # as many bits as a browser shifts without a sign


def adresse_du_nom(slug: str, nom: str) -> int | str:
    """Which words of the name the slug leaves out, as bits (0: none); or the slug itself, where the name does not tell it."""
    restent, laisses = slug.split("-"), 0
    mots = devine(nom).split("-")
    for rang, mot in enumerate(mots[:MOTS]):
        if restent and restent[0] == mot:
            restent.pop(0)
        else:
            laisses |= 1 << rang
    return slug if restent or len(mots) > MOTS else laisses


def devine(nom: str) -> str:
    """The words of a name as an address has them, of the name as the page writes it: `lecture.js` guesses from that one."""
    return en_slug(francais(nom))
