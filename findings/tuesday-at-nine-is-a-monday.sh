#!/usr/bin/env bash
# « Mardi 9h », the next lesson: a Monday three weeks ago.
#
# Expected: dateparser, which knows French (its page reads « Le 11 Décembre 2014 à 09:00 »), reads the hour as people write it in
# France, 9h or 9 h, or gives None; with `PREFER_DATES_FROM: future` a weekday is the next one, as « Tuesday 9am » is.
# Really: figures before « h » count as an hour where minutes follow (« 9h00 ») or « à » stands before an unspaced one. Else, beside
# a weekday, they are the day of the month: « mardi 9h » is Monday the 9th, at midnight, in the past, « mardi 14h » a Saturday;
# beside « demain » they are hours from now: « demain 9h », asked at ten, is tomorrow at 19:00. « mardi 1 décembre 14h » is in 2114.
# That 20h alone is not an hour is known (dateparser issue 943).
# Matters: announcements of lessons and meals become dates that are valid and wrong, on round hours alone, which most are.
# Here: `plugins/quifaitquoi/horaires/` reads hours and dates itself.
# Seen 2026-11-29.
set -euo pipefail
dossier=$(mktemp -d)
trap 'rm -rf "$dossier"' EXIT
python3 -m venv "$dossier/venv"
"$dossier/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0
"$dossier/venv/bin/python" -W ignore - <<'PYTHON'
from datetime import datetime

import dateparser

print("dateparser", dateparser.__version__, "| asked on Monday 30 November 2026 at 10:00, future preferred")
REGLAGES = {"RELATIVE_BASE": datetime(2026, 11, 30, 10), "PREFER_DATES_FROM": "future"}
ATTENDU = {
    ("en", "Tuesday 9am"): "Tue 2026-12-01 09:00", ("fr", "mardi 9h30"): "Tue 2026-12-01 09:30",
    ("fr", "mardi 9h00"): "Tue 2026-12-01 09:00", ("fr", "mardi à 9h"): "Tue 2026-12-01 09:00",
    ("fr", "mardi 9h"): "Mon 2026-11-09 00:00", ("fr", "mardi à 9 h"): "Mon 2026-11-09 00:00",
    ("fr", "mardi 14h"): "Sat 2026-11-14 00:00", ("fr", "demain 9h"): "Tue 2026-12-01 19:00",
    ("fr", "demain à 9 heures"): "Tue 2026-12-01 19:00", ("fr", "mardi 1 décembre 14h"): "Sat 2114-12-01 00:00",
    ("en", "Tuesday 1 December 2pm"): "Tue 2026-12-01 14:00",
}
vus = {}
for langue, ecrit in ATTENDU:
    lu = dateparser.parse(ecrit, languages=[langue], settings=REGLAGES)
    vus[langue, ecrit] = lu and f"{lu:%a %Y-%m-%d %H:%M}"
    print(f"{langue}: {ecrit:22} {vus[langue, ecrit]}")
assert vus == ATTENDU, "it changed"
PYTHON
