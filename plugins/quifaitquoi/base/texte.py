"""Text as such, whoever wrote it."""

from __future__ import annotations


def visible(texte: str, longueur: int = 80) -> str:
    """A text as it may stand in a one-line message: no line break, nothing a terminal would obey, not endless."""
    propre = texte if texte.isprintable() else " ".join("".join(c if c.isprintable() else " " for c in texte).split())
    return propre if len(propre) <= longueur else propre[:longueur - 1] + "…"
