#!/usr/bin/env bash
# Three months of works that end in the printing.
#
# Expected: what opening-hours-py prints of a value is that value in its own notation: read again, it opens and closes at the same
# hours. Its `normalize()` « will not affect the meaning of the expression », and its page has « 2025Jun-Aug » among its examples.
# Really: between a year and a month without a day it prints no blank, and a month that it reads behind a year without a blank is
# the first day of that month. « 2027 Jan-Mar off » comes out as « 2027Jan-Mar closed » and opens again on 2 March; « 2026 Dec Mo »
# never opens, « 2026 Dec Mo-Su » on one day of 31; normalized, a December is lost. No error, no warning. With days of the month or
# with two years all is right; npm opening_hours reads the printed form as it was meant, and cannot read the normalized one.
# Matters: a directory that stores or publishes the tidied value sends people to a closed door, and shuts one that opens in
# December.
# Here: `plugins/quifaitquoi/horaires/` writes values itself; the engine is only asked, never printed.
# Seen 2026-11-29.
set -euo pipefail
dossier=$(mktemp -d)
trap 'rm -rf "$dossier"' EXIT
cd "$dossier"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check opening-hours-py==2.1.4
npm install --silent --no-audit --no-fund opening_hours@3.15.0
cat > npm.mjs <<'JS'
import opening_hours from "opening_hours";
const jours = JSON.parse(process.argv[2]).map((valeur) => {
  try {
    const heures = new opening_hours(valeur, { lat: "48.58", lon: "7.75", address: { country_code: "fr" } });
    return heures.getOpenIntervals(new Date(2026, 10, 1), new Date(2028, 0, 1)).length;
  } catch {
    return "refused";
  }
});
console.log(JSON.stringify(jours));
JS
TZ=Europe/Paris venv/bin/python - <<'PYTHON'
import json
import subprocess
from datetime import datetime
from importlib.metadata import version

from opening_hours import OpeningHours

print("opening-hours-py", version("opening-hours-py"), "| npm opening_hours 3.15.0 | days open from November 2026 to the end of 2027")


def jours(valeur):
    ouvert = OpeningHours(valeur).intervals(datetime(2026, 11, 1), datetime(2028, 1, 1))
    return sum(str(etat) == "open" for _, _, etat, _ in ouvert)


def npm(*valeurs):
    fait = subprocess.run(["node", "npm.mjs", json.dumps(valeurs)], check=True, capture_output=True, text=True)
    return json.loads(fait.stdout)


attendu = {
    "Mo 10:00-12:00; 2027 Jan-Mar off": ("2027Jan-Mar closed", (48, 52, 44), [48, 48, "refused"]),
    "2026 Dec Mo 10:00-12:00": ("2026Dec Mo 10:00-12:00", (4, 0, 0), [4, 4, 4]),
    "2026 Dec Mo-Su 10:00-12:00": ("2026Dec Mo-Su 10:00-12:00", (31, 1, 1), [31, 31, "refused"]),
    "Mo 10:00-12:00; 2027 Jan 01-2027 Mar 31 off": ("2027 Jan 1-2027 Mar 31 closed", (48, 48, 48), [48, 48, 48]),
    "2026-2027 Dec Mo 10:00-12:00": ("2026-2027Dec Mo 10:00-12:00", (8, 8, 8), [8, 8, 8]),
}
vus = {}
for valeur in attendu:
    heures = OpeningHours(valeur)
    formes = valeur, str(heures), str(heures.normalize())
    vus[valeur] = formes[1].split("; ")[-1], tuple(map(jours, formes)), npm(*formes)
    for nom, forme, ici, la in zip(("written", "printed", "normalized"), formes, *vus[valeur][1:]):
        print(f"{nom + ':':11} {forme}\n    opening-hours-py {ici}, npm {la}")
assert vus == attendu, f"it changed: {vus}"
PYTHON
