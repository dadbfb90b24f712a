"""A search for somebody who has been through it."""

from __future__ import annotations

import pytest
from resultats import bouton, les_deux, noms

ADDICTION = "Quelqu’un qui est passé par là\u00a0: une addiction"


def test_the_card_of_who_is_kept_says_what_they_lived_and_who_says_nothing_is_to_be_confirmed(trouver):
    page = trouver("besoin=addictions&pairs=addiction")
    sures, incertaines = les_deux(page)
    assert len(sures) == 1 and ADDICTION in sures[0]
    assert not any("passé par là" in carte for carte in incertaines)
    assert bouton(page, ADDICTION).is_visible()


def test_a_place_whose_peers_have_lived_something_else_is_not_proposed(trouver):
    jeunes = "équipe de rue des jeunes"
    assert any(jeunes in carte for carte in les_deux(trouver("besoin=ecoute&pairs=placement"))[0])
    sures, incertaines = les_deux(trouver("besoin=ecoute&pairs=vih"))
    assert incertaines and not any(jeunes in carte for carte in sures + incertaines)


@pytest.mark.parametrize("tape", ["pair-aidant", "travailleur pair", "quelqu'un qui a vécu la même chose"])
def test_words_for_peers_find_places_that_have_some(trouver, tape):
    assert {"Le Fanal", "Refuge Horizon"} & set(noms(trouver(f"q={tape}"))[:8])
