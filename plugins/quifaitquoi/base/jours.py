"""Days reckoned from a date that may be the last, or the first, of the calendar: « for ever » is written 9999-12-31."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta


def lendemain(jour: date) -> date:
    """The day after; the last day of the calendar has none but itself."""
    return jour if jour == date.max else jour + timedelta(1)


def dans(mois: int, jour: date) -> date:
    """The same day some months later, and no later than the calendar goes."""
    try:
        return jour + relativedelta(months=mois)
    except ValueError:
        return date.max
