"""The pilot's site is published on any day to come, though nobody changes its files."""

from hypothesis import Phase, given, settings

from garde import PILOTE
from jours_qui_passent import COMBIEN, JOURS, ce_qui_manque
from quifaitquoi.annuaire.aujourdhui import aujourdhui


@settings(max_examples=COMBIEN, phases=[Phase.generate])
@given(dans=JOURS)
def test_the_site_and_its_leaflets_are_made_on_any_day_of_the_coming_three_years(tmp_path_factory, dans):
    assert not ce_qui_manque(PILOTE, tmp_path_factory.mktemp("jours") / "jour", aujourdhui(PILOTE), dans)
