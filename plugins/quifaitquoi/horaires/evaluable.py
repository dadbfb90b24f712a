"""The string handed to the engines: the value, with all that each would understand in its own way made explicit.

Holidays, those of schools too, become days of the calendar, an open end becomes an unknown range, hours that say nothing of
holidays become unknown on them, and an exception takes the whole night that begins on its day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from .calendrier import Calendrier, date_de, feries
from .modele import FERIE_A_VERIFIER, FIN_INCONNUE, JOURNEE, Horaires, Plage, Regle, en_tete
from .quinzaines import tombe
from .selecteurs import Jalon, Periode, suites


@lru_cache(maxsize=8192)
def osm_evaluable(horaires: Horaires, calendrier: Calendrier, du: date, au: date) -> str:
    """The OpenStreetMap value from which these days, both included, are evaluated; needs no table of holidays.

    It names the holidays of those days only: a dozen recurring ones make the engine ten times slower.
    """
    # A night that began the day before may end in the first day.
    feries_proches = tuple(ferie.date for ferie in feries(calendrier, du - timedelta(1), au + timedelta(1)))
    regles = [datee for regle in horaires.regles for datee in _sans_feries(regle, feries_proches)]
    if feries_proches and horaires.feries_a_verifier:
        # After all that opens on weekdays: what closes later still does, and a date that is named is not doubted.
        fin = max((n for n, regle in enumerate(regles, 1) if regle.etat != "ferme" and not _nomme_un_jour(regle)), default=0)
        regles[fin:fin] = _feries_inconnus(regles[:fin], feries_proches)
    if horaires.a_dater:
        jours = [du + timedelta(n) for n in range(-1, (au - du).days + 2)]
        vacances = list(filter(calendrier.vacances.comprennent, jours))
        regles = [datee for regle in regles for datee in _en_dates(regle, vacances if regle.vacances else jours)]
    regles = [sure for regle in regles for sure in _fins_connues(regle)]
    # Hours for holidays alone, in a time without any, leave nothing to say.
    return Horaires(en_tete(_nuits_entieres(regles or [Regle(etat="ferme")]))).osm


def _sans_feries(regle: Regle, feries_proches: tuple[date, ...]) -> Iterator[Regle]:
    """The same rule without `PH`: its weekdays, then its holidays as dates."""
    if not regle.feries:
        yield regle
        return
    if regle.jours:
        yield replace(regle, feries=())
    for decalage in regle.feries:
        jours = [jour + timedelta(decalage) for jour in feries_proches]
        if periodes := _en_saison(regle, jours):
            yield replace(regle, annees=(), periodes=periodes, jours=(), feries=())


def _en_dates(regle: Regle, jours: list[date]) -> Iterator[Regle]:
    """The same rule, which holds on none but these days, without what engines do not know: one week in two, for which they have
    no words, and `SH`, which one of them reads as « or » before weekdays."""
    if not (regle.vacances or regle.quinzaine):
        yield regle
        return
    jours = [jour for jour in jours if _contient(regle, jour) and _dans_la_semaine(regle, jour)]
    if jours:
        suivis = suites(jour.toordinal() for jour in jours)
        periodes = tuple(Periode(_jalon(date.fromordinal(a)), _jalon(date.fromordinal(b))) for a, b in suivis)
        yield replace(regle, annees=(), periodes=periodes, semaines=(), vacances=False, quinzaine=None)


def _feries_inconnus(regles: list[Regle], feries_proches: tuple[date, ...]) -> Iterator[Regle]:
    """What the rules say of holidays, said again as unknown where they open."""
    yield Regle(periodes=_en_saison(Regle(), feries_proches), etat="ferme")
    for regle in regles:
        if periodes := _en_saison(regle, feries_proches):
            regle = replace(regle, annees=(), periodes=periodes)
            yield replace(regle, etat="inconnu", commentaire=FERIE_A_VERIFIER) if regle.etat == "ouvert" else regle


def _en_saison(regle: Regle, jours: Iterable[date]) -> tuple[Periode, ...]:
    """Those days that are in the season of a rule, each as a period of its own."""
    jalons = [_jalon(jour) for jour in jours if _contient(regle, jour)]
    return tuple(Periode(jalon, jalon) for jalon in jalons)


def _jalon(jour: date) -> Jalon:
    return Jalon(jour.month, jour.day, jour.year)


def _dans_la_semaine(regle: Regle, jour: date) -> bool:
    semaine = jour.isocalendar().week
    if regle.quinzaine and not tombe(regle.quinzaine, jour):
        return False
    return not regle.semaines or any(semaine in range(debut, fin + 1, pas) for debut, fin, pas in regle.semaines)


def _contient(regle: Regle, jour: date) -> bool:
    if regle.annees and not any(debut <= jour.year <= fin for debut, fin in regle.annees):
        return False
    return not regle.periodes or any(_dans(periode, jour) for periode in regle.periodes)


def _dans(periode: Periode, jour: date) -> bool:
    debut, fin = periode.debut, periode.fin
    if debut.paques is not None:
        return date_de(debut, jour.year) == jour
    if debut.annee:
        return date(debut.annee, debut.mois, debut.jour) <= jour <= date(fin.annee, fin.mois, fin.jour)
    premier, dernier, ici = (debut.mois, debut.jour or 1), (fin.mois, fin.jour or 31), (jour.month, jour.day)
    return premier <= ici <= dernier if premier <= dernier else not dernier < ici < premier


def _nomme_un_jour(regle: Regle) -> bool:
    """Whether it is about days of the calendar, whatever weekdays it takes of them."""
    return bool(regle.periodes) and all(periode.jour_seul for periode in regle.periodes)


def _fins_connues(regle: Regle) -> Iterator[Regle]:
    """The same rule with an end to each range: one engine takes `19:00+` for open, the other for unknown."""
    connues = tuple(plage for plage in regle.plages if plage.fin is not None)
    ouvertes = tuple(Plage(plage.debut, plage.au_plus) for plage in regle.plages if plage.fin is None)
    if not ouvertes or regle.etat != "ouvert":
        yield replace(regle, plages=tuple(sorted(connues + ouvertes, key=lambda plage: plage.debut)))
        return
    if connues:
        yield replace(regle, plages=connues)
    commentaire = regle.commentaire or FIN_INCONNUE
    ajoute = regle.ajoute or bool(connues)
    yield replace(regle, plages=ouvertes, etat="inconnu", commentaire=commentaire, ajoute=ajoute)


def _nuits_entieres(regles: list[Regle]) -> Iterator[Regle]:
    """The same rules, where one that replaces a day leaves the end of the night before and takes the end of its own.

    The engines cut at midnight: closed on the 14th, `22:00-26:00` would lose the end of the night of the 13th
    and keep that of the 14th.
    """
    debordement = max((plage.fin - JOURNEE for regle in regles for plage in regle.plages if plage.fin), default=0)
    for n, regle in enumerate(regles):
        if n == 0 or debordement <= 0 or not regle.remplace:
            yield regle
            continue
        nuit = Plage(debordement, JOURNEE + debordement)
        if regle.etat == "ferme":
            yield replace(regle, plages=(nuit,))
        else:
            yield replace(regle, plages=(nuit,), etat="ferme", commentaire=None)
            yield replace(regle, ajoute=True)
