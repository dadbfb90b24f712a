"""One week in two: from a date it goes on across a 53rd week; odd and even weeks do not, and the check says so."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from quifaitquoi.horaires import (
    Calendrier,
    HorairesIllisibles,
    Vacances,
    composer,
    intervalles,
    lire,
    phrase,
    prochain_changement,
    sauts,
    semaine,
)
from quifaitquoi.langues import langue

from .test_evaluation import a

FR = langue("fr")
CALENDRIER = Calendrier("FR", vacances=Vacances(((date(2026, 12, 20), date(2027, 1, 3)),), date(2027, 2, 5)))
UN_SUR_DEUX = {"un mercredi sur deux, depuis le 7 janvier 2026": "14h-16h", "jours fériés": "fermé"}


def ouverts(horaires, du=date(2026, 12, 1), au=date(2027, 2, 1)) -> list[date]:
    lus = horaires if not isinstance(horaires, dict | str) else lire(horaires)
    return [i.debut.date() for i in intervalles(lus, CALENDRIER, du, au) if i.etat == "ouvert"]


def test_it_opens_every_fourteen_days_across_the_53rd_week():
    attendus = [date(2026, 1, 7) + timedelta(14 * n) for n in range(40)]
    assert ouverts(UN_SUR_DEUX) == [jour for jour in attendus if date(2026, 12, 1) <= jour <= date(2027, 2, 1)]
    assert date(2026, 12, 23) in ouverts(UN_SUR_DEUX) and date(2027, 1, 6) in ouverts(UN_SUR_DEUX)


def test_it_never_opens_before_its_date():
    assert ouverts(UN_SUR_DEUX, date(2025, 11, 1), date(2026, 1, 22)) == [date(2026, 1, 7), date(2026, 1, 21)]


def test_several_days_of_one_week_in_two():
    horaires = {"une semaine sur deux, depuis le 4 décembre 2026, lundi et vendredi": "9h-12h", "jours fériés": "fermé"}
    # Friday the 4th, then both days of every second week.
    assert ouverts(horaires, date(2026, 12, 1), date(2026, 12, 31)) == [date(2026, 12, 4), date(2026, 12, 14), date(2026, 12, 18),
                                                                       date(2026, 12, 28)]


def test_odd_weeks_open_two_weeks_in_a_row_where_the_year_has_53():
    ils = ouverts({"mercredi des semaines impaires": "14h-16h", "jours fériés": "fermé"}, date(2026, 12, 20), date(2027, 1, 10))
    assert ils == [date(2026, 12, 30), date(2027, 1, 6)]


def test_the_next_one_is_found():
    assert prochain_changement(lire(UN_SUR_DEUX), CALENDRIER, a("2026-12-23 17:00")) == a("2027-01-06 14:00")


def test_a_closed_week_in_two_leaves_the_others():
    horaires = {"mercredi": "9h-12h", "un mercredi sur deux, depuis le 6 janvier 2027": "fermé", "jours fériés": "fermé"}
    assert ouverts(horaires, date(2027, 1, 1), date(2027, 1, 31)) == [date(2027, 1, 13), date(2027, 1, 27)]


def test_out_of_the_school_holidays():
    horaires = {"un mercredi sur deux hors vacances scolaires, depuis le 9 décembre 2026": "14h-16h", "jours fériés": "fermé"}
    assert ouverts(horaires) == [date(2026, 12, 9), date(2027, 1, 6), date(2027, 1, 20)]


def test_a_service_keeps_its_weeks_and_is_closed_with_its_place():
    lieu = lire({"lundi au vendredi": "9h-17h", "le 6 janvier 2027": "fermé", "jours fériés": "fermé"})
    assert ouverts(composer(lieu, lire(UN_SUR_DEUX), [])) == [date(2026, 12, 9), date(2026, 12, 23), date(2027, 1, 20)]


def test_a_day_of_the_place_with_its_own_hours_opens_the_service_in_its_weeks_only():
    lieu = lire({"lundi au vendredi": "9h-17h", "les 6 et 13 janvier 2027": "9h-15h", "jours fériés": "fermé"})
    ils = [i for i in intervalles(composer(lieu, lire(UN_SUR_DEUX), []), CALENDRIER, date(2027, 1, 4), date(2027, 1, 16))]
    assert [(i.debut, i.fin) for i in ils] == [(a("2027-01-06 14:00"), a("2027-01-06 15:00"))]


def test_it_is_said_in_the_sentence_and_beside_the_week():
    assert phrase(lire(UN_SUR_DEUX), FR).replace("\u00a0", " ") == (
        "une semaine sur deux depuis le 7 janvier 2026, le mercredi de 14 h à 16 h ; fermé les jours fériés")
    vue = semaine(lire(UN_SUR_DEUX), FR)
    assert [saison.titre.replace("\u00a0", " ") for saison in vue.saisons] == ["une semaine sur deux depuis le 7 janvier 2026"]


def test_the_published_value_says_that_nobody_knows_which_week():
    # OpenStreetMap has no words for it: an engine that reads it must not open each Wednesday.
    assert lire(UN_SUR_DEUX).osm == (
        '2026 Jan 07-2099 Dec 31 We 14:00-16:00 unknown "une semaine sur deux, depuis le 7 janvier 2026"; PH off')
    assert lire(lire(UN_SUR_DEUX).osm).osm == lire(UN_SUR_DEUX).osm


@pytest.mark.parametrize(("cle", "message"), [
    ("un mercredi sur deux, depuis le 8 janvier 2026",
     "est un jeudi : écrivez le premier jour qui ouvre, par exemple « un mercredi sur deux, depuis le 14 janvier 2026 »"),
    ("un mercredi sur deux", "écrivez depuis quel jour, « un mercredi sur deux, depuis le 7 janvier 2026 »"),
    ("une semaine sur deux, lundi", "écrivez depuis quel jour"),
    ("une semaine sur deux, lundi, jusqu'au 3 mars 2026", "écrivez depuis quel jour"),
])
def test_without_its_first_day_it_is_refused_with_what_to_write(cle, message):
    with pytest.raises(HorairesIllisibles) as refus:
        lire({cle: "14h-16h"})
    assert [(faute.chemin, faute.sur_la_cle) for faute in refus.value.fautes] == [((cle,), True)]
    assert message in refus.value.fautes[0].message


@pytest.mark.parametrize(("ecrit", "jour", "attendu"), [
    ("mercredi des semaines impaires", date(2026, 11, 20), [(date(2026, 12, 30), date(2027, 1, 6))]),
    ("mercredi des semaines paires", date(2026, 11, 20), [(date(2026, 12, 23), date(2027, 1, 13))]),
    ("mercredi des semaines impaires", date(2027, 1, 10), [(date(2026, 12, 30), date(2027, 1, 6))]),
    ("mercredi des semaines impaires", date(2026, 9, 1), []),  # too early for anybody to ask
    ("mercredi des semaines impaires", date(2027, 2, 1), []),  # over
    ("mercredi des semaines impaires", date(2027, 11, 20), []),  # 2027 has 52
    ("mercredi", date(2026, 11, 20), []),
])
def test_odd_and_even_weeks_break_at_the_end_of_a_year_of_53(ecrit, jour, attendu):
    (regle,) = lire({ecrit: "14h-16h"}).regles
    assert list(sauts(regle, jour)) == attendu
