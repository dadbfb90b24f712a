"""A day passes, and nobody is there: the site is published all the same, with its leaflets."""

from hypothesis import Phase, example, given, settings

from jours_qui_passent import COMBIEN, JOURS, LE_PLUS_PLEIN, TOUT, ce_qui_manque


# On 27 January 2027 a poster gets one line too long.
@settings(max_examples=COMBIEN, phases=[Phase.explicit, *([Phase.generate] if TOUT else [])])
@given(dans=JOURS)
@example(dans=68)
def test_the_site_and_its_leaflets_are_made_on_any_day_of_the_coming_three_years(tmp_path_factory, port_exemple, aujourdhui, dans):
    dossier = tmp_path_factory.mktemp("jours")
    assert not ce_qui_manque(port_exemple, dossier / "jour", aujourdhui, dans, None if TOUT else LE_PLUS_PLEIN)
