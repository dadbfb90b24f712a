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
    # « le 3 mai 2021 », but « en mai 2021 » and « en 2021 »: two sentences, because languages differ here.
    return _lu(parole, sure.lue_le, _("Lu le {jour}, non vérifié"), _("Lu en {jour}, non vérifié"), _("Non vérifié"))


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
    return _lu(parole, lu_le(vue.fiche, "horaires"), _("Horaires lus le {jour}, non vérifiés"),
               _("Horaires lus en {jour}, non vérifiés"), _("Horaires lus sur une page sans date, non vérifiés"))


def avis_horaires(parole: Parole, vue: FicheVue) -> str:
    """The same with what to do about it, to stand beside hours."""
    constat = constat_des_horaires(parole, vue)
    return parole._("{constat} : {conseil}", constat=constat, conseil=conseil(parole, vue)) if constat else ""


def avis_en_bref(parole: Parole, vue: FicheVue) -> str:
    """« Horaires lus en 2013, appelez »: what replaces « ouvert » on a card where nobody ever asked the place."""
    if vue.confiance.verification is not None:
        return ""
    _, lu = parole._, lu_le(vue.fiche, "horaires")
    # One does not call a line to ask whether it answers.
    if vue.numeros and vue.fiche.genre != "telephone":
        return _lu(parole, lu, _("Horaires lus le {jour}, appelez"), _("Horaires lus en {jour}, appelez"),
                   _("Horaires lus sur une page sans date, appelez"))
    return _lu(parole, lu, _("Horaires lus le {jour}, à vérifier"), _("Horaires lus en {jour}, à vérifier"),
               _("Horaires lus sur une page sans date, à vérifier"))


def conseil(parole: Parole, vue: FicheVue) -> str:
    """What to do about it, for this kind of fiche."""
    if vue.fiche.genre in ("telephone", "en-ligne"):
        return parole._("ils ont pu changer")
    return parole._("appelez avant de venir") if vue.numeros else parole._("renseignez-vous avant de venir")


def _lu(parole: Parole, lu: DatePartielle | None, au_jour: str, sinon: str, sans_date: str) -> str:
    return (au_jour if lu.jour else sinon).format(jour=parole.date(lu)) if lu else sans_date
