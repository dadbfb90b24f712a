"""A day passes, and nobody is there: the site is published all the same, with its leaflets. `make jours` tries forty days."""

import re
import subprocess
import sys

from garde import DEPOT
from jours_qui_passent import LE_PLUS_PLEIN, ce_qui_manque

UNE_LIGNE_DE_TROP = 68  # on 27 January 2027 a poster gets one line too long


def test_the_site_and_its_leaflets_are_made_on_a_day_that_has_one_line_too_many(tmp_path, port_exemple, aujourdhui):
    assert not ce_qui_manque(port_exemple, tmp_path / "jour", aujourdhui, UNE_LIGNE_DE_TROP, LE_PLUS_PLEIN)


def test_forty_days_say_which_could_not_be_published_and_how_to_try_them_again(tmp_path):
    vide = tmp_path / "sans-annuaire"
    vide.mkdir()
    commande = [sys.executable, DEPOT / "tests/jours_qui_passent.py", vide, "--combien", "2", "--graine", "5"]
    faits = [subprocess.run(commande, capture_output=True, text=True) for _ in range(2)]
    jours = [re.findall(r"(?m)^ +\d+ ([\d-]+) .*annuaire\.yml", fait.stdout) for fait in faits]
    assert len(jours[0]) == 2 and jours[0] == jours[1], "the seed says which days"
    assert faits[0].returncode == 1 and faits[0].stdout.endswith("2 of 2 days could not be published. Again: make jours GRAINE=5\n")
