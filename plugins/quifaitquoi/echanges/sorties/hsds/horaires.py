"""Hours as HSDS schedules: the rules that iCalendar has words for, and always the OpenStreetMap text and the French sentence.

A schedule has no exceptions, no public holidays and no « unknown »: a rule that another one corrects is left to the text. So are
hours with a condition, and those without an end.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from quifaitquoi.echanges.sorties.hsds.identifiants import identifiant
from quifaitquoi.horaires import Horaires, Regle, phrase
from quifaitquoi.horaires.modele import JOURNEE, Plage
from quifaitquoi.horaires.selecteurs import TOUJOURS
from quifaitquoi.horaires.visibles import Groupe, groupes
from quifaitquoi.langues import Langue

JOURS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def schedules(de: str, horaires: Horaires | None, langue: Langue, fuseau: str,
              entre: tuple[date | None, date | None] = (None, None)) -> list[dict]:
    """The schedules of what `de` identifies, valid between two dates where they are known: the whole in words, then each rule."""
    if horaires is None:
        return []
    decalage = _decalage(fuseau)
    valables = {nom: jour.isoformat() for nom, jour in zip(("valid_from", "valid_to"), entre, strict=True) if jour}
    dits = [{"description": phrase(horaires, langue), "notes": f"opening_hours={horaires.osm}", **valables}]
    for regle in _qui_vont(groupes(horaires.regles)):
        dits += ({**valables, **_quand(regle), **_heures(plage, decalage)} for plage in regle.plages or (Plage(0, JOURNEE),))
    return [{"id": identifiant("schedule", de, str(n)), **dit} for n, dit in enumerate(dits)]


def _qui_vont(dits: list[Groupe]) -> Iterator[Regle]:
    for n, groupe in enumerate(dits):
        corriges = any(autre.masque & groupe.masque and not autre.aussi and not _exception(autre) for autre in dits[n + 1:])
        if not corriges:
            yield from (regle for regle in groupe.regles if _va(regle))


def _exception(groupe: Groupe) -> bool:
    """Whether it is about days of the calendar that no weekly rule knows: the text says them. What closes until further notice
    is none."""
    sans_fin = any(periode.fin == TOUJOURS for periode in groupe.tete.periodes)
    return (groupe.tete.est_datee or bool(groupe.tete.feries)) and not sans_fin


def _va(regle: Regle) -> bool:
    """Whether a recurrence says the same: open, every week, every other one, or on such a weekday of each month."""
    rangs = {bool(jour.rang) for jour in regle.jours}
    return (regle.etat == "ouvert" and not regle.commentaire and len(rangs) < 2
            and not (regle.annees or regle.periodes or regle.semaines or regle.feries or regle.vacances)
            and not (regle.quinzaine and True in rangs)
            and all(plage.fin is not None for plage in regle.plages))


def _quand(regle: Regle) -> dict:
    if any(jour.rang for jour in regle.jours):
        return {"freq": "MONTHLY", "byday": ",".join(f"{jour.rang}{JOURS[jour.jour]}" for jour in regle.jours)}
    quand = {"freq": "WEEKLY", "byday": ",".join(JOURS[jour.jour] for jour in regle.jours) or ",".join(JOURS), "wkst": "MO"}
    return quand | ({"interval": 2, "dtstart": regle.quinzaine.isoformat()} if regle.quinzaine else {})


def _heures(plage: Plage, decalage: str) -> dict:
    # Of a day that ends at midnight, the last minute: « 24:00 » is no time for most readers.
    fin = JOURNEE - 1 if plage.fin == JOURNEE else plage.fin % JOURNEE
    return {"opens_at": f"{_heure(plage.debut)}{decalage}", "closes_at": f"{_heure(fin)}{decalage}"}


def _heure(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


@cache
def _decalage(fuseau: str) -> str:
    """The offset of the zone where it is the same all year; where clocks change, one would be wrong for half of it: none."""
    zone = ZoneInfo(fuseau)
    ecarts = {datetime(2026, mois, 15, tzinfo=zone).utcoffset() // timedelta(minutes=1) for mois in range(1, 13)}
    if len(ecarts) > 1:
        return ""
    [minutes] = ecarts
    return f"{'-' if minutes < 0 else '+'}{_heure(abs(minutes))}"
