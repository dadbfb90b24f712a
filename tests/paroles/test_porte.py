"""Who sends people to a place, and what a card says of its door."""

from __future__ import annotations

import pytest

from quifaitquoi.annuaire.model.accueil import Acces
from quifaitquoi.paroles.acces import porte_en_bref, sur_orientation

ORIENTATION = "Un professionnel fait la demande pour vous"


@pytest.mark.parametrize(("acces", "dite"), [
    ({"oriente_par": ["mairie"]}, ORIENTATION),
    ({"oriente_par": ["mairie"], "porte": ["se-presenter"], "par": ["professionnels"]}, ORIENTATION),
    ({"oriente_par": ["mairie"], "porte": ["se-presenter"], "par": ["personnes", "professionnels"]}, "Venir sur place"),
    ({"porte": ["se-presenter", "par-le-115"]}, "En appelant le 115"),
    ({"porte": ["telephoner"], "rendez_vous": "obligatoire"}, None),
])
def test_a_card_names_the_door_that_nobody_would_guess(acces, dite):
    assert porte_en_bref(Acces.model_validate(acces)) == dite


def test_only_who_may_come_alone_too_need_not_be_sent():
    assert sur_orientation(Acces.model_validate({"oriente_par": ["mairie"]}))
    assert not sur_orientation(Acces.model_validate({"oriente_par": ["mairie"], "par": ["personnes"]}))
    assert not sur_orientation(Acces.model_validate({"par": ["professionnels"]}))
