"""One week in two: counted from a date, which goes on across a 53rd week; or odd and even weeks, which do not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .modele import Regle

UNE_SEMAINE = timedelta(7)
# How long before a new year whoever keeps the directory is told of its 53rd week, and how long after.
AVANT, APRES = timedelta(100), timedelta(14)


def tombe(depuis: date, jour: date) -> bool:
    """Whether that day is in one of the weeks that are counted two by two from that of `depuis`, and not before it."""
    return jour >= depuis and (_lundi(jour) - _lundi(depuis)) // UNE_SEMAINE % 2 == 0


def sauts(regle: Regle, aujourdhui: date) -> Iterator[tuple[date, date]]:
    """The two days between which « one week in two » breaks at the new year nearby: a 53rd week, odd as the first is."""
    annee = (aujourdhui + AVANT).year - 1
    fin = date(annee, 12, 28)
    if fin.isocalendar().week != 53 or not date(annee + 1, 1, 1) - AVANT <= aujourdhui <= date(annee + 1, 1, 1) + APRES:
        return
    for debut, _, pas in regle.semaines:
        if pas == 2:
            # Odd weeks come twice in a row, even ones three weeks apart.
            premier = _lundi(fin) if debut % 2 else _lundi(fin) - UNE_SEMAINE
            ecart = 1 if debut % 2 else 3
            jour = timedelta(min((jour.jour for jour in regle.jours), default=0))
            yield premier + jour, premier + jour + ecart * UNE_SEMAINE


def _lundi(jour: date) -> date:
    return jour - timedelta(jour.weekday())
