"""Hours that hold in a part of the year only: what that says of holidays and services that name none, and what is over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from .modele import Horaires, Regle
from .selecteurs import Periode


def saisons(regles: Iterable[Regle]) -> tuple[tuple, ...]:
    """The years, periods or school holidays in which weekdays open; none where some weekday opens all year round."""
    semaine = [r for r in regles if r.etat != "ferme" and not r.est_datee and (r.jours or not r.feries)]
    if any(not (regle.annees or regle.periodes or regle.vacances) for regle in semaine):
        return ()
    return tuple(dict.fromkeys((regle.annees, regle.periodes, regle.vacances) for regle in semaine))


def dans_les_saisons(regles: Iterable[Regle], modele: Iterable[Regle]) -> tuple[Regle, ...]:
    """The same rules, where those that open all year round open in the seasons of `modele` only, if it has any."""
    quand = saisons(modele)
    resultat = []
    for regle in regles:
        if not quand or regle.etat == "ferme" or regle.annees or regle.periodes or regle.vacances:
            resultat.append(regle)
        elif any(annees or vacances for annees, _, vacances in quand):
            resultat += [replace(regle, annees=ans, periodes=periodes, vacances=vacances) for ans, periodes, vacances in quand]
        else:
            resultat.append(replace(regle, periodes=tuple(dict.fromkeys(p for _, periodes, _ in quand for p in periodes))))
    return tuple(resultat)


def feries_en_saison(regles: Iterable[Regle], toutes: Iterable[Regle]) -> tuple[Regle, ...]:
    """Some rules of `toutes`, whose holidays are those of the seasons: what opens in summer opens on the holidays of the summer."""
    toutes = tuple(toutes)
    return tuple(dite for r in regles for dite in (dans_les_saisons((r,), toutes) if r.feries and not r.jours else (r,)))


def passees(horaires: Horaires, jour: date) -> tuple[Regle, ...]:
    """The rules whose years or dates are all before `jour`."""
    return tuple(regle for regle in horaires.regles if _derniere(regle) < jour)


def plus_rien(horaires: Horaires, jour: date) -> bool:
    """Whether nothing opens from `jour` on, nor may: what opens has dates, and they are all past."""
    finies = passees(horaires, jour)
    semaine = [r for r in horaires.regles if r.etat != "ferme" and not (r.feries and not r.jours and not any(r.saison))]
    return bool(semaine) and all(regle in finies for regle in semaine)


def _derniere(regle: Regle) -> date:
    """The last day on which a rule may hold."""
    par_an = max((date(fin, 12, 31) for _, fin in regle.annees), default=date.max)
    par_date = max(map(_fin, regle.periodes), default=date.max)
    return min(par_an, par_date)


def _fin(periode: Periode) -> date:
    fin = periode.fin
    return date(fin.annee, fin.mois, fin.jour) if fin.annee and fin.jour else date.max
