"""The zones that annuaire.yml may name are those that a clock can be set to."""

from zoneinfo import ZoneInfo, available_timezones

import pytest
from babel.core import get_global

from quifaitquoi.annuaire.model.pays import fuseau_connu


def test_every_zone_that_is_known_can_be_read():
    assert all(ZoneInfo(nom) for nom in {*available_timezones(), *get_global("zone_territories")} if fuseau_connu(nom))


@pytest.mark.parametrize("nom", ["Europe/Paris", "Indian/Reunion", "Pacific/Tahiti", "UTC"])
def test_a_zone_is_known_by_its_name(nom):
    assert fuseau_connu(nom)


@pytest.mark.parametrize("nom", ["Etc/Unknown", "Europe", "Europe/paris", "Paris", "../etc/passwd", ""])
def test_what_is_no_zone_is_not(nom):
    assert not fuseau_connu(nom)
