"""OpenStreetMap values: one spelling out of many, and sentences for what cannot be evaluated."""

import pytest

from quifaitquoi.horaires import HorairesIllisibles, lire


def le_message(valeur: str) -> str:
    with pytest.raises(HorairesIllisibles) as erreur:
        lire(valeur)
    (faute,) = erreur.value.fautes
    assert faute.chemin == ()
    return faute.message


@pytest.mark.parametrize(
    ("valeur", "canonique"),
    [
        ("Mo-Fr 9:00-12:00, 14:00-17:30", "Mo-Fr 09:00-12:00,14:00-17:30"),
        ("mo-fr 09:00-12:00;sa[1] 10:00-12:00;ph closed", "Mo-Fr 09:00-12:00; Sa[1] 10:00-12:00; PH off"),
        ("Mo,Tu,We 10:00-12:00", "Mo-We 10:00-12:00"),
        ("10:00-12:00", "Mo-Su 10:00-12:00"),
        ("24/7", "24/7"),
        ("Mo-Su 00:00-24:00", "24/7"),
        ("Mo-Fr 22:00-02:00", "Mo-Fr 22:00-26:00"),
        ("Mo 19:00+", "Mo 19:00+"),
        ("Oct 01-Apr 30: Mo 10:00-12:00", "Oct 01-Apr 30 Mo 10:00-12:00"),
        ("Jul 4-10 10:00-11:00", "Jul 04-Jul 10 10:00-11:00"),
        ("Dec 24,31 10:00-12:00", "Dec 24,Dec 31 10:00-12:00"),
        ("Jul,Aug 10:00-11:00", "Jul-Aug 10:00-11:00"),
        ("2026 Jul,Aug Mo 10:00-11:00", "2026 Jul-Aug Mo 10:00-11:00"),
        ("2026-2027 Mo 10:00-11:00", "2026-2027 Mo 10:00-11:00"),
        ("2026+ Mo 10:00-11:00", "2026+ Mo 10:00-11:00"),
        ("week 2-53/2 Mo 10:00-11:00", "week 02-53/2 Mo 10:00-11:00"),
        ("Mo[1,3-4] 10:00-11:00", "Mo[1,3,4] 10:00-11:00"),
        ("Mo-Fr 10:00-11:00; easter -2 days off", "Mo-Fr 10:00-11:00; easter -2 days off"),
        ("Mo-Fr 10:00-11:00, We 14:00-16:00", "Mo-Fr 10:00-11:00, We 14:00-16:00"),
        ("Mo-Fr 10:00-17:00, We 12:00-13:00 off", "Mo-Fr 10:00-17:00; We 12:00-13:00 off"),
        ("Mo–Fr 09:00–12:00", "Mo-Fr 09:00-12:00"),
    ],
)
def test_a_value_has_one_spelling(valeur, canonique):
    assert lire(valeur).osm == canonique
    assert lire(canonique).osm == canonique


def test_a_comment_without_a_state_is_a_condition_so_the_hours_are_unknown():
    assert lire('Mo 10:00-12:00 "sur rendez-vous"').osm == 'Mo 10:00-12:00 unknown "sur rendez-vous"'


def test_a_french_comment_does_not_make_a_value_french():
    assert lire('Mo 10:00-12:00 open "sauf lundi de Pâques"').osm == 'Mo 10:00-12:00 open "sauf lundi de Pâques"'


def test_nth_weekdays_of_several_months_are_written_month_by_month():
    # opening-hours-py reads « Jan,Mar Sa[1] » as all of January.
    assert lire("Jan,Mar Sa[1] 10:00-12:00").osm == "Jan Sa[1] 10:00-12:00; Mar Sa[1] 10:00-12:00"


def test_a_rule_wholly_hidden_by_the_next_is_an_error_that_proposes_both():
    assert le_message("Mo-Fr 09:00-12:00; Mo-Fr 14:00-17:00") == (
        "La règle « Mo-Fr 09:00-12:00 » ne sert jamais : la règle « Mo-Fr 14:00-17:00 » la remplace tous les jours. "
        "Pour garder les deux, écrivez « Mo-Fr 09:00-12:00,14:00-17:00 »."
    )


