"""When it is open: holidays, nights, closures, unknown ends and changes of clocks. Times here are local, in Strasbourg."""

from datetime import UTC, date, datetime

import pytest

from quifaitquoi.horaires import (
    Calendrier,
    Fermeture,
    HorairesIllisibles,
    composer,
    etat,
    feries,
    intervalles,
    lire,
    osm_evaluable,
    prochain_changement,
)

ALSACE = Calendrier("FR", ("easter -2 days", "Dec 26"), "Europe/Paris")


def a(texte: str) -> datetime:
    return datetime.fromisoformat(texte).replace(tzinfo=ALSACE.zone)


def etat_a(valeur, moment: str) -> tuple[str, str]:
    return etat(lire(valeur), ALSACE, a(moment))


def plages(horaires, du: date, au: date) -> list[tuple[str, str, str]]:
    return [
        (i.debut.astimezone(ALSACE.zone).strftime("%d %H:%M"), i.fin.astimezone(ALSACE.zone).strftime("%d %H:%M"), i.etat)
        for i in intervalles(horaires, ALSACE, du, au)
    ]


def test_an_opening_includes_its_first_minute_and_not_its_last():
    assert etat_a("Mo 09:00-12:00", "2026-07-06 09:00") == ("ouvert", "")
    assert etat_a("Mo 09:00-12:00", "2026-07-06 12:00") == ("ferme", "")


def test_the_instant_may_come_from_any_zone():
    assert etat(lire("Mo 09:00-12:00"), ALSACE, datetime(2026, 7, 6, 7, 0, tzinfo=UTC)) == ("ouvert", "")


def test_hours_silent_about_holidays_are_unknown_when_they_would_be_open():
    assert etat_a("Mo-Fr 09:00-12:00", "2026-07-14 10:00") == ("inconnu", "jour férié : à vérifier")
    assert etat_a("Mo-Fr 09:00-12:00", "2026-07-14 13:00")[0] == "ferme"
    assert etat_a("Mo 09:00-12:00", "2026-07-14 10:00")[0] == "ferme"


def test_each_local_holiday_counts_like_a_national_one():
    for jour in ("2026-04-03", "2026-04-06"):  # Good Friday, Easter Monday
        assert etat_a("Mo-Fr 09:00-12:00", f"{jour} 10:00")[0] == "inconnu"
        assert etat_a("Mo-Fr 09:00-12:00; PH off", f"{jour} 10:00")[0] == "ferme"
        assert etat_a("Mo-Fr 09:00-12:00; PH 10:00-11:00", f"{jour} 10:00")[0] == "ouvert"
    assert etat(lire("Mo-Fr 09:00-12:00; PH off"), Calendrier("FR"), a("2026-04-03 10:00"))[0] == "ouvert"


def test_holidays_like_other_days_are_open():
    assert etat_a({"lundi au vendredi": "9h-12h", "jours fériés": "ouvert"}, "2026-07-14 10:00") == ("ouvert", "")


def test_around_the_clock_needs_no_word_about_holidays():
    assert etat_a("24/7", "2026-07-14 10:00") == ("ouvert", "")


def test_a_narrower_day_stays_narrower_on_a_holiday():
    horaires = {"lundi au vendredi": "9h-12h", "mardi": "14h-17h"}
    assert etat_a(horaires, "2026-07-14 10:00")[0] == "ferme"
    assert etat_a(horaires, "2026-07-14 15:00")[0] == "inconnu"


def test_an_added_rule_is_unknown_too_on_a_holiday():
    assert etat_a("Mo 10:00-12:00, Tu 14:00-16:00", "2026-07-14 15:00")[0] == "inconnu"


def test_a_date_named_on_purpose_is_not_doubted():
    assert etat_a({"lundi au vendredi": "9h-12h", "le 14 juillet 2026": "10h-11h"}, "2026-07-14 10:00") == ("ouvert", "")


def test_a_season_that_easter_may_leave_is_right_each_year():
    # Good Friday is in March in 2027, in April in 2026.
    assert etat_a({"d'avril à juin": "10h-12h"}, "2026-04-03 10:00")[0] == "inconnu"
    assert etat_a({"d'avril à juin": "10h-12h"}, "2027-03-26 10:00")[0] == "ferme"


