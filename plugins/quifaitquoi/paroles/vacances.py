"""When the school holidays are that some hours speak of: « hors vacances scolaires » helps only who knows their dates."""

from __future__ import annotations

from quifaitquoi.annuaire.enrich import FicheVue
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.segments import DIT, Segment, Segments, dit
from quifaitquoi.savoir.vacances import en_parle

ANNONCEES = 2


def prochaines_vacances(parole: Parole, vue: FicheVue) -> Segments:
    """The next days off that are known, the present ones included; () where no hours of the fiche change with them."""
    if not en_parle(vue):
        return ()
    suivantes = [(du, au) for du, au in sorted(parole.directory.calendrier.vacances.periodes) if au >= vue.jour][:ANNONCEES]
    if not suivantes:
        return dit(parole._("Dates des vacances scolaires : inconnues"))
    dites = [Segment(DIT, parole._("du {du} au {au}", du=parole.date(du), au=parole.date(au))) for du, au in suivantes]
    return parole.phrase("Prochaines vacances scolaires : {dates}", dates=parole.enumeration(dites))
