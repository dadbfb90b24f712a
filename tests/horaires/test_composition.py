"""What a service takes from its place."""

from datetime import date

from quifaitquoi.horaires import Fermeture, composer, lire

CONGES = Fermeture(date(2026, 12, 24), date(2027, 1, 3), "congés")


def test_nobody_gave_hours_so_there_are_none():
    assert composer(None, None, [CONGES]) is None


def test_a_place_alone_keeps_its_hours_and_closures():
    assert composer(lire("Mo 09:00-12:00; PH off"), None, [CONGES]).osm == (
        'Mo 09:00-12:00; PH off; 2026 Dec 24-2027 Jan 03 off "congés"'
    )


def test_a_service_without_hours_has_those_of_its_place():
    lieu = lire("Mo 09:00-12:00")
    assert composer(lieu, None, []) == lieu


def test_a_service_replaces_the_week_and_the_seasons_but_not_the_holidays():
    lieu = lire({"lundi au vendredi": "9h-12h", "en juillet, lundi": "10h-11h", "jours fériés": "fermé"})
    assert composer(lieu, lire({"mardi et jeudi": "9h-11h30"}), []).osm == "Tu,Th 09:00-11:30; PH off"


def test_the_holiday_rule_of_the_place_wins_over_that_of_the_service():
    lieu, service = lire("Mo 09:00-12:00; PH off"), lire("Sa,PH 10:00-12:00; 2026 Dec 24 09:00-10:00")
    assert composer(lieu, service, []).osm == "Sa 10:00-12:00; PH off; 2026 Dec 24 09:00-10:00"


def test_a_service_may_speak_of_holidays_where_its_place_is_silent():
    assert composer(lire("Mo 09:00-12:00"), lire("Sa 10:00-12:00; PH off"), []).osm == "Sa 10:00-12:00; PH off"


def test_holidays_like_other_days_pass_to_the_service():
    lieu = lire({"lundi": "9h-12h", "jours fériés": "ouvert"})
    compose = composer(lieu, lire("Mo 10:00-11:00; PH off"), [])
    assert (compose.osm, compose.feries_ordinaires) == ("Mo 10:00-11:00", True)


def test_the_closed_days_and_months_of_a_place_close_its_services():
    lieu = lire({"lundi au vendredi": "9h-12h", "en août": "fermé", "le 24 décembre 2026": "fermé"})
    assert composer(lieu, lire({"mardi": "14h-17h"}), []).osm == "Tu 14:00-17:00; Aug off; 2026 Dec 24 off"


def test_a_reason_fits_on_one_line_without_quotes():
    motif = Fermeture(date(2026, 7, 1), date(2026, 7, 1), 'travaux\n"urgents"')
    assert composer(lire("Mo 09:00-12:00"), None, [motif]).osm == "Mo 09:00-12:00; 2026 Jul 01 off \"travaux 'urgents'\""


def test_a_closure_that_ends_before_it_starts_closes_nothing():
    envers = Fermeture(date(2026, 7, 2), date(2026, 7, 1))
    assert composer(lire("Mo 09:00-12:00"), None, [envers]).osm == "Mo 09:00-12:00"
