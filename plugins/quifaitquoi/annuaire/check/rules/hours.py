"""Hours that can be read but look like a slip of the pen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from quifaitquoi.annuaire.check.context import Contexte, Signal, regle
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.model.fiche import AVEC_HORAIRES, Fiche, Service
from quifaitquoi.annuaire.read.faute import Chemin
from quifaitquoi.horaires import (
    Horaires,
    HorairesIllisibles,
    Regle,
    contredites,
    en_francais,
    feries,
    intervalles,
    lire,
    sauts,
    suspects,
)
from quifaitquoi.horaires.selecteurs import NOMS_JOURS, date_dite

QUINZAINE = timedelta(14)


@regle("horaires-suspects", "avertissement", Fiche)
def horaires_suspects(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Des horaires ont l'air d'une faute de frappe."""
    for genre in AVEC_HORAIRES:
        for chemin, bloc in lu.blocs(genre):
            if bloc.horaires is not None:
                ici = (*chemin, "horaires")
                francais = en_francais(lu.document.valeur_a(ici))
                for phrase in suspects(bloc.horaires, francais):
                    ligne = ligne_en_cause(lu, ici, lambda horaires, phrase=phrase: phrase in suspects(horaires, True))
                    yield Signal((*ici, *ligne), phrase)


@regle("semaine-53", "avertissement", Fiche)
def semaine_53(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Des semaines paires ou impaires ne tombent plus une sur deux : l'année qui finit a 53 semaines."""
    for genre in AVEC_HORAIRES:
        for chemin, bloc in lu.blocs(genre):
            for avant, apres in _sauts(bloc.horaires, contexte.aujourdhui)[:1] if bloc.horaires else ():
                ici = (*chemin, "horaires")
                ligne = ligne_en_cause(lu, ici, lambda horaires: _sauts(horaires, contexte.aujourdhui))
                ecart = "la semaine suivante" if (apres - avant).days == 7 else "trois semaines après"
                # Counted from a day that has come already: nothing of what opens until then is lost.
                depuis = avant - QUINZAINE * max(0, -(-(avant - contexte.aujourdhui) // QUINZAINE))
                yield Signal((*ici, *ligne), f"cette année a 53 semaines : ces horaires tombent le {date_dite(avant)}, puis {ecart}"
                             f", le {date_dite(apres)}. Demandez au lieu ; si c'est toujours une semaine sur deux, écrivez « un "
                             f"{NOMS_JOURS[depuis.weekday()]} sur deux, depuis le {date_dite(depuis)} »")


def _sauts(horaires: Horaires, jour: date) -> list[tuple[date, date]]:
    return [deux for regle_ in horaires.regles for deux in sauts(regle_, jour)]


@regle("feries-d-une-saison", "avertissement", Fiche)
def feries_d_une_saison(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Des heures d'une saison et des jours fériés sans saison : seuls ceux de la saison ouvrent."""
    for genre in AVEC_HORAIRES:
        for chemin, bloc in lu.blocs(genre):
            if bloc.horaires is None or not any(_ouvre_des_feries(r) and any(r.saison) for r in bloc.horaires.regles):
                continue
            ici = (*chemin, "horaires")
            # A line that names its season says itself which holidays it means.
            if not (ligne := ligne_en_cause(lu, ici, lambda horaires: any(
                    _ouvre_des_feries(r) and not any(r.saison) for r in horaires.regles))):
                continue
            jours = [date_dite(jour) for jour in _feries_ouverts(bloc.horaires, contexte)]
            dits = f"n'ouvrent que : {', '.join(jours)}" if jours else "n'ouvrent aucun jour dans l'année qui vient"
            yield Signal((*ici, *ligne), f"les heures sont celles d'une saison : les jours fériés {dits}. Pour d'autres, écrivez "
                                         "leurs dates, par exemple « le 25 décembre: 9h-12h »")


def _ouvre_des_feries(regle_: Regle) -> bool:
    return bool(regle_.feries) and not regle_.jours and regle_.etat == "ouvert"


def _feries_ouverts(horaires: Horaires, contexte: Contexte) -> list[date]:
    """The holidays of the year to come on which they open."""
    calendrier, du, au = contexte.directory.calendrier, contexte.aujourdhui, contexte.aujourdhui + timedelta(365)
    ouverts = {i.debut.astimezone(calendrier.zone).date() for i in intervalles(horaires, calendrier, du, au) if i.etat == "ouvert"}
    return [ferie.date for ferie in feries(calendrier, du, au) if ferie.date in ouverts]


@regle("service-contredit-le-lieu", "avertissement", Fiche)
def service_contredit_le_lieu(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Un service dit ouvrir des jours où son lieu est fermé : il y reste fermé."""
    lieu = lu.element.horaires
    for chemin, service in lu.blocs(Service):
        if lieu is None or service.horaires is None:
            continue
        if contredites(lieu, service.horaires):
            ici = (*chemin, "horaires")
            ligne = ligne_en_cause(lu, ici, lambda horaires: contredites(lieu, horaires))
            yield Signal((*ici, *ligne), "le lieu est fermé ces jours-là : le service y reste fermé. Si le lieu ouvre, "
                                         "corrigez ses horaires ; sinon, retirez cette ligne")


def ligne_en_cause(lu: Lu, chemin: Chemin, en_cause: Callable[[Horaires], object]) -> Chemin:
    """The one line of the hours that is at fault by itself, where there is one."""
    ecrit = lu.document.valeur_a(chemin)
    for cle, texte in ecrit.items() if isinstance(ecrit, dict) else ():
        try:
            if en_cause(lire({cle: texte})):
                return (cle,)
        except HorairesIllisibles:
            continue
    return ()


@regle("sans-horaires", "avertissement", Fiche, absence=True)
def sans_horaires(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Ni la fiche, ni ses services, ni ses arrêts ne disent quand on peut y aller."""
    fiche: Fiche = lu.element
    a_horaires = any(x.horaires or x.prochaines_dates for x in (fiche, *fiche.services)) or any(
        a.horaires for a in fiche.tournee or ())
    fini = fiche.etat and fiche.etat.statut in ("ferme", "remplace", "prevu", "saisonnier")
    if not a_horaires and fiche.genre != "en-ligne" and not fini:
        yield Signal((), "aucun horaire : la page dira « Horaires inconnus ». Exemple : horaires, puis à la ligne "
                         "« lundi au vendredi: 9h-12h »", place=(1, 1))
