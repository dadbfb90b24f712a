"""What people read: the sentence, the week table, and doubts about what looks like a typing error."""

from datetime import date

import pytest

from quifaitquoi.horaires import Fermeture, composer, lire, phrase, semaine, suspects
from quifaitquoi.langues import langue

FR, EN = langue("fr"), langue("en")


def dit(valeur) -> str:
    return phrase(lire(valeur), FR).replace("\u00a0", " ")


def rangees(jours) -> dict[str, str]:
    return {rangee.nom: ", ".join(rangee.plages).replace("\u00a0", " ") for rangee in jours}


def autres(valeur) -> list[tuple[str, str]]:
    return [(ligne.quand, ligne.quoi.replace("\u00a0", " ")) for ligne in semaine(lire(valeur), FR).autres]


@pytest.mark.parametrize(
    ("valeur", "attendu"),
    [
        (
            {"lundi au vendredi": "9h-12h, 14h-17h30", "premier samedi du mois": "10h-12h", "jours fériés": "fermé"},
            "du lundi au vendredi de 9 h à 12 h et de 14 h à 17 h 30 ; le premier samedi du mois de 10 h à 12 h ; "
            "fermé les jours fériés",
        ),
        ("24/7", "24 heures sur 24, 7 jours sur 7"),
        ("à confirmer", "heures à confirmer"),
        (
            {"lundi au vendredi": "9h-12h", "mercredi": "14h-17h", "jours fériés": "fermé"},
            "le lundi, le mardi, le jeudi et le vendredi de 9 h à 12 h ; le mercredi de 14 h à 17 h ; fermé les jours fériés",
        ),
        (
            {"mardi": "9h-12h", "jeudi": "9h-12h", "lundi": "10h-11h", "jours fériés": "ouvert"},
            "le lundi de 10 h à 11 h ; le mardi et le jeudi de 9 h à 12 h ; les jours fériés comme les autres jours",
        ),
        (
            {"lundi au vendredi": "9h-12h", "en juillet et août, mardi": "10h-11h", "jours fériés": "fermé"},
            "du lundi au vendredi de 9 h à 12 h ; mais en juillet et en août, le mardi de 10 h à 11 h ; fermé les jours fériés",
        ),
        (
            {"d’octobre à avril, jeudi": "20h30-21h30", "le 1er mai": "fermé"},
            "d’octobre à avril, le jeudi de 20 h 30 à 21 h 30 ; fermé le 1er mai ; jours fériés : à vérifier",
        ),
        (
            {"lundi": "9h-12h, 14h-17h sur rendez-vous", "mardi": "19h-", "vendredi": "heures à confirmer", "samedi": "19h-2h"},
            "le lundi de 9 h à 12 h et de 14 h à 17 h (sur rendez-vous) ; le mardi à partir de 19 h ; "
            "le vendredi : heures à confirmer ; le samedi de 19 h à 2 h ; jours fériés : à vérifier",
        ),
        (
            "Mo-Fr 10:00-12:00, We 14:00-16:00; Mo 11:00-11:30 off; PH off",
            "du lundi au vendredi de 10 h à 12 h ; le mercredi, aussi de 14 h à 16 h ; fermé le lundi de 11 h à 11 h 30 ; "
            "fermé les jours fériés",
        ),
        (
            {"vendredi": "19h-minuit", "samedi, dimanche et jours fériés": "12h-20h"},
            "le vendredi de 19 h à minuit ; le samedi, le dimanche et les jours fériés de 12 h à 20 h",
        ),
        (
            {"du 10 juillet au 1er septembre 2026, mercredi à dimanche": "12h-14h", "jours fériés": "fermé"},
            "du 10 juillet 2026 au 1er septembre 2026, du mercredi au dimanche de 12 h à 14 h ; fermé les jours fériés",
        ),
        ("week 02-53/2 Mo 09:00-12:00; PH off", "les semaines paires, le lundi de 9 h à 12 h ; fermé les jours fériés"),
        ("2026 Jul Mo[-1] 09:00-12:00; PH off", "en juillet 2026, le dernier lundi du mois de 9 h à 12 h ; fermé les jours fériés"),
    ],
)
def test_the_sentence_says_the_value(valeur, attendu):
    assert dit(valeur) == attendu


