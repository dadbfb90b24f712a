"""French spacing, for what is in French: no line starts with « : » or ends with an opening guillemet."""

from __future__ import annotations

import re
from functools import lru_cache

INSECABLE, FINE = "\u00a0", "\u202f"


@lru_cache(maxsize=50_000)
def francais(texte: str) -> str:
    """`texte` with the spaces and apostrophes of French typography."""
    texte = re.sub(r"[ \u00a0]([;!?»])", FINE + r"\1", texte)
    texte = re.sub(r" (:)(?=\s|$)", INSECABLE + r"\1", texte)
    texte = re.sub(r"«[ \u00a0]", "«" + FINE, texte)
    texte = re.sub(r"(?<=\d) (?=(?:h|euros?|€|minutes?|min|mois|ans?|jours?|m|km)\b)", INSECABLE, texte)
    return texte.replace("'", "’")


def majuscule(texte: str) -> str:
    """With a capital first, the rest as it is."""
    return texte[:1].upper() + texte[1:]
