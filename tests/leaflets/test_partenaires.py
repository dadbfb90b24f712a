"""Hours in lines from right to left keep their partners: who opens at nine closes at twelve, on paper as in pages."""

from __future__ import annotations

import re

import pytest
from tests.leaflets.toutes_langues import DE_DROITE

from quifaitquoi.horaires import lire, semaine
from quifaitquoi.langues import Traduit, langue
from quifaitquoi.langues.typographie import minuscule
from quifaitquoi.papier.depliants.ecriture import _CHIFFRES
from quifaitquoi.papier.depliants.quand import compacte

HORAIRES = "Mo-Fr 09:00-12:00,13:30-17:00"


@pytest.mark.parametrize("code", DE_DROITE)
def test_words_stand_between_the_hours_of_a_range(code):
    parlee = langue(code)
    for dit in (*compacte(lire(HORAIRES), parlee), *(p for r in semaine(lire(HORAIRES), parlee).jours for p in r.plages)):
        assert "–" not in re.sub(r"^\D*", "", dit), dit


def test_two_ranges_that_a_comma_parts_are_never_held_together():
    assert _CHIFFRES.findall("9:00–\u206012:00, 13:30–\u206017:00") == ["9:00", "12:00", "13:30", "17:00"]


def test_german_nouns_keep_their_capital_inside_a_sentence():
    assert minuscule(Traduit("Ältere Menschen"), "de") == "Ältere Menschen"
    assert minuscule("Personnes âgées", "de") == "personnes âgées"
    assert minuscule(Traduit("Older people"), "en") == "older people"
