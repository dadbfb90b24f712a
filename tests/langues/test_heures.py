"""Hours, dates and distances as a reader of each language would say them."""

from __future__ import annotations

import re
from datetime import date

import pytest

from quifaitquoi.horaires import lire, phrase, semaine
from quifaitquoi.langues import langue
from quifaitquoi.langues.dates import date_longue, noms_des_mois

PHRASES = [
    ({"lundi au vendredi": "9h-12h, 14h-17h30", "jours fériés": "fermé"},
     "Monday to Friday from 9:00 to 12:00 and from 14:00 to 17:30; closed on public holidays",
     "من الاثنين إلى الجمعة من 9:00 إلى 12:00 ومن 14:00 إلى 17:30؛ مغلق أيام العطل الرسمية"),
    ({"mardi et jeudi": "18h30-minuit", "jours fériés": "fermé"},
     "Tuesdays and Thursdays from 18:30 to midnight; closed on public holidays",
     "الثلاثاء والخميس من 18:30 إلى منتصف الليل؛ مغلق أيام العطل الرسمية"),
    ({"premier samedi du mois": "10h-12h", "jours fériés": "fermé"},
     "on the first Saturday of the month from 10:00 to 12:00; closed on public holidays",
     "السبت الأول من الشهر من 10:00 إلى 12:00؛ مغلق أيام العطل الرسمية"),
    ({"tous les jours": "24h/24", "jours fériés": "comme les autres jours"},
     "24 hours a day, 7 days a week; on public holidays as on other days",
     "24 ساعة في اليوم، 7 أيام في الأسبوع؛ في أيام العطل الرسمية كباقي الأيام"),
]


@pytest.mark.parametrize(("ecrit", "anglais", "arabe"), PHRASES)
def test_hours_read_well_in_english_and_in_arabic(ecrit, anglais, arabe):
    horaires = lire(ecrit)
    assert phrase(horaires, langue("en")) == anglais
    assert phrase(horaires, langue("ar")) == arabe


def test_a_week_names_its_days_in_the_reader_s_language():
    horaires = lire({"lundi": "9h-12h"})
    assert [r.nom for r in semaine(horaires, langue("ar")).jours][:2] == ["الاثنين", "الثلاثاء"]
    assert semaine(horaires, langue("ar")).jours[0].plages == ("من 9:00 إلى 12:00",)
    assert semaine(horaires, langue("en")).jours[1].plages == ("closed",)


def test_what_a_contributor_wrote_among_hours_keeps_its_own_direction():
    horaires = lire('Mo 09:00-12:00 "sauf en août"')
    assert "\u2068sauf en août\u2069" in phrase(horaires, langue("ar"))
    assert "\u2068" not in phrase(horaires, langue("fr")) + phrase(horaires, langue("fr-x-falc"))


@pytest.mark.parametrize(("code", "attendu"), [
    ("fr", "1er novembre 2026"), ("fr-x-falc", "1er novembre 2026"), ("en", "1 November 2026"), ("ar", "1 نوفمبر 2026")])
def test_dates_are_in_words_and_a_day_comes_before_its_month(code, attendu):
    assert date_longue(date(2026, 11, 1), langue(code).locale).replace("\u00a0", " ") == attendu


@pytest.mark.parametrize("code", ["en", "ar"])
def test_digits_are_those_of_the_doors_and_phones_here(code):
    horaires = lire({"lundi": "9h-12h"})
    assert "9:00" in phrase(horaires, langue(code))


@pytest.mark.parametrize("code", ["ru", "uk"])
def test_months_that_no_day_goes_with_are_not_in_the_case_of_a_date(code):
    """CLDR gives « жовтня » for a date, « жовтень » for the month itself; the sentence around them is the translator's."""
    noms = set(noms_des_mois(langue(code).locale).values())
    dit = phrase(lire({"octobre à avril, jeudi": "19h-21h"}), langue(code))
    assert len(noms & set(re.findall(r"\w+", dit.lower()))) == 2, dit
    fin = phrase(lire({"du 1er juillet 2027 au 31 août 2027, jeudi": "19h-21h"}), langue(code))
    assert "2027" in fin and "г." not in fin and "р." not in fin
