"""A French name after « à »: « au Havre », « aux Neiges »."""

from __future__ import annotations

CONTRACTES = {"Le ": "au ", "Les ": "aux "}


def a(nom: str) -> str:
    """« à » and the name, in one where the name begins with « Le » or « Les »."""
    return next((ecrit + nom[len(article):] for article, ecrit in CONTRACTES.items() if nom.startswith(article)), f"à {nom}")
