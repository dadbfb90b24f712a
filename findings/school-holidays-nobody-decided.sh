#!/usr/bin/env bash
# The school holidays of 2040, which no minister has decided.
#
# Expected: French school holidays are set by a decree a few years ahead (the last, of 21 July 2026, ends with the school year
# 2027-2028); a library that has them holds a table, and beyond it an error or nothing, as for other dates that a government sets.
# Its note says « available since the 2017-2018 school year » and cites the decrees.
# Really: Python's `holidays` has no table but a rule that fits the past, with years apart (2021, 2022, 2028) and an order of the
# zones that turned round in 2023; it gives whole school holidays for 2029, 2040 or 2100, each day with its name and without a
# mark. `vacances-scolaires-france`, which holds a table, refuses 2029 with an exception.
# Matters: `SH off` and `SH` in a directory then name dates that were never announced; parents read them as official.
# Here: beyond the last published day, hours that speak of school holidays are read both ways and are unknown where that makes a
# difference (`plugins/quifaitquoi/horaires/vacances.py`).
# Seen 2026-11-29.
set -euo pipefail
dossier=$(mktemp -d)
trap 'rm -rf "$dossier"' EXIT
cd "$dossier"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check holidays==0.109 vacances-scolaires-france==0.12.0
venv/bin/python - <<'PYTHON'
from datetime import timedelta
from importlib.metadata import version

import holidays
from vacances_scolaires_france import SchoolHolidayDates, UnsupportedYearException

print("holidays", holidays.__version__, "| vacances-scolaires-france", version("vacances-scolaires-france"))


def calcules(annee):
    return set(holidays.country_holidays("FR", subdiv="Zone B", categories=("school",), years=annee))


def publies(annee):
    return set(SchoolHolidayDates().holidays_for_year_and_zone(annee, "B"))


for annee in (2029, 2040, 2100):
    jours = calcules(annee)
    debuts = [f"{jour:%a %d %b}" for jour in sorted(jours) if jour - timedelta(1) not in jours]
    print(f"zone B, {annee}: {len(jours)} days, beginning {', '.join(debuts)}")
    assert len(debuts) == 7 and len(jours) > 110, "it changed"
    try:
        raise SystemExit(f"the table has {annee} now: {len(publies(annee))} days")
    except UnsupportedYearException as refus:
        print("    from the table:", refus)
assert calcules(2016) == set() and len(publies(2016)) > 100, "the past changed"
print("zone B, 2016: none by the rule,", len(publies(2016)), "days in the table")
PYTHON
