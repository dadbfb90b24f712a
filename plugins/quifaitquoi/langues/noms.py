"""A French name after « de » or « à »: « l'équipe des Neiges », « au Havre », « d'Elsau »."""

from __future__ import annotations

from quifaitquoi.base.texte import sans_accents

CONTRACTES = {"de": {"Le ": "du ", "Les ": "des "}, "à": {"Le ": "au ", "Les ": "aux "}}


def de(nom: str) -> str:
    """« de » and the name."""
    # A name that begins with h may or may not join: « de Hautepierre » is never wrong.
    return _contracte("de", nom) or (f"d'{nom}" if sans_accents(nom[:1].lower()) in tuple("aeiou") else f"de {nom}")


def a(nom: str) -> str:
    """« à » and the name."""
    return _contracte("à", nom) or f"à {nom}"


def _contracte(mot: str, nom: str) -> str:
    """Both in one where the name begins with « Le » or « Les »."""
    return next((ecrit + nom[len(article):] for article, ecrit in CONTRACTES[mot].items() if nom.startswith(article)), "")
