"""Dates in words, as each language writes them, never cut at the end of a line."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton

from quifaitquoi.langues import Langue
from quifaitquoi.langues.typographie import INSECABLE


@lru_cache(maxsize=20_000)
def date_longue(jour: date, locale: Locale) -> str:
    """« 24 décembre 2026 »."""
    return _ecrite(_premier(format_date(jour, format="long", locale=locale), locale), jour, locale)


@lru_cache(maxsize=5_000)
def date_et_jour(jour: date, locale: Locale) -> str:
    """« jeudi 24 décembre 2026 »."""
    return _ecrite(_premier(format_date(jour, format="full", locale=locale), locale), jour, locale)


def jour_sans_annee(jour: date, locale: Locale) -> str:
    """« jeudi 24 décembre », where what stands around it is of one year."""
    return _premier(format_date(jour, "EEEE d MMMM", locale=locale), locale)


@lru_cache(maxsize=20_000)
def date_courte(jour: date, langue: Langue) -> str:
    """« 24 déc. 2026 »."""
    # Arabic's shorter form is all figures and slashes, which change places in a line.
    dit = format_date(jour, "long" if langue.sens == "rtl" else "medium", locale=langue.locale)
    return _ecrite(_premier(dit, langue.locale), jour, langue.locale)


@lru_cache(maxsize=20_000)
def mois(jour: date, locale: Locale) -> str:
    """« octobre 2013 »."""
    # Russian and Ukrainian name a month that stands alone in another case than one that has a day.
    return _ecrite(format_skeleton("yMMMM", jour, locale=locale), jour, locale)


def _premier(dit: str, locale: Locale) -> str:
    return re.sub(r"\b1 (?=\D)", "1er ", dit) if locale.language == "fr" else dit


def nom_du_mois(nom: str, rang: int, locale: Locale) -> str:
    """The name of a month, with its figure where the same name is that of another month elsewhere: the Tigrinya name of November is
    that of a month which begins in December in Ethiopia."""
    return f"{nom} ({rang})" if locale.language == "ti" else nom


def sans_annee_abregee(dit: str, locale: Locale) -> str:
    """Without the « г. » of a Russian year, « р. » in Ukrainian: at the end of a sentence its stop would stand twice."""
    return re.sub(r"\s(?:г|р)\.$", "", dit) if locale.language in ("ru", "uk") else dit


def _ecrite(dit: str, jour: date, locale: Locale) -> str:
    return comme_on_l_ecrit(dit, jour, locale).replace(" ", INSECABLE)


def comme_on_l_ecrit(dit: str, jour: date, locale: Locale) -> str:
    """What CLDR writes of a day, with the figure of its month where that is needed, and no stop at its end."""
    noms = [locale.months["format"][forme][jour.month] for forme in ("wide", "abbreviated")]
    nom = next((nom for nom in noms if nom in dit), "")
    dit = dit.replace(nom, nom_du_mois(nom, jour.month, locale)) if nom else dit
    return sans_annee_abregee(dit, locale)


def noms_des_mois(locale: Locale) -> dict[int, str]:
    """The names of months that stand alone, by their number: « Жовтень », where a day makes it « 27 жовтня »."""
    # Only where CLDR asks for them: Babel 2.18 gave « M05 » for a French one in a process that had read every language.
    contexte = "stand-alone" if "LLLL" in locale.datetime_skeletons["yMMMM"].pattern else "format"
    return {rang: nom_du_mois(nom, rang, locale) for rang, nom in locale.months[contexte]["wide"].items()}
