"""School holidays: hours that speak of them need their dates, which end."""

from __future__ import annotations

from collections.abc import Iterable

from quifaitquoi.annuaire.check.context import Contexte, Signal, regle
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.check.rules.hours import ligne_en_cause
from quifaitquoi.annuaire.model.fiche import AVEC_HORAIRES, Fiche
from quifaitquoi.annuaire.model.vacances import CalendrierScolaire


@regle("vacances-sans-dates", "avertissement", Fiche)
def vacances_sans_dates(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Des horaires parlent des vacances scolaires, dont l'annuaire n'a pas les dates."""
    # A warning: nothing false is shown, and who writes a fiche is not always who keeps annuaire.yml.
    if contexte.une_fois(_a_un_calendrier):
        return
    zone = contexte.directory.annuaire.zone_scolaire
    conseil = "lancez" if zone else "écrivez la zone dans annuaire.yml (« zone_scolaire: B »), puis lancez"
    for genre in AVEC_HORAIRES:
        for chemin, bloc in lu.blocs(genre):
            if bloc.horaires is not None and bloc.horaires.parle_des_vacances:
                ici = (*chemin, "horaires")
                ligne = ligne_en_cause(lu, ici, lambda horaires: horaires.parle_des_vacances)
                yield Signal((*ici, *ligne), "l'annuaire n'a pas les dates des vacances scolaires, la page dira « à vérifier » : "
                                             f"{conseil} « quifaitquoi vacances »")


def _a_un_calendrier(contexte: Contexte) -> bool:
    """Whether vacances.yml is there, readable or not."""
    return any(lu.trouve.genre == "vacances" for lu in contexte.lus)


@regle("vacances-a-renouveler", "avertissement", CalendrierScolaire)
def vacances_a_renouveler(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Les dates des vacances scolaires finissent dans moins de trois mois, ou sont finies."""
    if lu.element.finit_bientot(contexte.aujourdhui):
        fin = lu.element.dernier_jour
        seront = "sont" if fin < contexte.aujourdhui else "seront"
        zone = contexte.directory.annuaire.zone_scolaire
        conseil = "lancez « quifaitquoi vacances »" if zone else "ajoutez celles qui viennent"
        yield Signal(("jusqu_au",) if lu.element.jusqu_au else ("vacances",),
                     f"après le {fin}, les horaires qui parlent des vacances scolaires {seront} « à vérifier » : {conseil}")
