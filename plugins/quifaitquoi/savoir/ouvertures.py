"""Hours as a usual week and the days that differ, for formats without « unknown »: only what is open for sure is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from quifaitquoi.horaires import Calendrier, Horaires, intervalles

JOURS = 92  # for as long as the finder knows hours
# From one minute to another of a day, counted from its midnight: 1440 is the next one.
Plages = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Ouvertures:
    """What holds from `du` to `au`, both included: seven days, Monday first, then runs of days that are not as usual."""

    du: date
    au: date
    semaine: tuple[Plages, ...]
    exceptions: tuple[tuple[date, date, Plages], ...]


@lru_cache(maxsize=8192)
def ouvertures(horaires: Horaires, calendrier: Calendrier, du: date, au: date) -> Ouvertures:
    """The same hours, day by day. What is unknown, or for those with an appointment only, is not open."""
    n = (au - du).days + 1
    plages: list[list[tuple[int, int]]] = [[] for _ in range(n)]
    for intervalle in intervalles(horaires, calendrier, du, au):
        if intervalle.etat == "ouvert":
            debut, fin = (moment.astimezone(calendrier.zone).replace(tzinfo=None) for moment in intervalle[:2])
            for rang, de, a in _par_jour(debut, fin, du):
                if 0 <= rang < n:
                    plages[rang].append((de, a))
    jours = [tuple(contenu) for contenu in plages]
    semaine = tuple(_habituel(jours[(jour - du.weekday()) % 7::7]) for jour in range(7))
    return Ouvertures(du, au, semaine, tuple(_exceptions(jours, semaine, du)))


def _par_jour(debut: datetime, fin: datetime, du: date) -> Iterator[tuple[int, int, int]]:
    """Its parts: the rank of the day, then from which minute to which."""
    while debut < fin:
        minuit = datetime.combine(debut.date(), time())
        jusque = min(fin, minuit + timedelta(1))
        yield (debut.date() - du).days, (debut - minuit) // timedelta(minutes=1), (jusque - minuit) // timedelta(minutes=1)
        debut = jusque


def _habituel(jours: list[Plages]) -> Plages:
    """What such a day is most often; as often one as the other, the shorter."""
    comptes = Counter(jours)
    return min(comptes, key=lambda plages: (-comptes[plages], sum(a - de for de, a in plages), plages)) if comptes else ()


def _exceptions(jours: list[Plages], semaine: tuple[Plages, ...], du: date) -> Iterator[tuple[date, date, Plages]]:
    """A closure goes on over the days that are closed anyway."""
    differents = [plages != semaine[(du.weekday() + n) % 7] for n, plages in enumerate(jours)]
    n = 0
    while n < len(jours):
        if not differents[n]:
            n += 1
            continue
        debut = fin = n
        while n < len(jours) and jours[n] == jours[debut]:
            fin = n if differents[n] else fin
            n += 1
        yield du + timedelta(debut), du + timedelta(fin), jours[debut]
