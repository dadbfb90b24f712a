"""« Hors vacances scolaires » is said with the dates of the next ones."""

from datetime import date

import pytest

from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.texte import en_texte
from quifaitquoi.paroles.vacances import prochaines_vacances


@pytest.mark.parametrize(("slug", "jour", "dit"), [
    ("ludotheque-bigorneau", date(2026, 10, 20), "Prochaines vacances scolaires : du 18 octobre 2026 au 1er novembre 2026 et du "
                                                 "19 décembre 2026 au 3 janvier 2027"),
    ("ludotheque-bigorneau", date(2026, 11, 2), "Prochaines vacances scolaires : du 19 décembre 2026 au 3 janvier 2027"),
    ("ludotheque-bigorneau", date(2027, 1, 4), "Dates des vacances scolaires : inconnues"),
    ("la-chaloupe", date(2026, 11, 2), "")])
def test_they_are_said_beside_hours_that_change_with_them_and_nowhere_else(slug, jour, dit, directory):
    vue, parole = enrichir(directory, jour).fiches[slug], Parole.de_la_source(directory)
    assert en_texte(parole, prochaines_vacances(parole, vue)).replace("\xa0", " ") == dit
