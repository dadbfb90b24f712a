"""What a script needs to write words, dates, numbers and lists as the build does: an engine has orders and digits of its own."""

from __future__ import annotations

import re
from datetime import date

from babel.dates import format_date, get_day_names, parse_pattern
from babel.numbers import format_decimal

from quifaitquoi.langues import Langue
from quifaitquoi.langues.dates import date_longue, nom_du_mois, sans_annee_abregee
from quifaitquoi.langues.typographie import INSECABLE

# Of a pattern of CLDR, what a script fills in; the rest is the same all year.
_REMPLI = {"d": "{j}", "dd": "{jj}", "y": "{an}"}
_MOIS = re.compile(r"%\(([ML]+)\)s")


def mot(langue: Langue, message: str) -> str:
    """A sentence of the program; between isolates, which the script marks as French, where its language may not say it yet."""
    dit = langue.dire(message)
    return f"\u2068{dit}\u2069" if message in langue.catalogue.retenus else dit


def dates(langue: Langue) -> dict[str, object]:
    """The names of days and months, and where they stand in a date: as `date_longue` writes it, and without its year."""
    locale = langue.locale
    longue = parse_pattern(locale.date_formats["long"].pattern).format
    forme = _MOIS.search(longue)[1]
    premiers = [format_date(date(2026, mois, 1), forme, locale) for mois in range(1, 13)]
    noms = [nom_du_mois(nom, rang, locale).replace(" ", INSECABLE) for rang, nom in enumerate(premiers, 1)]
    ecrites = {
        "jours": [get_day_names("wide", locale=locale)[jour] for jour in range(7)],
        "mois": noms,
        "date": _modele(parse_pattern(locale.datetime_skeletons["MMMMd"]).format, langue),
        "date_longue": _modele(longue, langue),
    }
    # In French the first of a month is no plain number.
    premier = {"premier": date_longue(date(2026, 1, 1), locale).partition(INSECABLE)[0]} if langue.francaise else {}
    return ecrites | premier


def nombres(langue: Langue) -> dict[str, object]:
    """What stands between the thousands and before the tenths; how items follow each other in a list."""
    exemple = format_decimal(1234.5, locale=langue.locale)
    return {"milliers": exemple[1:-5], "decimale": exemple[-2], "liste": dict(langue.locale.list_patterns["standard"])}


def _modele(forme: str, langue: Langue) -> str:
    """A pattern as Babel reads it, for a script to fill in."""
    autres = {nom: format_date(date(2026, 1, 1), nom, langue.locale) for nom in re.findall(r"%\((\w+)\)s", forme)}
    return sans_annee_abregee(_MOIS.sub("{mois}", forme) % (autres | _REMPLI), langue.locale).replace(" ", INSECABLE)
