"""Hours typed as an answer become what a fiche holds: the same hours, in lines, or a fault at its line."""

from __future__ import annotations

import pytest

from quifaitquoi.horaires import HorairesIllisibles, lire, valeur_de_fiche

from .test_ecritures import ECRITURES, lu, valeur


@pytest.mark.parametrize(("ecrit", "attendu"), ECRITURES)
def test_an_answer_means_what_the_fiche_means(ecrit, attendu):
    try:
        dit = lu(valeur_de_fiche(ecrit.replace(" ⏎ ", "\n")))
    except HorairesIllisibles:
        dit = "✗"
    assert dit == lu(valeur(ecrit)) or (dit == "✗" and attendu[0] in "✗✘")


@pytest.mark.parametrize(("ecrit", "en_fiche"), [
    ("lundi au vendredi 9h-12h", {"lundi au vendredi": "9h-12h"}),
    ("du lundi au vendredi de 9h à 12h et de 14h à 17h", {"du lundi au vendredi": "9h-12h, 14h-17h"}),
    ("lundi 09:00-12:00", {"lundi": "9h-12h"}),
    ("lundi: 9h-12h\nmardi 14h-17h\njours fériés fermé", {"lundi": "9h-12h", "mardi": "14h-17h", "jours fériés": "fermé"}),
    ("du 1er juillet au 31 août 2027: 9h-12h", {"du 1er juillet au 31 août 2027": "9h-12h"}),
    ("lundi:09:00-12:00", {"lundi": "09:00-12:00"}),
    ("24h/24", "24h/24"),
    ("sur rendez-vous", "sur rendez-vous"),
    ("Mo-Fr 09:00-12:00\nSa 10:00-12:00", "Mo-Fr 09:00-12:00; Sa 10:00-12:00"),
    ("lundi au jeudi 9h-17h, vendredi 9h-16h", "lundi au jeudi 9h-17h, vendredi 9h-16h"),
])
def test_each_line_that_can_be_cut_is_days_and_hours(ecrit, en_fiche):
    assert valeur_de_fiche(ecrit) == en_fiche and lire(en_fiche)


@pytest.mark.parametrize(("ecrit", "ligne", "dit"), [
    ("lundi: 9h-12h\nmardi: 9h-25h", "mardi: 9h-25h", "« 25h » n'est pas une heure"),
    ("lundi 9h-12h\nmerdredi 9h-12h", "merdredi 9h-12h", "vouliez-vous dire « mercredi »"),
    ("lundi: 9h-12h\nsur rendez-vous", "sur rendez-vous", "Il manque les jours"),
    ("lundi: 9h-12h\nlundi: 14h-16h", "lundi: 14h-16h", "« mardi: 9h-12h, 14h-17h »"),
    ("mardi : toute la journée", "mardi : toute la journée", "« 24h/24 » si c'est ouvert jour et nuit"),
    ("bonjour", "bonjour", "écrivez par exemple « lundi au vendredi »"),
])
def test_a_fault_says_its_line_and_what_to_write(ecrit, ligne, dit):
    with pytest.raises(HorairesIllisibles) as illisible:
        valeur_de_fiche(ecrit)
    faute, = illisible.value.fautes
    assert faute.chemin == (ligne,) and dit in faute.message


def test_a_month_that_is_also_a_day_is_asked_about():
    with pytest.raises(HorairesIllisibles, match="mardi en français, et mars"):
        valeur_de_fiche("Mar 14:00-16:00")