@pytest.mark.parametrize(
    "valeur",
    [
        "Mo 09:00-12:00; Mo-Fr 14:00-17:00",
        "PH off; Mo-Su 09:00-10:00",
        "Sa[1] 10:00-12:00; Sa-Su 14:00-16:00",
        "Jul Mo 10:00-12:00; Jun-Aug 09:00-10:00",
        "2026 Dec 24 10:00-12:00; Mo-Su 09:00-10:00",
        "2045 Dec 24 10:00-12:00; 2045 09:00-10:00",
        "easter 10:00-12:00; Su 09:00-10:00",
        "week 05 Mo 10:00-12:00; week 01-10 09:00-10:00",
        "Mo-Tu 09:00-12:00; Mo 10:00-11:00; Tu 10:00-11:00",
    ],
)
def test_a_hidden_rule_is_found_whatever_hides_it(valeur):
    assert "ne sert jamais" in le_message(valeur)


@pytest.mark.parametrize(
    "valeur",
    [
        "Mo-Fr 09:00-12:00; Mo 14:00-17:00",
        "PH off; Mo-Fr 09:00-10:00",
        "Mo 09:00-12:00, Mo 14:00-17:00",
        "Mo 09:00-17:00; Mo 12:00-13:00 off",
        "easter +1 day off; Tu 10:00-11:00",
        "Jul-Aug 09:00-10:00; 2026 Jul Mo 10:00-12:00",
    ],
)
def test_a_rule_that_shows_on_some_day_is_not_hidden(valeur):
    assert lire(valeur)


@pytest.mark.parametrize("valeur", ["off", "fermé", "Mo off", "2026 Dec 24-2027 Jan 03 off", "Mo 10:00-12:00; 24/7 off"])
def test_hours_that_never_open_are_an_error(valeur):
    with pytest.raises(HorairesIllisibles):
        lire(valeur)


@pytest.mark.parametrize(
    ("valeur", "message"),
    [
        ("Mo,SH 09:00-12:00", "« SH » (vacances scolaires) avec d'autres jours se lit de deux façons"),
        ("SH,Mo-Fr 09:00-12:00", "écrivez « SH Mo-Fr 10:00-12:00 » pour ces jours-là pendant les vacances"),
        ("SH +1 day off", "« SH » (vacances scolaires)"),
        ("sunrise-sunset", "« sunrise » dépend du soleil"),
        ("Mo 08:00-dusk", "« dusk » dépend du soleil"),
        ("Mo-Fr 09:00-12:00; PH off || unknown", "« || » (sinon) ne se lit qu'une fois"),
        ("Mo 10:00", "Une heure seule ne dit pas quand on ferme"),
        ("Mo 25:00-26:00", "« 25:00 » n'est pas une heure"),
        ("Mo 10:75-12:00", "« 10:75 » n'est pas une heure"),
        ("Mo 10:00-10:00", "commence et finit à la même heure"),
        ("Feb 30 off", "« Feb 30 » n'existe pas dans le calendrier"),
        ("2027 Jan 03-2026 Dec 24 off", "dans l'ordre"),
        ("Mo[6] 10:00-12:00", "« 6 » n'est pas un rang dans le mois (de 1 à 5)"),
        ("week " + "9" * 900, "9… » n'est pas un numéro de semaine"),
        ("week 54 Mo 10:00-12:00", "« 54 » n'est pas un numéro de semaine"),
        ("1850 Mo 10:00-12:00", "« 1850 » n'est pas une année"),
        ("PH +2 days off", "seule la veille"),
        ("Mo 10:00-12:00+", "après une plage"),
        ("xyz", "« xyz » n'est pas compris à cette place"),
        ("Mo-Fr 9h-12h", "n'est pas compris"),
        (";".join(f"{annee} Mo 10:00-12:00" for annee in range(2020, 2040)), "plus de 12 années"),
    ],
)
def test_what_cannot_be_evaluated_is_refused_by_name(valeur, message):
    assert message in le_message(valeur)
