"""French spacing, for what is in French: no line starts with « : » or ends with an opening guillemet."""

from __future__ import annotations

import re
from functools import lru_cache

from quifaitquoi.langues.traduit import Traduit

INSECABLE, FINE = "\u00a0", "\u202f"


@lru_cache(maxsize=50_000)
def francais(texte: str) -> str:
    """`texte` with the spaces and apostrophes of French typography."""
    texte = re.sub(r"[ \u00a0]([;!?»])", FINE + r"\1", texte)
    texte = re.sub(r" (:)(?=\s|$)", INSECABLE + r"\1", texte)
    texte = re.sub(r"«[ \u00a0]", "«" + FINE, texte)
    texte = re.sub(r"(?<=\d) (?=(?:h|euros?|€|minutes?|min|mois|ans?|jours?|m|km)\b)", INSECABLE, texte)
    return texte.replace("'", "’")


def minuscule(texte: str) -> str:
    """As it stands inside a sentence: a first letter that begins no acronym in small; what is translated stays known as such."""
    dit = texte[:1].lower() + texte[1:] if texte[1:2].islower() else texte
    return Traduit.de(dit, texte.ancien) if isinstance(texte, Traduit) else dit


def majuscule(texte: str) -> str:
    """With a capital first, the rest as it is."""
    return texte[:1].upper() + texte[1:]
