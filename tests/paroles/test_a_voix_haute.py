"""What is read aloud is written as one says it."""

from datetime import date

import pytest

from quifaitquoi.horaires import lire
from quifaitquoi.paroles import a_voix_haute


@pytest.mark.parametrize(("n", "dit"), [
    (0, "zéro"), (16, "seize"), (17, "dix-sept"), (21, "vingt et un"), (61, "soixante et un"), (70, "soixante-dix"),
    (71, "soixante et onze"), (77, "soixante-dix-sept"), (80, "quatre-vingts"), (81, "quatre-vingt-un"), (90, "quatre-vingt-dix"),
    (91, "quatre-vingt-onze"), (99, "quatre-vingt-dix-neuf")])
def test_a_number_is_in_letters(n, dit):
    assert a_voix_haute.nombre(n) == dit


def test_no_two_numbers_are_said_alike():
    assert len({a_voix_haute.nombre(n) for n in range(100)}) == 100


@pytest.mark.parametrize(("heures", "dites"), [
    ("9h-12h, 14h-17h30", "de neuf heures à midi et de quatorze heures à dix-sept heures trente"),
    ("0h-1h", "de minuit à une heure"), ("19h-21h", "de dix-neuf heures à vingt et une heures")])
def test_hours_are_in_letters(heures, dites):
    assert a_voix_haute.heures(lire(f"tous les jours: {heures}")) == dites


def test_the_first_of_a_month_is_no_plain_number():
    assert a_voix_haute.jour(date(2026, 12, 1)) == "mardi premier décembre"


@pytest.mark.parametrize(("affiche", "dit"), [
    ("02\u00a061\u00a091\u00a000\u00a007", "zéro deux, soixante et un, quatre-vingt-onze, zéro zéro, zéro sept"),
    ("115", "un un cinq"), ("3919", "trente-neuf, dix-neuf"), ("+352\u00a026", "plus trois cinq deux, vingt-six")])
def test_a_telephone_is_said_in_pairs(affiche, dit):
    assert a_voix_haute.telephone(affiche) == dit


@pytest.mark.parametrize(("n", "dit"), [
    (69, "soixante-neuf"), (70, "septante"), (71, "septante et un"), (77, "septante-sept"), (80, "quatre-vingts"), (90, "nonante"),
    (91, "nonante et un"), (99, "nonante-neuf")])
@pytest.mark.parametrize("pays", ["BE", "CH"])
def test_a_number_is_said_as_in_the_country_of_who_listens(pays, n, dit):
    assert a_voix_haute.nombre(n, pays) == dit


def test_a_telephone_is_said_as_in_the_country_of_who_listens():
    assert a_voix_haute.telephone("0478\u00a071\u00a095", "BE") == "zéro quatre, septante-huit, septante et un, nonante-cinq"
