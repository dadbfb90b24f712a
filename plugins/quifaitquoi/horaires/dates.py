"""A date as people write it, « le 24 déc. 2026 », « 24/12/2026 », « octobre 2026 » → its usual spelling in a file."""

from __future__ import annotations

import re
from datetime import date

from .habitudes import courant
from .selecteurs import NOMS_JOURS, NOMS_MOIS

_JOUR = rf"(?:(?P<nom>{'|'.join(NOMS_JOURS)}),? )?(?:le )?"
_DATE = re.compile(rf"(?:le )?{_JOUR}(?P<jour>\d{{1,2}})(?:er)? (?P<mois>{'|'.join(NOMS_MOIS)}) (?P<annee>\d{{4}})"
                   rf"|(?:en |depuis )?(?P<un_mois>{'|'.join(NOMS_MOIS)}) (?P<son_annee>\d{{4}})")
_CHIFFRES = re.compile(r"(?:le )?(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})")
_ANNEE_DEVANT = re.compile(r"(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?")


def date_ecrite(texte: str) -> str | None:
    """« 2026-12-24 », or « 2026-12 » where only the month is told; None where it is no date, or none of the calendar."""
    mots = " ".join(texte.split()).lower().rstrip(" .")
    if lu := _CHIFFRES.fullmatch(mots):
        return _en_chiffres(lu[3], lu[2], lu[1])
    if lu := _ANNEE_DEVANT.fullmatch(mots):
        return _en_chiffres(*lu.groups())
    lu = _DATE.fullmatch(courant(mots))
    if lu is None:
        return None
    if lu["un_mois"]:
        return _en_chiffres(lu["son_annee"], NOMS_MOIS.index(lu["un_mois"]) + 1, None)
    ecrite = _en_chiffres(lu["annee"], NOMS_MOIS.index(lu["mois"]) + 1, lu["jour"])
    # « Lundi 24 décembre 2026 », a Thursday: one of the two is wrong.
    ensemble = ecrite and (not lu["nom"] or NOMS_JOURS[date.fromisoformat(ecrite).weekday()] == lu["nom"])
    return ecrite if ensemble else None


def _en_chiffres(annee: str, mois: int | str, jour: str | None) -> str | None:
    try:
        ecrite = date(int(annee), int(mois), int(jour or 1)).isoformat()
    except ValueError:
        return None
    return ecrite if jour else ecrite[:7]
