"""Hours of a source: read, or doubted with the source's text; never open night and day because nobody could read them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quifaitquoi.echanges.entrees.heures import comprises, semaine
from quifaitquoi.horaires import lire


@pytest.mark.parametrize("ecrit, osm", [
    ("Mo-Fr 08:30-12:30; PH off", "Mo-Fr 08:30-12:30; PH off"),
    ('Mo 08:00-18:00 open "Sans rendez-vous"; PH off', 'Mo 08:00-18:00 open "Sans rendez-vous"; PH off'),
    ("Mo 08:30-17:00 open, Tu 08:30-17:00 open, Sa closed", "Mo-Tu 08:30-17:00; Sa off"),
    ("Mo-Fr 7:30-18:30 open; Aug closed", "Mo-Fr 07:30-18:30; Aug off"),
    ("24/7", "24/7"),
])
def test_what_can_be_read_is_taken(ecrit, osm):
    lues, doute = comprises(ecrit)
    assert (lire(lues).osm, doute) == (osm, None)


@pytest.mark.parametrize("ecrit, lignes", [
    ("Mo-Fr 08:30-12:30; PH off", {"lundi au vendredi": "8h30-12h30", "jours fériés": "fermé"}),
    ("Mo-We,Fr 09:00-12:00,13:30-17:00; Th 13:30-18:30",
     {"lundi au mercredi, vendredi": "9h-12h, 13h30-17h", "jeudi": "13h30-18h30"}),
    ("Th[1,3] 14:00-16:30", {"1er et 3e jeudi du mois": "14h-16h30"}), ("Sa[-1] 09:00-13:00", {"dernier samedi du mois": "9h-13h"}),
    ('Mo-Fr 10:00-20:00 open "sur rendez-vous"; Aug off',
     {"lundi au vendredi": "10h-20h sur rendez-vous", "en août": "fermé"})])
def test_the_notation_becomes_the_lines_that_a_volunteer_would_write(ecrit, lignes):
    assert comprises(ecrit) == (lignes, None)


def test_what_no_lines_say_keeps_the_notation():
    assert comprises("Mo-Sa 08:30-10:00; PH 08:30-09:00 off") == ("Mo-Sa 08:30-10:00; PH 08:30-09:00 off", None)


def test_french_is_read_through_its_tags():
    assert comprises("<p>lundi au vendredi de 9h &agrave; 17h</p>") == ({"lundi au vendredi": "9h-17h"}, None)


@pytest.mark.parametrize("ecrit", [
    "PH open", "We open", "Mo-Fr open", "open", "PH off", "00:00-00:00", "Mo closed, Tu closed, We closed", "Mo-Su 00:00-00:00",
    "Mo-Fr 09:00-12:00; Mo-Fr 14:00-17:00", "2026 Jul 01-2026 Aug 31 off; Mo-Fr 09:00-17:00", 'closed "fermeture temporaire"',
    "<p>quand on peut</p>"])
def test_what_cannot_be_told_is_doubted_with_the_source_s_text(ecrit):
    lues, doute = comprises(ecrit)
    assert lues is None and doute.startswith("la source écrit : « ")


@pytest.mark.parametrize("ecrit, osm", [
    ("Mo-Fr 08:00-18:00; PH open", "Mo-Fr 08:00-18:00"),
    ('Mo-Fr 09:00-12:00; "sur rendez-vous"', "Mo-Fr 09:00-12:00"),
    ("Mo 08:00-12:00 open; fermé en août; PH closed", "Mo 08:00-12:00; PH off")])
def test_a_part_that_cannot_be_read_leaves_the_rest_and_a_doubt(ecrit, osm):
    lues, doute = comprises(ecrit)
    assert lire(lues).osm == osm and ecrit in doute


def test_nothing_is_said_of_hours_that_nobody_entered():
    assert comprises("") == comprises(None) == comprises(" ; ") == (None, None)


def test_days_in_a_row_share_a_line():
    matin = [("09:00", "12:00")]
    assert semaine({"lundi": matin, "mardi": matin, "mercredi": matin, "vendredi": [("13:30", "17:00")], "dimanche": matin}) == {
        "lundi, mardi, mercredi et dimanche": "9h-12h", "vendredi": "13h30-17h"}


JOUR = st.sampled_from(["Mo", "Tu-Fr", "Sa,Su", "PH", "We"])
HEURES = st.sampled_from(["09:00-12:00", "14:00-17:00", "open", "off", "closed", "00:00-00:00", '"sur rendez-vous"', ""])


@given(st.lists(st.tuples(JOUR, HEURES), min_size=1, max_size=4), st.sampled_from(["; ", ", "]))
def test_no_day_opens_night_and_day_unless_the_source_says_so(regles, entre):
    lues, _ = comprises(entre.join(f"{jour} {heures}".strip() for jour, heures in regles))
    assert lues is None or "24" not in lire(lues).osm


@given(st.text(max_size=60))
def test_any_text_is_read_or_doubted(ecrit):
    lues, doute = comprises(ecrit)
    assert lues is None or lire(lues)
    assert doute is None or len(doute) <= 400
