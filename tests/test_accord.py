"""Page, card, finder, review and figures tell one state of each service, at any moment."""

from __future__ import annotations

from accord import desaccords, heures_comptees_a_tort


def test_all_tell_the_same_of_each_service_at_five_hundred_moments(territoire):
    assert desaccords(territoire) == []


def test_the_figures_count_open_whatever_a_service_is_open(territoire):
    assert heures_comptees_a_tort(territoire) == []
