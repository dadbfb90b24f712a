"""Effective hours: what a service says, what its place says for both, and the dates when it is closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Protocol

from ..langues import Traduit
from .modele import JOURNEE, Horaires, Plage, Regle, commentaire_propre, en_tete, journee
from .portee import Univers, couverts_ensuite, univers
from .saisons import dans_les_saisons, saisons
from .selecteurs import DEPUIS_TOUJOURS, DERNIERE_ANNEE, PREMIERE_ANNEE, SEMAINE_ENTIERE, TOUJOURS, Jalon, Jour, Periode


class _Fermeture(Protocol):
    du: date
    au: date | None
    motif: str | None


def composer(lieu: Horaires | None, service: Horaires | None, fermetures: Iterable[_Fermeture]) -> Horaires | None:
    """The hours that hold for a service (for the place itself if `service` is None), or None if nobody gave any.

    A service has a week of its own, and may open outside that of its place; in a part of the year that it does not name,
    only when its place opens. What it says of holidays and dates replaces the hours of its place on them. It never opens
    when its place is closed by an exception: a date, a holiday, a closed season or day of the month, the hours that an
    exception of the place leaves out. In the school holidays it keeps to the hours that its place gives for them, unless
    it speaks of them itself.
    """
    base = service or lieu
    if base is None:
        return None
    regles, feries_ordinaires = list(base.regles), base.feries_ordinaires
    if service and lieu:
        siennes = [sans for r in service.regles if (sans := _sans_feries(r))] if _ferme_les_feries(lieu) else service.regles
        siennes = tuple(_aussi_inconnues(dans_les_saisons(siennes, lieu.regles), lieu))
        regles = _qui_servent(_chacune_une_fois([*siennes, *_exceptions(lieu, service, siennes)]))
        feries_ordinaires = feries_ordinaires or 0 not in service.feries_nommes and lieu.ouvre_les_feries
    regles += [_regle(fermeture) for fermeture in fermetures if fermeture.au is None or fermeture.du <= fermeture.au]
    return Horaires(en_tete(regles), feries_ordinaires)


def contredites(lieu: Horaires, service: Horaires) -> tuple[Regle, ...]:
    """The exceptions by which a service opens on days on which an exception closes its place: it never opens then."""
    ouvrent = [regle for r in service.regles if r.etat != "ferme" and not (regle := _sans_semaine(r)).est_simple]
    if not ouvrent or all(_sans_semaine(regle).est_simple for regle in lieu.regles if regle.etat == "ferme"):
        return ()
    monde = univers((*lieu.regles, *service.regles))
    clos = 0
    for regle in lieu.regles:
        exception = _sans_semaine(regle)
        if not exception.est_simple and exception.etat == "ferme" and not exception.plages:
            clos |= monde.masque(exception)
        elif regle.remplace:
            clos &= ~monde.masque(regle)
    return tuple(regle for regle in ouvrent if not monde.masque(regle) & ~clos)


def _exceptions(lieu: Horaires, service: Horaires, siennes: Iterable[Regle]) -> Iterator[Regle]:
    """What the exceptions of a place do to a service of it, in their order."""
    propres = [r for r in map(_sans_semaine, siennes) if r.est_datee or r.feries]
    closes = [r for r in propres if r.etat == "ferme"]
    fermee = inconnue = False
    for regle in map(_sans_semaine, lieu.regles):
        if regle.est_simple:
            continue
        if regle.etat == "ferme":
            fermee = True
            yield replace(regle, ajoute=False)
        elif regle.vacances and not regle.feries:
            if not saisons(lieu.regles):
                yield from _ces_vacances_la(regle, service)
                # What its place closed before stays closed.
                yield from closes if fermee else propres
        elif regle.est_datee:
            if inconnue:
                # These days are known, and a weekday of which the service says nothing is closed on them.
                yield replace(regle, plages=(), etat="ferme", commentaire=None, ajoute=False)
            yield from _ces_jours_la(regle, service)
        elif regle.feries:
            muets = tuple(decalage for decalage in regle.feries if decalage not in service.feries_nommes)
            if muets:
                inconnue = inconnue or regle.etat == "inconnu"
                yield from _ces_feries_la(replace(regle, feries=muets), service)
                yield from closes if regle.etat == "inconnu" else ()


def _aussi_inconnues(siennes: Iterable[Regle], lieu: Horaires) -> Iterator[Regle]:
    """The rules of a service; its weeks are unknown in a part of the year in which the hours of its place are."""
    inconnues = [r for r in lieu.regles if r.etat == "inconnu" and any(r.saison[:-1]) and not (r.jours or r.feries or r.est_datee)]
    for r in siennes:
        yield r
        if r.etat == "ouvert" and not any(r.saison) and (r.jours or not r.feries):
            for la in inconnues:
                yield replace(r, annees=la.annees, periodes=la.periodes, semaines=la.semaines, quinzaine=la.quinzaine,
                              vacances=la.vacances, feries=(), etat="inconnu", commentaire=la.commentaire)


def _chacune_une_fois(regles: list[Regle]) -> list[Regle]:
    """The last of each: what is said again later need not be said before."""
    return list(dict.fromkeys(reversed(regles)))[::-1]


def _qui_servent(regles: list[Regle]) -> list[Regle]:
    """Those that show on some day: whoever reads the whole, ourselves included, takes a rule that never does for a slip."""
    monde = univers(regles)
    masques = [monde.masque(regle) for regle in regles]
    couverts = couverts_ensuite(masques, tuple(regles))
    return [regle for regle, masque, couvert in zip(regles, masques, couverts, strict=True) if masque & ~couvert] or regles


def _ferme_les_feries(lieu: Horaires) -> bool:
    return any(0 in r.feries and r.etat == "ferme" and not (r.plages or any(r.saison)) for r in lieu.regles)


def _sans_feries(regle: Regle) -> Regle | None:
    """The rule without what it says of holidays."""
    restent = tuple(decalage for decalage in regle.feries if decalage)
    return replace(regle, feries=restent) if regle.jours or restent or 0 not in regle.feries else None


def _sans_semaine(regle: Regle) -> Regle:
    """Of a line for weekdays and holidays, what it says of holidays."""
    return replace(regle, jours=()) if regle.jours and regle.feries else regle


def _ces_feries_la(regle: Regle, service: Horaires) -> Iterator[Regle]:
    """On these holidays or their eves, the hours of a service that are outside those of its place are closed; or all unknown."""
    siennes = [plage for r in service.regles if r.etat != "ferme" for plage in r.plages or (Plage(0, JOURNEE),)]
    debut, fin = min(plage.debut for plage in siennes), max(plage.au_plus for plage in siennes)
    if regle.etat == "inconnu":
        # Where both are silent of the day itself, the evaluation says so.
        veilles = tuple(decalage for decalage in regle.feries if decalage)
        if veilles:
            yield replace(regle, feries=veilles, plages=journee([Plage(debut, fin)]), ajoute=False)
        return
    hors = []
    for plage in sorted(regle.plages, key=lambda plage: plage.debut):
        if debut < plage.debut:
            hors.append(Plage(debut, min(plage.debut, fin)))
        debut = max(debut, plage.fin or fin)
    if regle.plages and debut < fin:
        # The notation has no range that begins after midnight: a night that would be cut there is closed as a whole.
        hors.append(Plage(debut if debut < JOURNEE else max(plage.debut for plage in regle.plages), fin))
    if hors:
        yield replace(regle, plages=tuple(hors), etat="ferme", commentaire=None, ajoute=False)


def _ces_vacances_la(regle: Regle, service: Horaires) -> Iterator[Regle]:
    """On these days of the school holidays, what the service says of the school holidays; else its week, within these hours."""
    if service.parle_des_vacances:
        monde = univers((regle, *service.regles))
        yield from (r for r in service.regles if r.vacances and monde.masque(r) & monde.masque(regle))
        return
    for r in service.regles:
        jours = _jours_communs(r.jours, regle.jours)
        if jours is None or r.est_datee or r.feries and not r.jours or any(r.saison) and any(regle.saison[:-1]):
            continue
        saison = r if any(r.saison) else regle
        la = replace(r, annees=saison.annees, periodes=saison.periodes, semaines=saison.semaines, quinzaine=saison.quinzaine,
                     vacances=True)
        yield from _dans_ces_heures(replace(la, jours=jours, feries=()), regle)


def _jours_communs(uns: tuple[Jour, ...], autres: tuple[Jour, ...]) -> tuple[Jour, ...] | None:
    """The days that both name, as a rule has them: none is every day. None if there are none."""
    communs = {max(un, autre, key=lambda jour: abs(jour.rang))
               for un in uns or SEMAINE_ENTIERE for autre in autres or SEMAINE_ENTIERE
               if un.jour == autre.jour and (un.rang == autre.rang or not un.rang * autre.rang)}
    return None if not communs else () if communs == {*SEMAINE_ENTIERE} else tuple(sorted(communs))


def _ces_jours_la(regle: Regle, service: Horaires) -> Iterator[Regle]:
    """On the days that this rule names, what the service says of them itself; else its week, within the hours of its place."""
    monde = univers((regle, *service.regles))
    masques = [monde.masque(r) & monde.masque(regle) for r in service.regles]
    for r, masque, ensuite in zip(service.regles, masques, couverts_ensuite(masques, service.regles), strict=True):
        # A weekday of which its week says nothing is closed anyway.
        if not masque & ~ensuite:
            continue
        if r.est_datee:
            yield r
            continue
        if r.jours or not r.feries:
            yield from _ce_jour_la(regle, replace(r, feries=()), monde)
        if r.feries:
            yield from _ce_jour_la(regle, replace(r, jours=()), monde)


def _ce_jour_la(regle: Regle, semaine: Regle, monde: Univers) -> Iterator[Regle]:
    """A rule of the week of a service, or of holidays, on each day of `regle`."""
    for periode in regle.periodes:
        jour = replace(semaine, annees=(), periodes=(periode,), semaines=(), jours=())
        if not monde.masque(jour) & monde.masque(semaine):
            continue
        if not periode.debut.annee:
            jour = replace(jour, annees=semaine.annees, semaines=semaine.semaines, jours=semaine.jours)
        yield from _dans_ces_heures(jour, regle)


def _dans_ces_heures(jour: Regle, regle: Regle) -> Iterator[Regle]:
    """A rule of a service, within the hours of `regle` and as unknown as they are."""
    if jour.etat == "ferme":
        yield jour
    elif (plages := _communes(jour.plages, regle.plages)) is not None:
        etat, commentaire = (jour.etat, jour.commentaire) if regle.etat == "ouvert" else (regle.etat, regle.commentaire)
        yield replace(jour, plages=plages, etat=etat, commentaire=commentaire)
    elif not jour.ajoute:
        yield replace(jour, plages=(), etat="ferme", commentaire=None)


def _communes(unes: tuple[Plage, ...], autres: tuple[Plage, ...]) -> tuple[Plage, ...] | None:
    """The ranges during which both are open, as a rule has them: none is the whole day. None if they are never."""
    if not (unes and autres):
        return unes or autres
    communes = []
    for une in unes:
        for autre in autres:
            debut, fins = max(une.debut, autre.debut), [fin for fin in (une.fin, autre.fin) if fin is not None]
            if not fins or debut < min(fins):
                communes.append(Plage(debut, min(fins, default=None)))
    return journee(communes) if communes else None


def _regle(fermeture: _Fermeture) -> Regle:
    du, au = _jalon(fermeture.du), _jalon(fermeture.au) if fermeture.au else TOUJOURS
    motif = commentaire_propre(fermeture.motif or "")
    if isinstance(fermeture.motif, Traduit):
        motif = Traduit.de(motif, fermeture.motif.ancien)
    return Regle(periodes=(Periode(du, au),), etat="ferme", commentaire=motif)


@lru_cache(maxsize=4_096)  # places close on the same days
def _jalon(jour: date) -> Jalon:
    """That day, or the end of the years that hours are reckoned in, if it lies beyond."""
    if PREMIERE_ANNEE <= jour.year <= DERNIERE_ANNEE:
        return Jalon(jour.month, jour.day, jour.year)
    return DEPUIS_TOUJOURS if jour.year < PREMIERE_ANNEE else TOUJOURS
