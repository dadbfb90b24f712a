"""Spaces as they are printed: those of French, where no line starts with « : », and those of numbers, which stay whole."""

from __future__ import annotations

import re
from functools import lru_cache

from quifaitquoi.langues.traduit import Traduit

INSECABLE, FINE = "\u00a0", "\u202f"
# Who writes every noun with a capital, inside a sentence too.
NOMS_EN_CAPITALE = frozenset(("de", "lb"))
# A telephone, 116 006, 12 000: figures in groups.
_EN_GROUPES = re.compile(r"(?<![\d.,/])\+?(?:\d{1,4}(?: \d{1,3}){2,}|\d{1,3} \d{3})(?![\d.,]?\d)")


@lru_cache(maxsize=5_000)
def nombres_entiers(texte: str) -> str:
    """`texte` with the groups of each number kept together. Parted by a plain space, a line that is read from the right shows
    the last group first: 00 00 91 61 02 (Unicode's rule W4 joins figures over a no-break space only)."""
    return _EN_GROUPES.sub(lambda nombre: nombre[0].replace(" ", INSECABLE), texte)


@lru_cache(maxsize=5_000)
def francais(texte: str) -> str:
    """`texte` with the spaces and apostrophes of French typography."""
    texte = nombres_entiers(texte)
    texte = re.sub(r"[ \u00a0]([;!?»])", FINE + r"\1", texte)
    texte = re.sub(r" (:)(?=\s|$)", INSECABLE + r"\1", texte)
    texte = re.sub(r"«[ \u00a0]", "«" + FINE, texte)
    texte = re.sub(r"(?<=\d) (?=(?:h|euros?|€|minutes?|min|mois|ans?|jours?|m|km)\b)", INSECABLE, texte)
    return texte.replace("'", "’")


def minuscule(texte: str, langue: str) -> str:
    """As it stands inside a sentence of the language of this code (ISO 639): a first letter that begins no acronym in small, but
    not where every noun has a capital; what is translated stays known as such."""
    if langue in NOMS_EN_CAPITALE and isinstance(texte, Traduit):
        return texte
    dit = texte[:1].lower() + texte[1:] if texte[1:2].islower() else texte
    return Traduit.de(dit, texte.ancien) if isinstance(texte, Traduit) else dit


def majuscule(texte: str) -> str:
    """With a capital first, the rest as it is."""
    return texte[:1].title() + texte[1:]
