"""What the build writes of dates, numbers and lists in each language that CLDR can date in, with what a script needs to do so too.

Run as a process of its own: what Babel reads of two hundred languages stays in it, a hundred and forty megabytes.
"""

from __future__ import annotations

import json
from datetime import date, timedelta

from babel import Locale, localedata
from babel.dates import format_skeleton, get_day_names
from babel.lists import format_list
from babel.numbers import format_decimal

from quifaitquoi.langues import Langue, est_connue, langue
from quifaitquoi.langues.dates import date_longue, nom_du_mois
from quifaitquoi.langues.ecritures import dates, nombres
from quifaitquoi.site.pages.trouver.fichiers import STATIC

JOURS = [date(2027, 1, 1) + timedelta(n) for n in range(0, 365, 4)]
LISTES = [["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d", "e"]]
NOMBRES = [7, 0.8, 12.5, 999, 1200, 25_000]


def attendu(ici: Langue) -> dict[str, list[str]]:
    locale = ici.locale
    sans_annee = [_avec_son_chiffre(format_skeleton("MMMMd", j, locale=locale), j, locale) for j in JOURS]
    return {
        "longues": [date_longue(j, locale) for j in JOURS],
        "courtes": [f"1er{dit[1:]}" if ici.francaise and j.day == 1 else dit for j, dit in zip(JOURS, sans_annee, strict=True)],
        "semaine": [get_day_names("wide", locale=locale)[n] for n in range(7)],
        "listes": [format_list(liste, locale=locale) for liste in LISTES],
        "nombres": [format_decimal(n, locale=locale) for n in NOMBRES],
    }


def _avec_son_chiffre(dit: str, jour: date, locale: Locale) -> str:
    nom = locale.months["format"]["wide"][jour.month]
    return dit.replace(nom, nom_du_mois(nom, jour.month, locale)).replace(" ", "\u00a0")


if __name__ == "__main__":
    codes = [code for code in {*localedata.locale_identifiers(), "fr-x-falc", "prs"} if "_" not in code and code != "root"]
    connues = {code: langue(code) for code in sorted(codes) if est_connue(code)}
    print(json.dumps({
        "fichiers": [str(STATIC / f"{nom}.js") for nom in ("heures", "dire", "compter")],
        "langues": {code: dates(ici) | nombres(ici) for code, ici in connues.items()},
        "jours": [[j.year, j.month, j.day] for j in JOURS], "listes": LISTES, "nombres": NOMBRES,
        "t": [1440 * (date(2027, 1, 4) - date(1970, 1, 1)).days + 1440 * n for n in range(7)],  # from a Monday
        "attendus": {code: attendu(ici) for code, ici in connues.items()},
    }))
