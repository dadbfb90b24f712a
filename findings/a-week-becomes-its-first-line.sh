#!/usr/bin/env bash
# Three days, each with its line: all open as on Monday, the closed one too.
#
# Expected: parse-opening-hours (« parses opening hours from various human-readable strings ») reads a whole text, or raises an
# error at what it does not know, as it does at « 2nd Tuesday » and « by appointment only ».
# Really: it looks for days, then for the first pair of hours, and what follows is left without a word. « Monday: 9am-12pm, Tuesday:
# closed, Wednesday: 2pm-5pm », a line each, is 9 to 12 on all three; after « Mon-Fri 9am-12pm and 1pm-5pm » no afternoon is left;
# « closed Wednesday » is not heard, nor « first of month only ». A range over a weekend, « Fri-Mon », is Friday. And 12am is noon:
# « Mon 12am-8am » gives 12:00 to 20:00.
# Matters: what comes out is tidy JSON; people stand before a door on its day off, and a night is given as a day.
# Here: `plugins/quifaitquoi/horaires/` reads all of a line or refuses it, naming the passage.
# Seen 2026-11-29.
set -euo pipefail
dossier=$(mktemp -d)
trap 'rm -rf "$dossier"' EXIT
cd "$dossier"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check parse-opening-hours==0.4.2
venv/bin/python - <<'PYTHON'
from importlib.metadata import version

from opening_hours import OpeningHours

print("parse-opening-hours", version("parse-opening-hours"))


def lu(texte):
    try:
        return " ".join(f"{jour['day'][:2]} {jour['opens']}-{jour['closes']}" for jour in OpeningHours.parse(texte).json())
    except Exception:
        return "refused"


attendu = {
    "Mon, Wed, Fri 9am-12pm": "mo 9:00-12:00 we 9:00-12:00 fr 9:00-12:00",
    "Monday: 9am-12pm\nTuesday: closed\nWednesday: 2pm-5pm": "mo 9:00-12:00 tu 9:00-12:00 we 9:00-12:00",
    "Mon-Tue 9am-12pm and 1pm-5pm": "mo 9:00-12:00 tu 9:00-12:00",
    "Mon-Fri 9am-5pm, closed Wednesday": "mo 9:00-17:00 tu 9:00-17:00 we 9:00-17:00 th 9:00-17:00 fr 9:00-17:00",
    "Tuesday 9am-12pm (first of month only)": "tu 9:00-12:00",
    "Fri-Mon 10am-4pm": "fr 10:00-16:00",
    "Mon 12am-8am": "mo 12:00-20:00",
    "2nd Tuesday 9am-12pm": "refused",
    "By appointment only": "refused",
}
vus = {texte: lu(texte) for texte in attendu}
for texte, lus in vus.items():
    print(f"{' / '.join(texte.splitlines()):58} {lus}")
assert vus == attendu, "it changed"
PYTHON
