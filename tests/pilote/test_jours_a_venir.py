"""The pilot's site is published on a day to come, though nobody changes its files: `make TERRITOIRE=directory jours` tries 40."""

from garde import PILOTE
from jours_qui_passent import TROIS_ANS, ce_qui_manque
from quifaitquoi.annuaire.aujourdhui import aujourdhui


def test_the_site_and_its_leaflets_are_made_in_a_year_and_a_half(tmp_path):
    assert not ce_qui_manque(PILOTE, tmp_path / "jour", aujourdhui(PILOTE), TROIS_ANS // 2)