def test_the_eve_of_a_holiday_is_a_day_of_its_own():
    horaires = {"tous les jours": "9h-17h", "veilles de jours fériés": "9h-12h", "jours fériés": "fermé"}
    assert etat_a(horaires, "2026-07-13 13:00")[0] == "ferme"
    assert etat_a(horaires, "2026-07-12 13:00")[0] == "ouvert"
    assert etat_a(horaires, "2026-12-25 10:00")[0] == "ferme"  # eve of the 26th, and a holiday itself


def test_an_open_end_is_unknown_from_its_start():
    assert etat_a("Mo 19:00+", "2026-07-06 18:59")[0] == "ferme"
    assert etat_a("Mo 19:00+", "2026-07-06 19:00") == ("inconnu", "heure de fin non renseignée")
    assert etat_a("Mo 09:00-12:00,19:00+", "2026-07-06 10:00") == ("ouvert", "")
    assert plages(lire("Mo 22:30+"), date(2026, 7, 6), date(2026, 7, 8)) == [("06 22:30", "07 02:30", "inconnu")]


def test_a_day_without_times_is_unknown_all_day():
    assert etat_a({"vendredi": "heures à confirmer"}, "2026-07-10 03:00") == ("inconnu", "heures à confirmer")
    assert etat_a({"vendredi": "heures à confirmer"}, "2026-07-09 12:00")[0] == "ferme"


def test_a_condition_does_not_close():
    assert etat_a({"lundi": "9h-12h sans rendez-vous"}, "2026-07-06 10:00") == ("ouvert", "sans rendez-vous")
    assert etat_a({"lundi": "se renseigner"}, "2026-07-06 10:00") == ("inconnu", "se renseigner")


@pytest.mark.parametrize(("hours", "quand", "attendu"), [
    ("9h-12h sur rendez-vous", "2026-07-06 10:00", "rendez-vous"),
    ("9h-12h sur rendez-vous", "2026-07-06 13:00", "ferme"),
    ("sur rendez-vous", "2026-07-06 10:00", "rendez-vous"),
    ("sur rendez-vous", "2026-07-07 10:00", "ferme"),
    ("9h-12h sinon sur rendez-vous", "2026-07-06 10:00", "ouvert"),
    ("9h-12h sinon sur rendez-vous", "2026-07-06 15:00", "rendez-vous"),
    ("9h-12h, l'après-midi sur rendez-vous", "2026-07-06 15:00", "rendez-vous"),
    ("sur rendez-vous", "2026-07-14 10:00", "ferme"),
])
def test_by_appointment_is_neither_open_nor_unknown(hours, quand, attendu):
    assert etat_a({"lundi": hours}, quand)[0] == attendu


def test_a_night_belongs_to_the_day_it_begins_on():
    nuits = lire({"tous les jours": "22h-2h", "jours fériés": "fermé"})
    assert plages(nuits, date(2026, 7, 13), date(2026, 7, 15)) == [
        ("13 00:00", "13 02:00", "ouvert"),
        ("13 22:00", "14 02:00", "ouvert"),
        ("15 22:00", "16 00:00", "ouvert"),
    ]


def test_the_night_before_a_closure_runs_to_its_end():
    nuits = composer(lire("Mo-Su 22:00-02:00; PH off"), None, [Fermeture(date(2026, 7, 8), date(2026, 7, 9), "congés")])
    assert plages(nuits, date(2026, 7, 7), date(2026, 7, 10)) == [
        ("07 00:00", "07 02:00", "ouvert"),
        ("07 22:00", "08 02:00", "ouvert"),
        ("10 22:00", "11 00:00", "ouvert"),
    ]
    assert etat(nuits, ALSACE, a("2026-07-08 12:00")) == ("ferme", "congés")


def test_a_season_across_the_new_year():
    hiver = "Oct 01-Apr 30 Th 20:30-21:30; PH off"
    assert etat_a(hiver, "2027-01-07 21:00")[0] == "ouvert"
    assert etat_a(hiver, "2026-07-09 21:00")[0] == "ferme"


def test_even_weeks_are_those_of_the_calendar_on_the_wall():
    assert etat_a("week 02-53/2 Mo 09:00-12:00", "2026-01-05 10:00")[0] == "ouvert"  # week 2
    assert etat_a("week 02-53/2 Mo 09:00-12:00", "2026-01-12 10:00")[0] == "ferme"


