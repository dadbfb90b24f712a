"""Whether it is there now: its state, no room left, closures that are announced, stops to come."""

from __future__ import annotations

from datetime import date

from quifaitquoi.annuaire.model.confiance import Complet, Etat, Fermeture
from quifaitquoi.annuaire.model.lieu import AdresseProvisoire, Arret
from quifaitquoi.annuaire.model.types import DatePartielle
from quifaitquoi.paroles import valeurs
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.segments import Segments, a_la_suite, dit, ecrit, nom


def etat(parole: Parole, x: Etat, jour: date) -> str:
    """The state in words, with its dates. An end that is past on `jour`, and that nobody confirmed, is to be checked."""
    _, passe = parole._, (fin := x.change()) is not None and fin <= jour
    if x.statut == "prevu" and x.depuis:
        return _ouverture(parole, x.depuis, passe)
    dite = _(valeurs.ETAT[x.statut].dit)
    if x.statut == "saisonnier":
        return _("{etat} : {suite}", etat=dite, suite=_reprise(parole, x.depuis, passe))
    if x.depuis and x.depuis.jour:
        dite = _("{etat}, depuis le {date}", etat=dite, date=parole.date(x.depuis))
    elif x.depuis:
        dite = _("{etat}, depuis {date}", etat=dite, date=parole.date(x.depuis))
    if x.jusqu_au and passe and x.jusqu_au.jour:
        dite = _("{etat}, jusqu'au {date} : peut-être fini, à vérifier", etat=dite, date=parole.date(x.jusqu_au))
    elif x.jusqu_au and passe:
        dite = _("{etat}, jusqu'à {date} : peut-être fini, à vérifier", etat=dite, date=parole.date(x.jusqu_au))
    elif x.jusqu_au and x.jusqu_au.jour:
        dite = _("{etat}, jusqu'au {date}", etat=dite, date=parole.date(x.jusqu_au))
    elif x.jusqu_au:
        dite = _("{etat}, jusqu'à {date}", etat=dite, date=parole.date(x.jusqu_au))
    return dite


def _ouverture(parole: Parole, quand: DatePartielle, passee: bool) -> str:
    """When it was announced to open; what should have is not said to be closed."""
    _, date_dite = parole._, parole.date(quand)
    if quand.jour:
        return _("Devait ouvrir le {date} : à vérifier", date=date_dite) if passee else _("Ouvre le {date}", date=date_dite)
    return _("Devait ouvrir en {date} : à vérifier", date=date_dite) if passee else _("Ouvre en {date}", date=date_dite)


def _reprise(parole: Parole, quand: DatePartielle | None, passee: bool) -> str:
    """When what comes back each year was announced to be back."""
    _ = parole._
    if quand is None:
        return _("dates à vérifier")
    if quand.jour:
        return (_("devait reprendre le {date}, à vérifier") if passee else _("reprend le {date}")).format(date=parole.date(quand))
    return (_("devait reprendre en {date}, à vérifier") if passee else _("reprend en {date}")).format(date=parole.date(quand))


def etat_et_motif(parole: Parole, x: Etat, jour: date) -> Segments:
    """The state, and why."""
    return a_la_suite((dit(etat(parole, x, jour)), ecrit(x.motif) if x.motif else ()))


def etat_entier(parole: Parole, x: Etat, jour: date) -> Segments:
    """The state, why, and where to go instead."""
    autre = parole.directory.fiches.get(x.remplace_par or "")
    a_la_place = (*dit(parole._("À la place, voir :") + " "), *nom(autre.nom)) if autre else ()
    return a_la_suite((etat_et_motif(parole, x, jour), a_la_place))


def complet(parole: Parole, x: Complet) -> Segments:
    """No room: since when, until when if it is known, and what else is said of it."""
    dite = (
        parole._("Plus de place du {depuis} au {jusqu_au}", depuis=parole.date(x.depuis), jusqu_au=parole.date(x.jusqu_au))
        if x.jusqu_au
        else parole._("Plus de place depuis le {depuis}", depuis=parole.date(x.depuis))
    )
    return a_la_suite((dit(dite), ecrit(x.precision) if x.precision else ()))


def fermeture(parole: Parole, x: Fermeture) -> Segments:
    """A closure: its days and why."""
    if x.au is None:
        dite = parole._("Fermé à partir du {du}, jusqu'à nouvel ordre", du=parole.date(x.du))
    elif x.du == x.au:
        dite = parole._("Fermé le {du}", du=parole.date(x.du))
    else:
        dite = parole._("Fermé du {du} au {au}", du=parole.date(x.du), au=parole.date(x.au))
    return a_la_suite((dit(dite), ecrit(x.motif) if x.motif else ()))


def dates_de_l_arret(parole: Parole, x: Arret | AdresseProvisoire) -> str:
    """Between which days a round stops there, or one goes there; "" where that has no end."""
    if x.du and x.au:
        return parole._("Du {du} au {au}", du=parole.date(x.du), au=parole.date(x.au))
    if x.du:
        return parole._("À partir du {du}", du=parole.date(x.du))
    return parole._("Jusqu'au {au}", au=parole.date(x.au)) if x.au else ""
