"""Dates in words, as each language writes them, never cut at the end of a line."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date

from quifaitquoi.langues import Langue
from quifaitquoi.langues.typographie import INSECABLE


@lru_cache(maxsize=20_000)
def date_longue(jour: date, locale: Locale) -> str:
    """« 24 décembre 2026 »."""
    return _premier(format_date(jour, format="long", locale=locale), locale).replace(" ", INSECABLE)


@lru_cache(maxsize=5_000)
def date_et_jour(jour: date, locale: Locale) -> str:
    """« jeudi 24 décembre 2026 »."""
    dit = format_date(jour, format="full", locale=locale)
    return (re.sub(r"\b1 ", "1er ", dit) if locale.language == "fr" else dit).replace(" ", INSECABLE)


@lru_cache(maxsize=20_000)
def date_courte(jour: date, langue: Langue) -> str:
    """« 24 déc. 2026 »."""
    # Arabic's shorter form is all figures and slashes, which change places in a line.
    dit = format_date(jour, "long" if langue.sens == "rtl" else "medium", locale=langue.locale)
    return _premier(dit, langue.locale).replace(" ", INSECABLE)


@lru_cache(maxsize=20_000)
def mois(jour: date, locale: Locale) -> str:
    """« octobre 2013 »."""
    return format_date(jour, format="MMMM y", locale=locale).replace(" ", INSECABLE)


def _premier(dit: str, locale: Locale) -> str:
    return re.sub(r"^1 ", "1er ", dit) if locale.language == "fr" else dit