def test_on_the_night_of_25_hours_an_opening_lasts_an_hour_more():
    (nuit,) = intervalles(lire("Sa 22:00-06:00"), ALSACE, date(2026, 10, 24), date(2026, 10, 25))
    assert (nuit.debut, nuit.fin) == (datetime(2026, 10, 24, 20, tzinfo=UTC), datetime(2026, 10, 25, 5, tzinfo=UTC))


def test_an_hour_that_comes_twice_is_the_first():
    (tot,) = intervalles(lire("Su 02:30-04:00"), ALSACE, date(2026, 10, 25), date(2026, 10, 25))
    assert tot.debut == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_an_hour_that_the_clock_skips_never_comes():
    assert intervalles(lire("Su 02:00-03:00"), ALSACE, date(2026, 3, 29), date(2026, 3, 29)) == ()


def test_neighbours_in_one_state_are_one_interval():
    assert plages(lire("Mo 20:00-24:00; Tu 00:00-03:00; PH off"), date(2026, 7, 6), date(2026, 7, 7)) == [
        ("06 20:00", "07 03:00", "ouvert")
    ]


@pytest.mark.parametrize(
    ("valeur", "moment", "attendu"),
    [
        ("Mo 09:00-12:00", "2026-07-06 10:00", "2026-07-06 12:00"),
        ("Mo 09:00-12:00", "2026-07-06 12:00", "2026-07-13 09:00"),
        ("Mo 09:00-12:00, Mo 12:00-14:00 open \"sans rendez-vous\"", "2026-07-06 10:00", "2026-07-06 14:00"),
        ("Mo 09:00-12:00, Mo 12:00-14:00 open \"sur rendez-vous\"", "2026-07-06 10:00", "2026-07-06 12:00"),
        ("Mo 09:00-12:00, Mo 12:00-14:00 unknown", "2026-07-06 10:00", "2026-07-06 12:00"),
        ("2027 Dec 24 10:00-12:00", "2026-07-06 10:00", "2027-12-24 10:00"),
        ("24/7", "2026-07-06 10:00", None),
        ("2019 Mo 10:00-12:00", "2026-07-06 10:00", None),
    ],
)
def test_the_next_change_is_one_of_state(valeur, moment, attendu):
    assert prochain_changement(lire(valeur), ALSACE, a(moment)) == (attendu and a(attendu))


def test_the_evaluated_string_names_only_the_holidays_of_its_days():
    horaires = lire("Mo-Fr 09:00-12:00; PH off")
    assert osm_evaluable(horaires, ALSACE, date(2026, 6, 1), date(2026, 6, 30)) == "Mo-Fr 09:00-12:00"
    assert osm_evaluable(horaires, ALSACE, date(2026, 7, 1), date(2026, 7, 31)) == "Mo-Fr 09:00-12:00; 2026 Jul 14 off"


def test_hours_for_holidays_alone_can_be_evaluated_on_any_day():
    assert etat_a({"jours fériés": "10h-12h"}, "2026-07-14 10:00")[0] == "ouvert"
    assert etat_a({"jours fériés": "10h-12h"}, "2026-07-08 10:00")[0] == "ferme"


def test_holidays_come_with_their_names_and_places():
    assert [(f.date.isoformat(), f.nom, f.local) for f in feries(ALSACE, date(2026, 4, 1), date(2026, 5, 10))] == [
        ("2026-04-03", "Vendredi saint", True),
        ("2026-04-06", "Lundi de Pâques", False),
        ("2026-05-01", "Fête du travail", False),
        ("2026-05-08", "Victoire de 1945", False),
    ]


def test_an_unknown_country_zone_or_local_holiday_is_said_all_at_once():
    with pytest.raises(HorairesIllisibles) as erreur:
        Calendrier("XX", ("Dec 26", "Mo-Fr", "Noël"), "Europe/Strasbourg")
    assert [faute.chemin for faute in erreur.value.fautes] == [
        ("feries_locaux", "Mo-Fr"),
        ("feries_locaux", "Noël"),
        ("pays",),
        ("fuseau",),
    ]
