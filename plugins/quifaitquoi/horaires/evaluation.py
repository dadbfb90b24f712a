"""When it is open: one string that every engine reads alike, and what opening-hours-py makes of it.

Days are evaluated in local time without a zone, then turned into UTC instants here: the engines disagree
on the night when clocks change. A time that happens twice is taken the first time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours, State

from .calendrier import Calendrier, lectures
from .evaluable import osm_evaluable
from .modele import RENDEZ_VOUS_DITS, VACANCES_A_VERIFIER, Etat, Horaires

ETATS: dict[State, Etat] = {State.OPEN: "ouvert", State.CLOSED: "ferme", State.UNKNOWN: "inconnu"}
# A change is looked for a season at a time, and no further than anyone plans a visit.
SAISON, HORIZON = timedelta(92), 8


class Intervalle(NamedTuple):
    """From `debut` (included) to `fin` (excluded), both UTC."""

    debut: datetime
    fin: datetime
    etat: Etat
    commentaire: str


def etat(horaires: Horaires, calendrier: Calendrier, instant: datetime) -> tuple[Etat, str]:
    """The state at an aware instant, with its comment or ""; « rendez-vous » where nobody is received without one."""
    jour = instant.astimezone(calendrier.zone).date()
    for intervalle in _du_jour(horaires, calendrier, jour):
        if intervalle.debut <= instant < intervalle.fin:
            return intervalle.etat, intervalle.commentaire
    return "ferme", ""


def prochain_changement(horaires: Horaires, calendrier: Calendrier, instant: datetime) -> datetime | None:
    """The next instant (UTC) when the state is another one, or None if there is none within two years."""
    actuel, _ = etat(horaires, calendrier, instant)
    jour = instant.astimezone(calendrier.zone).date()
    for n in range(HORIZON):
        for intervalle in _suite(horaires, calendrier, jour + n * SAISON, jour + (n + 1) * SAISON):
            if intervalle.debut > instant and intervalle.etat != actuel:
                return intervalle.debut
    return None


def intervalles(horaires: Horaires, calendrier: Calendrier, du: date, au: date) -> tuple[Intervalle, ...]:
    """What is open or unknown from the start of `du` to the end of `au`; the rest is closed."""
    return tuple(i for i in _suite(horaires, calendrier, du, au + timedelta(1)) if i.etat != "ferme")


@lru_cache(maxsize=8192)
def _du_jour(horaires: Horaires, calendrier: Calendrier, jour: date) -> tuple[Intervalle, ...]:
    return tuple(_suite(horaires, calendrier, jour, jour + timedelta(1)))


@lru_cache(maxsize=8192)
def _moteur(osm: str) -> OpeningHours:
    return OpeningHours(osm, auto_country=False, auto_timezone=False)


def _suite(horaires: Horaires, calendrier: Calendrier, du: date, apres: date) -> Iterator[Intervalle]:
    """Every interval between two midnights, closed ones included; unknown where the school holidays, unknown, would tell."""
    if horaires.parle_des_vacances and apres > calendrier.vacances.jusqu_au:
        return _accord(*(list(_lue(horaires, lecture, du, apres)) for lecture in lectures(calendrier)))
    return _lue(horaires, calendrier, du, apres)


def _accord(unes: list[Intervalle], autres: list[Intervalle]) -> Iterator[Intervalle]:
    """What two readings of the same days agree on, and what they do not."""
    restent = iter(autres)
    autre = next(restent, None)
    for un in unes:
        debut = un.debut
        while autre and debut < un.fin:
            fin = min(un.fin, autre.fin)
            if debut < fin:
                yield un._replace(debut=debut, fin=fin) if un.etat == autre.etat else Intervalle(
                    debut, fin, "inconnu", VACANCES_A_VERIFIER)
            debut = fin
            if autre.fin <= fin:
                autre = next(restent, None)


def _lue(horaires: Horaires, calendrier: Calendrier, du: date, apres: date) -> Iterator[Intervalle]:
    """The same where nothing is unknown of the calendar, without the intervals that a change of clocks swallows."""
    bornes = datetime.combine(du, time()), datetime.combine(apres, time())
    precedent = _utc(bornes[0], calendrier.fuseau)
    for debut, fin, etat, commentaire in _moteur(osm_evaluable(horaires, calendrier, du, apres)).intervals(*bornes):
        debut_utc = max(_utc(debut, calendrier.fuseau), precedent)
        fin_utc = _utc(fin or bornes[1], calendrier.fuseau)
        if debut_utc < fin_utc:
            precedent = fin_utc
            yield Intervalle(debut_utc, fin_utc, _etat_vu(ETATS[etat], commentaire), commentaire)


def _etat_vu(etat: Etat, commentaire: str) -> Etat:
    return "rendez-vous" if commentaire in RENDEZ_VOUS_DITS and etat != "ferme" else etat


# The same times come back for every place of a directory.
@lru_cache(maxsize=65536)
def _utc(naif: datetime, fuseau: str) -> datetime:
    return naif.replace(tzinfo=ZoneInfo(fuseau)).astimezone(UTC)
