"""Of the pilot's services too, page, card, finder, review and figures tell one state at any moment."""

from accord import desaccords, heures_comptees_a_tort
from garde import PILOTE
from quifaitquoi.annuaire.aujourdhui import aujourdhui
from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import enrichir


def test_all_tell_the_same_of_each_service_at_five_hundred_moments():
    jour = aujourdhui(PILOTE)
    territoire = enrichir(verifier(PILOTE, jour).directory, jour)
    assert desaccords(territoire) == [] and heures_comptees_a_tort(territoire) == []
