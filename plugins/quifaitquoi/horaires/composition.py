"""Effective hours: what a service says, what its place says for both, and the dates when it is closed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Protocol

from ..langues import Traduit
from .modele import Horaires, Jalon, Periode, Regle, commentaire_propre, en_tete


class _Fermeture(Protocol):
    du: date
    au: date
    motif: str | None


def composer(lieu: Horaires | None, service: Horaires | None, fermetures: Iterable[_Fermeture]) -> Horaires | None:
    """The hours that hold for a service (for the place itself if `service` is None), or None if nobody gave any.

    A service replaces the weekly hours and seasons of its place. The place's rule for holidays, its closed
    days and `fermetures` always apply; a service's own rule for holidays counts only where the place has none.
    """
    base = service or lieu
    if base is None:
        return None
    regles = list(base.regles)
    feries_ordinaires = base.feries_ordinaires
    if service and lieu:
        if lieu.feries_ordinaires or any(0 in regle.feries for regle in lieu.regles):
            feries_ordinaires = lieu.feries_ordinaires
            regles = [sans for regle in regles if (sans := _sans_feries(regle))]
            # After the week, before the exceptions: where lines sorted by breadth put holidays.
            fin = max((n for n, regle in enumerate(regles, 1) if not regle.est_datee), default=0)
            regles[fin:fin] = [replace(r, jours=(), feries=(0,)) for r in lieu.regles if 0 in r.feries]
        regles += [regle for regle in lieu.regles if regle.est_datee and regle.etat == "ferme"]
    regles += [_regle(fermeture) for fermeture in fermetures if fermeture.du <= fermeture.au]
    return Horaires(en_tete(regles), feries_ordinaires)


def _sans_feries(regle: Regle) -> Regle | None:
    """The rule without what it says of holidays."""
    restent = tuple(decalage for decalage in regle.feries if decalage)
    if 0 in regle.feries and not regle.jours and not restent:
        return None
    return replace(regle, feries=restent)


def _regle(fermeture: _Fermeture) -> Regle:
    du, au = (Jalon(jour.month, jour.day, jour.year) for jour in (fermeture.du, fermeture.au))
    motif = commentaire_propre(fermeture.motif or "")
    if isinstance(fermeture.motif, Traduit):
        motif = Traduit.de(motif, fermeture.motif.ancien)
    return Regle(periodes=(Periode(du, au),), etat="ferme", commentaire=motif)
