"""A date as people write it has one meaning, or none."""

import pytest

from quifaitquoi.horaires.dates import date_ecrite


@pytest.mark.parametrize("ecrit", [
    "24 décembre 2026", "le 24 déc. 2026", "Le 24 Decembre 2026.", "jeudi 24 décembre 2026", "24/12/2026", "24.12.2026",
    "le 24-12-2026", "2026-12-24", "2026/12/24", "24\u00a0décembre\u00a02026"])
def test_a_day_is_read_however_it_is_written(ecrit):
    assert date_ecrite(ecrit) == "2026-12-24"


@pytest.mark.parametrize(("ecrit", "lu"), [
    ("1er mars 2027", "2027-03-01"), ("1 mar. 2027", "2027-03-01"), ("octobre 2026", "2026-10"), ("en oct. 2026", "2026-10"),
    ("10/2026", "2026-10"), ("2026-10", "2026-10")])
def test_only_the_month_is_told_where_no_day_is(ecrit, lu):
    assert date_ecrite(ecrit) == lu


@pytest.mark.parametrize("ecrit", [
    "lundi 24 décembre 2026", "24 décembre", "24/12/26", "31 février 2026", "2026-02-30", "13/2026", "0000-01-01", "2026",
    "demain", "24", "24/12", "9h-12h", ""])
def test_what_is_in_doubt_or_in_no_calendar_is_no_date(ecrit):
    assert date_ecrite(ecrit) is None
