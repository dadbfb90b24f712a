"""The public holidays that a region, a canton or a Land has and its country has not, in the words of annuaire.yml."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

import holidays
from dateutil.easter import easter

from quifaitquoi.annuaire.model.feries import MOIS
from quifaitquoi.annuaire.model.pays import OUTRE_MER, calendrier, outre_mer_de
from quifaitquoi.base.texte import sans_accents
from quifaitquoi.horaires import feries

ANNEES = range(2026, 2034)
MOIS_ECRITS = {sans_accents(mois): mois for mois in (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")}


def subdivisions(pays: str) -> dict[str, str]:
    """The parts of a country that have holidays of their own: every name that people give them → its code."""
    try:
        classe = type(holidays.country_holidays(pays))
    except NotImplementedError:
        return {}
    # France overseas is asked for as a country: its code says its numbers and its time as well.
    return {nom: code for nom, code in classe.subdivisions_aliases.items()
            if code not in OUTRE_MER and not outre_mer_de(f"{code}00") and _en_plus(pays, code)}


def feries_de(pays: str, subdivision: str) -> tuple[list[dict[str, str]], list[str]]:
    """What « feries_locaux » should hold, and the names of the days that move otherwise than with Easter: no line can say those."""
    ecrits, autres = [], []
    for nom, jours in _en_plus(pays, subdivision).items():
        fixes, paques = {(jour.month, jour.day) for jour in jours}, {(jour - easter(jour.year)).days for jour in jours}
        if len(fixes) == 1:
            (mois, jour), = fixes
            ecrits.append({"nom": nom, "quand": f"{jour}{'er' if jour == 1 else ''} {MOIS_ECRITS[MOIS[mois - 1]]}"})
        elif len(paques) == 1:
            ecart, = paques
            quand = f"pâques {'-' if ecart < 0 else '+'} {abs(ecart)} jour{'s' if abs(ecart) > 1 else ''}"
            ecrits.append({"nom": nom, "quand": quand if ecart else "pâques"})
        else:
            autres.append(nom)
    return ecrits, autres


def _en_plus(pays: str, subdivision: str) -> Mapping[str, list[date]]:
    """The days of all these years that the calendar of the country lacks, by their name."""
    national = {ferie.date for ferie in feries(calendrier(pays, None, ()), date(ANNEES[0], 1, 1), date(ANNEES[-1], 12, 31))}
    classe = type(holidays.country_holidays(pays))
    langue = "fr" if "fr" in classe.supported_languages else classe.default_language
    trouves: dict[str, list[date]] = defaultdict(list)
    for annee in ANNEES:
        for jour, noms in holidays.country_holidays(pays, subdiv=subdivision, years=annee, language=langue, observed=False).items():
            if jour not in national and jour.year == annee:
                trouves[noms].append(jour)
    return trouves