def test_a_closure_is_said_with_its_reason():
    compose = composer(lire("Mo 09:00-12:00; PH off"), None, [Fermeture(date(2026, 12, 24), date(2027, 1, 3), "congés")])
    assert phrase(compose, FR).endswith("fermé du 24\u00a0décembre 2026 au 3\u00a0janvier 2027 (congés)")


def test_times_and_days_do_not_break_across_lines():
    assert "17\u00a0h\u00a030" in phrase(lire("Mo 14:00-17:30"), FR)


def test_another_language_brings_its_days_and_times():
    texte = phrase(lire("Mo 14:00-17:30; PH off"), EN)
    assert texte == "Mondays from 14:00 to 17:30; closed on public holidays"


def test_the_week_has_seven_rows_after_what_replaces_what():
    table = semaine(lire({"lundi au vendredi": "9h-12h, 14h-17h30", "mercredi": "fermé", "jours fériés": "fermé"}), FR)
    assert rangees(table.jours) == {
        "lundi": "9 h – 12 h, 14 h – 17 h 30",
        "mardi": "9 h – 12 h, 14 h – 17 h 30",
        "mercredi": "fermé",
        "jeudi": "9 h – 12 h, 14 h – 17 h 30",
        "vendredi": "9 h – 12 h, 14 h – 17 h 30",
        "samedi": "fermé",
        "dimanche": "fermé",
    }
    assert [(rangee.etat) for rangee in table.jours] == ["ouvert", "ouvert", "ferme", "ouvert", "ouvert", "ferme", "ferme"]
    assert [(ligne.quand, ligne.quoi) for ligne in table.autres] == [("les jours fériés", "fermé")]


def test_a_day_that_opens_now_and_then_does_not_read_closed():
    table = semaine(lire({"lundi": "9h-12h", "premier samedi du mois": "10h-12h"}), FR)
    assert rangees(table.jours)["samedi"] == "fermé, sauf exceptions"
    assert rangees(table.jours)["dimanche"] == "fermé"
    assert autres({"lundi": "9h-12h", "premier samedi du mois": "10h-12h"}) == [
        ("le premier samedi du mois", "10 h – 12 h"),
        ("les jours fériés", "à vérifier"),
    ]


def test_each_season_has_its_own_week_over_the_usual_one():
    table = semaine(lire({"lundi au vendredi": "9h-12h", "en juillet et août, mardi": "fermé", "en août, samedi": "8h-9h"}), FR)
    assert [saison.titre for saison in table.saisons] == ["en juillet et en août", "en août"]
    assert rangees(table.saisons[0].jours)["mardi"] == "fermé"
    assert rangees(table.saisons[0].jours)["lundi"] == "9 h – 12 h"
    assert rangees(table.saisons[1].jours)["samedi"] == "8 h – 9 h"


def test_hours_without_a_usual_week_have_no_rows_of_closed_days():
    table = semaine(lire({"d’octobre à avril, jeudi": "20h-21h"}), FR)
    assert table.jours == ()
    assert rangees(table.saisons[0].jours)["jeudi"] == "20 h – 21 h"


def test_unknown_hours_are_not_closed():
    table = semaine(lire({"vendredi": "heures à confirmer", "lundi": "19h-"}), FR)
    assert (rangees(table.jours)["vendredi"], table.jours[4].etat) == ("heures à confirmer", "inconnu")
    assert rangees(table.jours)["lundi"] == "à partir de 19 h"


def test_a_weekday_that_shares_its_rule_with_holidays_has_its_row():
    table = semaine(lire({"samedi et jours fériés": "12h-20h"}), FR)
    assert rangees(table.jours)["samedi"] == "12 h – 20 h"
    assert [(ligne.quand) for ligne in table.autres] == ["les jours fériés"]


