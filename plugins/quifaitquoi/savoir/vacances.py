"""Whether somebody should look after the dates of the school holidays."""

from __future__ import annotations

from quifaitquoi.annuaire.enrich import FicheVue, Territoire


def a_renouveler(territoire: Territoire) -> bool:
    """Whether their dates end soon, or hours speak of them while there are none."""
    calendrier = territoire.directory.vacances
    if calendrier is None:
        return any(map(en_parle, territoire.fiches.values()))
    return calendrier.finit_bientot(territoire.aujourdhui)


def en_parle(vue: FicheVue) -> bool:
    """Whether some hours of this fiche change with the school holidays."""
    tous = (vue.horaires, *(s.horaires for s in vue.services), *(arret.horaires for arret in vue.arrets))
    return any(horaires is not None and horaires.parle_des_vacances for horaires in tous)
