"""An announcement in words: its days, its hours, and where one goes."""

from __future__ import annotations

from quifaitquoi.annuaire.enrich import FicheVue
from quifaitquoi.annuaire.model.annonce import Annonce
from quifaitquoi.horaires.mots import liste, plage_en_phrase
from quifaitquoi.langues.dates import date_et_jour
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.segments import DIT, HEURES, Segment, Segments, a_la_suite, ecrit, nom


def quand(parole: Parole, a: Annonce) -> Segments:
    """« Du lundi 23 novembre 2026 au jeudi 26 novembre 2026, de 9 h à 12 h »; without hours where nobody knows them."""
    return a_la_suite((jours(parole, a), heures(parole, a)), Segment(DIT, parole.langue.texte(", ")))


def jours(parole: Parole, a: Annonce) -> Segments:
    q, locale = a.quand, parole.langue.locale
    if q.fin == q.du:
        return parole.phrase("Le {jour}", jour=date_et_jour(q.du, locale))
    return parole.phrase("Du {du} au {au}", du=date_et_jour(q.du, locale), au=date_et_jour(q.fin, locale))


def heures(parole: Parole, a: Annonce) -> Segments:
    if a.quand.heures is None:
        return ()
    langue = parole.langue
    return (Segment(HEURES, liste([plage_en_phrase(plage, langue) for plage in a.quand.heures.regles[0].plages], langue)),)


def ou(a: Annonce, vue: FicheVue | None) -> Segments:
    """The name of the fiche where it is, then its street or what the announcement says instead.

    A withheld place is named by nothing that leads there: its own fiche gives no street.
    """
    voie = vue.adresse.voie if vue and vue.adresse and not vue.retenue and not vue.clos else None
    return a_la_suite((nom(vue.fiche.nom) if vue else (), ecrit(a.lieu) if a.lieu else nom(voie) if voie else ()))
