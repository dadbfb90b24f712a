"""How sure it is, in words: never fresh where nobody asked."""

from __future__ import annotations

from quifaitquoi.annuaire.enrich import FicheVue
from quifaitquoi.annuaire.fraicheur import lu_le
from quifaitquoi.annuaire.model.types import DatePartielle
from quifaitquoi.paroles.parole import Parole


def etiquette(parole: Parole, vue: FicheVue) -> str:
    """The label of trust, as every list and page shows it."""
    _, sure = parole._, vue.confiance
    if sure.statut == "verifiee":
        return _("Vérifié le {jour}", jour=parole.date(sure.verification.le))
    if sure.statut == "perimee":
        return _("Vérifié le {jour}, à revérifier", jour=parole.date(sure.verification.le))
    return _("D'après {page}, non vérifié", page=_page(parole, sure.lue_le)) if sure.lue_le else _("Non vérifié")


def etiquette_courte(parole: Parole, vue: FicheVue) -> str:
    """The label where the date already stands beside the hours."""
    if vue.confiance.statut == "verifiee":
        return etiquette(parole, vue)
    return parole._("À revérifier") if vue.confiance.statut == "perimee" else parole._("Non vérifié")


def constat_des_horaires(parole: Parole, vue: FicheVue) -> str:
    """How old hours are that may have changed; "" where they were verified in time."""
    _, sure = parole._, vue.confiance
    if sure.statut == "verifiee":
        return ""
    if sure.statut == "perimee":
        return _("Horaires vérifiés le {jour}, à revérifier", jour=parole.date(sure.verification.le))
    return _("Horaires lus sur {page}, non vérifiés", page=_page(parole, lu_le(vue.fiche, "horaires")))


def avis_horaires(parole: Parole, vue: FicheVue) -> str:
    """The same with what to do about it, to stand beside hours."""
    constat = constat_des_horaires(parole, vue)
    return parole._("{constat} : {conseil}", constat=constat, conseil=conseil(parole, vue)) if constat else ""


def avis_en_bref(parole: Parole, vue: FicheVue) -> str:
    """« Horaires lus sur une page de 2013, appelez »: what replaces « ouvert » on a card where nobody ever asked the place."""
    if vue.confiance.verification is not None:
        return ""
    _, page = parole._, _page(parole, lu_le(vue.fiche, "horaires"))
    # One does not call a line to ask whether it answers.
    if vue.numeros and vue.fiche.genre != "telephone":
        return _("Horaires lus sur {page}, appelez", page=page)
    return _("Horaires lus sur {page}, à vérifier", page=page)


def conseil(parole: Parole, vue: FicheVue) -> str:
    """What to do about it, for this kind of fiche."""
    if vue.fiche.genre in ("telephone", "en-ligne"):
        return parole._("ils ont pu changer")
    if vue.numeros:
        return parole._("appelez avant de venir")
    return parole._("renseignez-vous avant de venir") if vue.joignable else parole._("c'est peut-être fermé")


def _page(parole: Parole, lu: DatePartielle | None) -> str:
    """The page that it was read on, by the date that the page has: nobody noted when it was read."""
    _ = parole._
    if lu is None:
        return _("une page sans date")
    if lu.jour:
        return _("une page du {jour}", jour=parole.date(lu))
    # French elides before « avril », « août », « octobre ».
    elidee = lu.mois in (4, 8, 10)
    return (_("une page d'{quand}") if elidee else _("une page de {quand}")).format(quand=parole.date(lu))
