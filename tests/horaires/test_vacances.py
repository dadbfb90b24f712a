"""School holidays: hours that speak of them follow the calendar of the territory, and are unknown where it ends."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from quifaitquoi.horaires import (
    Calendrier,
    HorairesIllisibles,
    Vacances,
    composer,
    etat,
    intervalles,
    lire,
    phrase,
    prochain_changement,
    semaine,
    suspects,
)
from quifaitquoi.langues import langue

from .test_evaluation import a

FR = langue("fr")
TOUSSAINT = (date(2026, 10, 18), date(2026, 11, 1))
NOEL = (date(2026, 12, 20), date(2027, 1, 3))
VACANCES = Vacances((TOUSSAINT, NOEL), date(2027, 2, 5))
CALENDRIER = Calendrier("FR", ("easter -2 days", "Dec 26"), "Europe/Paris", VACANCES)
SANS_CALENDRIER = Calendrier("FR")


def au(horaires, quand: str, calendrier=CALENDRIER) -> tuple[str, str]:
    return etat(lire(horaires) if isinstance(horaires, dict | str) else horaires, calendrier, a(quand))


ECOLE = {"mercredi hors vacances scolaires": "14h-18h", "vacances scolaires, lundi au vendredi": "10h-18h", "jours fériés": "fermé"}


@pytest.mark.parametrize(("quand", "vu"), [
    ("2026-10-14 15:00", "ouvert"),  # a Wednesday with school
    ("2026-10-14 11:00", "ferme"),
    ("2026-10-16 11:00", "ferme"),  # the Friday before
    ("2026-10-19 11:00", "ouvert"),  # the first Monday off
    ("2026-10-30 11:00", "ouvert"),  # the last Friday off
    ("2026-11-02 11:00", "ferme"),  # school again
    ("2026-12-25 11:00", "ferme"),  # a public holiday among them
])
def test_hours_change_with_the_school_holidays(quand, vu):
    assert au(ECOLE, quand)[0] == vu


def test_what_closes_in_the_school_holidays_closes_from_their_first_day_to_their_last():
    horaires = lire({"tous les jours": "9h-12h", "jours fériés": "comme d'habitude", "vacances scolaires": "fermé"})
    ouverts = {i.debut.date() for i in intervalles(horaires, CALENDRIER, date(2026, 10, 10), date(2026, 11, 10))}
    assert ouverts == {date(2026, 10, 10) + timedelta(n) for n in range(32)} - {
        TOUSSAINT[0] + timedelta(n) for n in range((TOUSSAINT[1] - TOUSSAINT[0]).days + 1)}


def test_beyond_the_calendar_nothing_is_said_of_what_the_school_holidays_change():
    horaires = {"lundi": "9h-12h", "mardi hors vacances scolaires": "14h-16h", "jours fériés": "fermé"}
    assert au(horaires, "2027-02-02 15:00")[0] == "ouvert"
    assert au(horaires, "2027-02-09 15:00") == ("inconnu", "vacances scolaires : à vérifier")
    # What they do not change is known all the same.
    assert au(horaires, "2027-02-08 10:00")[0] == "ouvert"
    assert au(horaires, "2027-02-09 17:00")[0] == "ferme"


def test_without_a_calendar_every_day_is_beyond_it():
    assert au("Mo-Fr 09:00-12:00; SH off; PH off", "2026-11-27 10:00", SANS_CALENDRIER) == (
        "inconnu", "vacances scolaires : à vérifier")
    assert au("SH Mo-Fr 09:00-12:00; PH off", "2026-11-27 10:00", SANS_CALENDRIER)[0] == "inconnu"
    assert au("SH Mo-Fr 09:00-12:00; PH off", "2026-11-28 10:00", SANS_CALENDRIER)[0] == "ferme"
    # Open in both cases.
    assert au("Mo-Fr 09:00-12:00; SH Mo-Fr 09:00-17:00; PH off", "2026-11-27 10:00", SANS_CALENDRIER)[0] == "ouvert"


def test_hours_that_say_nothing_of_school_holidays_need_no_calendar():
    assert au("Mo-Fr 09:00-12:00; PH off", "2026-11-27 10:00", SANS_CALENDRIER)[0] == "ouvert"


def test_the_next_change_is_found_across_the_holidays():
    horaires = lire("Mo-Fr 09:00-12:00; SH off; PH off")
    assert prochain_changement(horaires, CALENDRIER, a("2026-12-18 13:00")) == a("2027-01-04 09:00")


def test_a_public_holiday_in_them_is_unknown_where_nobody_spoke_of_it():
    assert au("SH Mo-Fr 09:00-12:00", "2027-01-01 10:00") == ("inconnu", "jour férié : à vérifier")
    assert au("Mo-Fr 09:00-12:00; SH off", "2027-01-01 10:00")[0] == "ferme"


def test_a_night_that_begins_in_the_holidays_goes_on_after_them():
    horaires = "SH 22:00-26:00; PH 22:00-26:00"
    assert au(horaires, "2026-11-02 01:00")[0] == "ouvert"
    assert au(horaires, "2026-11-02 23:00")[0] == "ferme"
    assert au("Mo-Su 22:00-26:00; SH off; PH off", "2026-10-18 01:00")[0] == "ouvert"


def test_what_opens_in_the_school_holidays_only_opens_on_the_public_holidays_of_them_only():
    horaires = lire({"vacances scolaires, lundi": "9h-12h", "jours fériés": "9h-12h"})
    assert horaires.osm == "SH Mo 09:00-12:00; SH PH 09:00-12:00"
    assert au(horaires, "2026-12-25 10:00")[0] == "ouvert"
    assert au(horaires, "2026-11-11 10:00")[0] == "ferme"


def test_even_weeks_of_the_school_holidays():
    assert au("week 02-53/2 SH Mo 09:00-12:00; PH off", "2026-10-19 10:00")[0] == "ferme"
    assert au("week 02-53/2 SH Mo 09:00-12:00; PH off", "2026-10-26 10:00")[0] == "ouvert"
    assert au("2027 SH Fr 09:00-12:00; PH 09:00-12:00", "2027-01-01 10:00")[0] == "ouvert"


# -- a service in its place


@pytest.mark.parametrize(("lieu", "service", "attendu"), [
    ({"lundi au vendredi": "9h-17h", "vacances scolaires": "fermé"}, {"mardi": "14h-16h"}, "Tu 14:00-16:00; SH off"),
    ({"lundi au vendredi hors vacances scolaires": "9h-17h"}, {"mardi": "14h-16h"}, "Tu 14:00-16:00; SH off"),
    ({"lundi au vendredi": "9h-17h", "vacances scolaires, lundi au vendredi": "10h-15h"}, {"mardi": "14h-16h"},
     "Tu 14:00-16:00; SH Tu 14:00-15:00"),
    ({"lundi au vendredi": "9h-17h", "vacances scolaires, lundi au vendredi": "10h-12h"}, {"mardi": "14h-16h"},
     "Tu 14:00-16:00; SH Tu off"),
    ({"lundi au vendredi hors vacances scolaires": "9h-17h", "vacances scolaires, mercredi": "10h-15h"},
     {"mardi et mercredi": "14h-16h"}, "Tu-We 14:00-16:00; SH off; SH We 14:00-15:00"),
    ({"vacances scolaires, lundi au vendredi": "10h-17h"}, {"mardi": "14h-16h"}, "SH Tu 14:00-16:00"),
    ({"lundi au vendredi": "9h-17h", "vacances scolaires": "heures à confirmer"}, {"mardi": "14h-16h"},
     'Tu 14:00-16:00; SH Tu 14:00-16:00 unknown "heures à confirmer"'),
    ({"lundi au vendredi": "9h-17h", "vacances scolaires, lundi au vendredi": "10h-12h"},
     {"mardi": "14h-16h", "vacances scolaires, jeudi": "18h-19h"}, "Tu 14:00-16:00; SH Th 18:00-19:00"),
    ({"lundi au vendredi": "9h-17h"}, {"mardi hors vacances scolaires": "14h-16h"}, "Tu 14:00-16:00; SH off"),
])
def test_a_service_follows_its_place_in_the_school_holidays(lieu, service, attendu):
    assert composer(lire(lieu), lire(service), []).osm == attendu


# -- words


def test_the_sentence_and_the_week_say_when_school_is_out():
    horaires = lire({"lundi au vendredi hors vacances scolaires": "9h-12h", "vacances scolaires, mercredi": "14h-16h"})
    assert phrase(horaires, FR).replace("\u00a0", " ") == (
        "du lundi au vendredi de 9 h à 12 h ; fermé pendant les vacances scolaires ; mais pendant les vacances scolaires, "
        "le mercredi de 14 h à 16 h ; jours fériés : à vérifier")
    vue = semaine(horaires, FR)
    assert [saison.titre for saison in vue.saisons] == ["pendant les vacances scolaires"]
    # What closes the rest of them is in their week: nobody reads that Monday opens then.
    assert [rangee.plages[0].replace("\u00a0", " ") for rangee in vue.saisons[0].jours[:3]] == ["fermé", "fermé", "14 h – 16 h"]
    assert [ligne.quand for ligne in vue.autres] == ["les jours fériés"]


def test_what_only_closes_in_the_school_holidays_is_a_line_beside_the_week():
    vue = semaine(lire({"lundi au vendredi hors vacances scolaires": "9h-12h"}), FR)
    assert [(ligne.quand, ligne.quoi) for ligne in vue.autres][0] == ("pendant les vacances scolaires", "fermé")
    assert vue.saisons == ()


def test_the_week_of_a_part_of_the_school_holidays_begins_with_what_holds_in_all_of_them():
    vue = semaine(lire("Mo-Fr 09:00-12:00; SH off; Jul SH We 14:00-16:00; PH off"), FR)
    juillet = vue.saisons[-1]
    assert juillet.titre == "en juillet, pendant les vacances scolaires"
    assert [rangee.plages[0].replace("\u00a0", " ") for rangee in juillet.jours[:3]] == ["fermé", "fermé", "14 h – 16 h"]


def test_a_week_that_opens_all_days_of_the_school_holidays_is_doubted():
    assert "ouvre aussi samedi et dimanche" in suspects(lire({"lundi au vendredi": "9h-12h", "vacances scolaires": "14h-16h"}))[0]


@pytest.mark.parametrize("lignes", [
    {"lundi au vendredi": "9h-12h", "mardi hors vacances scolaires": "14h-16h"},
    {"lundi": "9h-12h", "en juillet, mardi": "10h-12h", "vacances scolaires": "fermé"},
])
def test_two_lines_of_which_neither_says_what_holds_in_the_school_holidays_are_refused_at_their_line(lignes):
    with pytest.raises(HorairesIllisibles) as refus:
        lire(lignes)
    assert [(faute.chemin, faute.sur_la_cle) for faute in refus.value.fautes] in (
        [(("lundi au vendredi",), True)], [(("en juillet, mardi",), True)])
