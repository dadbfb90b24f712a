"""When something is open for each need: the 168 hours of a week, as bits, Monday midnight first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.model.lieu import Arret
from quifaitquoi.horaires import Calendrier, Horaires, intervalles

HEURES = 7 * 24


@dataclass(frozen=True)
class Couverture:
    """Of the services that answer a need: in which hours at least one is open, in which others one may be.

    `services` is their number, `sans_horaires` how many of them nobody knows the hours of.
    """

    ouvert: int
    peut_etre: int
    services: int
    sans_horaires: int

    @property
    def heures_ouvertes(self) -> int:
        return self.ouvert.bit_count()

    def etats(self, jour: int) -> Iterator[tuple[int, int, str]]:
        """The day cut into runs: (first hour, hour after the last, "ouvert", "peut-etre" or "rien")."""
        debut, avant = 0, ""
        for heure in range(25):
            bit = 1 << (jour * 24 + heure)
            ici = "" if heure == 24 else "ouvert" if self.ouvert & bit else "peut-etre" if self.peut_etre & bit else "rien"
            if ici != avant:
                if avant:
                    yield debut, heure, avant
                debut, avant = heure, ici


def semaine_type(aujourdhui: date) -> date:
    """The Monday of the week to look at: this one on a Monday, else the next."""
    return aujourdhui + timedelta(-aujourdhui.weekday() % 7)


def couvertures(territoire: Territoire, vues: Sequence[FicheVue], lundi: date) -> Mapping[str, Couverture]:
    """By root: what one can go to, or who comes, in the week of `lundi`, holidays and closures included.

    A line that answers day and night would hide that no meal is served at night, and so would a kitchen behind a closed door.
    """
    calendrier = territoire.directory.calendrier
    masques: dict[str, list[tuple[int, int] | None]] = defaultdict(list)
    for vue in (vue for vue in vues if vue.fiche.genre in ("lieu", "equipe-mobile")):
        for service in vue.services:
            if not service.en_service or service.clos:
                continue
            arrets = (vue.horaires_de(arret) for arret in vue.fiche.tournee or () if _a_lieu(arret, lundi))
            masque = _de((service.horaires, *arrets), calendrier, lundi)
            for racine in service.besoin.racines:
                masques[racine].append(masque)
    return {racine: _couverture(masques[racine]) for racine in territoire.directory.vocabulaire.racines}


def _a_lieu(arret: Arret, lundi: date) -> bool:
    return (arret.du is None or arret.du <= lundi + timedelta(6)) and arret.tient(lundi)


def _couverture(masques: list[tuple[int, int] | None]) -> Couverture:
    ouvert = peut_etre = 0
    for masque in filter(None, masques):
        ouvert |= masque[0]
        peut_etre |= masque[1]
    return Couverture(ouvert, peut_etre & ~ouvert, len(masques), masques.count(None))


def _de(plusieurs: Sequence[Horaires | None], calendrier: Calendrier, lundi: date) -> tuple[int, int] | None:
    """The hours in which one of them is open, and those in which one may be; None where all are unknown."""
    masques = [_masques(horaires, calendrier, lundi) for horaires in plusieurs if horaires]
    if not masques:
        return None
    ouvert = peut_etre = 0
    for sur, incertain in masques:
        ouvert, peut_etre = ouvert | sur, peut_etre | incertain
    return ouvert, peut_etre


@lru_cache(maxsize=8192)
def _masques(horaires: Horaires, calendrier: Calendrier, lundi: date) -> tuple[int, int]:
    """The hours of the week as two sets of bits: open, unknown or by appointment."""
    masques = {"ouvert": 0, "inconnu": 0, "rendez-vous": 0}
    minuit = datetime.combine(lundi, time())
    for intervalle in intervalles(horaires, calendrier, lundi, lundi + timedelta(6)):
        debut, fin = (_heure(bout.astimezone(calendrier.zone).replace(tzinfo=None) - minuit, apres)
                      for bout, apres in ((intervalle.debut, False), (intervalle.fin, True)))
        masques[intervalle.etat] |= ((1 << fin) - 1) & ~((1 << debut) - 1)
    return masques["ouvert"], masques["inconnu"] | masques["rendez-vous"]


def _heure(ecoule: timedelta, apres: bool) -> int:
    """Which hour of the week that is; one that has begun counts as open to its end."""
    heure, reste = divmod(int(ecoule.total_seconds()), 3600)
    return min(max(heure + (apres and reste > 0), 0), HEURES)
