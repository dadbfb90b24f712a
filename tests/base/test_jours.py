"""Days near the ends of the calendar."""

from datetime import date

import pytest

from quifaitquoi.base.jours import dans, lendemain


@pytest.mark.parametrize(("jour", "suivant"), [
    (date(2026, 12, 31), date(2027, 1, 1)), (date.min, date(1, 1, 2)), (date(9999, 12, 30), date.max), (date.max, date.max)])
def test_the_day_after_the_last_of_the_calendar_is_that_day_again(jour, suivant):
    assert lendemain(jour) == suivant


@pytest.mark.parametrize(("mois", "jour", "plus_tard"), [
    (6, date(2026, 8, 31), date(2027, 2, 28)), (6, date(9999, 6, 30), date(9999, 12, 30)), (6, date(9999, 7, 1), date.max)])
def test_months_later_is_never_after_the_calendar(mois, jour, plus_tard):
    assert dans(mois, jour) == plus_tard