def test_exceptions_stand_below_the_week():
    assert autres({"lundi": "9h-12h", "le 24 décembre 2026": "9h-10h", "en août": "fermé", "jours fériés": "ouvert"}) == [
        ("en août", "fermé"),
        ("le 24\u00a0décembre 2026", "9 h – 10 h"),
        ("les jours fériés", "comme les autres jours"),
    ]


@pytest.mark.parametrize(
    ("valeur", "doute"),
    [
        ({"lundi": "1h-17h"}, "« 1h-17h » dure 16 heures"),
        ({"lundi": "17h-9h"}, "« 17h-9h » dure 16 heures et passe minuit : les deux heures sont-elles inversées ?"),
        ({"lundi": "2h-5h"}, "« 2h-5h » commence dans la nuit : vouliez-vous dire « 14h » ?"),
        ({"lundi": "12h-12h10"}, "« 12h-12h10 » dure 10 minutes"),
        ({"lundi": "9h-12h, 11h-14h"}, "« 9h-12h » et « 11h-14h » se chevauchent"),
        ("Mo-Fr 00:00-24:00; PH off", "« Mo-Fr 00:00-24:00 » : ouvert jour et nuit"),
        ("PH off; Mo-Fr 09:00-12:00", "« PH off » (jours fériés) vient avant d'autres jours, qui la remplacent"),
        ("Aug off; Mo-Fr 09:00-12:00", "« Aug off » vient avant d'autres jours, qui la remplacent"),
        ("SH off; Mo-Fr 09:00-12:00", "« SH off » vient avant d'autres jours, qui la remplacent"),
    ],
)
def test_hours_that_look_like_a_typing_error_are_doubted(valeur, doute):
    (phrase_de_doute,) = suspects(lire(valeur))
    assert phrase_de_doute.startswith(doute)


@pytest.mark.parametrize(
    "valeur", ["24/7", "Mo-Fr 09:00-12:00,14:00-17:30; Sa[1] 10:00-12:00; PH off", "Mo-Su 19:00-02:00", {"lundi": "7h-20h"}]
)
def test_usual_hours_raise_no_doubt(valeur):
    assert suspects(lire(valeur)) == []


def test_a_season_that_names_no_days_is_doubted_where_the_week_leaves_some_closed():
    (doute,) = suspects(lire({"mardi au samedi": "8h-20h", "du 15 novembre au 15 décembre": "10h-18h"}))
    assert "ouvre aussi lundi et dimanche" in doute
    assert "mardi au samedi" in doute


def test_a_season_that_names_its_days_or_follows_a_whole_week_raises_no_doubt():
    assert suspects(lire({"mardi au samedi": "8h-20h", "en août, mardi au samedi": "10h-18h"})) == []
    assert suspects(lire({"tous les jours": "8h-20h", "en août": "10h-18h"})) == []


def test_one_day_of_the_year_is_a_line_and_no_week_of_its_own():
    service = composer(lire({"lundi au vendredi": "9h-17h", "le 24 décembre": "9h-11h"}), lire({"mercredi": "9h-12h"}), ())
    table = semaine(service, FR)
    assert table.saisons == () and "Dec 24" in service.osm
    assert ("le 24 décembre, le mercredi", "9 h – 11 h") in [
        (ligne.quand.replace("\u00a0", " "), ligne.quoi.replace("\u00a0", " ")) for ligne in table.autres]


def test_hours_that_an_exception_leaves_out_are_told_from_when_to_when():
    service = composer(lire({"lundi au vendredi": "9h-17h", "jours fériés": "9h-12h"}), lire({"mardi": "14h-16h"}), ())
    dits = [(ligne.quand, ligne.quoi.replace("\u00a0", " ")) for ligne in semaine(service, FR).autres]
    assert dits[0] == ("les jours fériés", "fermé de 14 h à 16 h")
    assert semaine(service, EN).autres[0].quoi == "closed from 14:00 to 16:00"
