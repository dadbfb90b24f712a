#!/usr/bin/env bash
# The last lesson, which is in the calendar in Paris and not in Cayenne.
#
# Expected: icalendar, given a time with its zone for the UNTIL of a rule, writes that instant as the format asks: in UTC, with a Z,
# where DTSTART has a zone (RFC 5545, 3.3.10: « MUST »). It does so by itself for DTSTAMP; and a last lesson at UNTIL is inclusive.
# Really: it writes the figures of the clock and drops the zone, UNTIL=20270316T180000. recurring-ical-events, made for it, and npm
# ical.js take them for UTC: west of Greenwich, in Guyane and Martinique, the last lesson is gone; in Paris and in Réunion it is
# there. icalevents raises ValueError, node-ical is right everywhere. `until.astimezone(UTC)` cures all of them.
# Matters: tested in Paris, published overseas: the last time of each series is missing, and nobody is told that it takes place.
# Here: `plugins/quifaitquoi/site/agendas.py` writes an event for each time, in UTC, and no rule.
# Seen 2026-11-29.
set -euo pipefail
dossier=$(mktemp -d)
trap 'rm -rf "$dossier"' EXIT
cd "$dossier"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check icalendar==7.3.0 recurring-ical-events==3.8.2 icalevents==0.3.1 tzdata==2026.6
npm install --silent --no-audit --no-fund node-ical@0.26.1 ical.js@2.2.1
cat > npm.mjs <<'JS'
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import ical from "node-ical";
function parIcalJs(texte) {
  const agenda = new ICAL.Component(ICAL.parse(texte));
  agenda.getAllSubcomponents("vtimezone").forEach((zone) => ICAL.TimezoneService.register(zone));
  const suite = new ICAL.Event(agenda.getFirstSubcomponent("vevent")).iterator();
  let fois = 0;
  while (suite.next()) fois += 1;
  return fois;
}
function parNodeIcal(texte) {
  const evenement = Object.values(ical.sync.parseICS(texte)).find((partie) => partie.type === "VEVENT");
  return ical.expandRecurringEvent(evenement, { from: new Date("2027-02-01"), to: new Date("2027-07-01") }).length;
}
console.log(JSON.stringify(JSON.parse(readFileSync("agendas.json")).map((texte) => [parNodeIcal(texte), parIcalJs(texte)])));
JS
venv/bin/python - <<'PYTHON'
import json
import subprocess
from datetime import UTC, date, datetime
from importlib.metadata import version
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar, Event
from icalevents import icalparser

noms = [f"{nom} {version(nom)}" for nom in ("recurring-ical-events", "icalevents")] + ["node-ical 0.26.1", "ical.js 2.2.1"]
print("icalendar", version("icalendar"), "| three lessons, on Tuesdays at 18:00, UNTIL the third")


def agenda(zone, en_utc):
    debut, dernier = (datetime(2027, 3, jour, 18, tzinfo=ZoneInfo(zone)) for jour in (2, 16))
    cours = Event()
    for champ, valeur in {"uid": "cours@port-exemple.invalid", "dtstamp": datetime(2027, 1, 1, tzinfo=UTC), "summary": "Cours",
                          "dtstart": debut, "dtend": debut.replace(hour=20)}.items():
        cours.add(champ, valeur)
    cours.add("rrule", {"freq": "weekly", "until": dernier.astimezone(UTC) if en_utc else dernier})
    ecrit = Calendar()
    ecrit.add("prodid", "-//Port-Exemple//FR")
    ecrit.add("version", "2.0")
    ecrit.add_component(cours)
    ecrit.add_missing_timezones()
    return ecrit.to_ical().decode()


def par_recurring(texte):
    return len(recurring_ical_events.of(Calendar.from_ical(texte)).between(date(2027, 2, 1), date(2027, 7, 1)))


def par_icalevents(texte):
    try:
        return len(icalparser.parse_events(texte.encode(), start=datetime(2027, 2, 1, tzinfo=UTC), end=datetime(2027, 7, 1, tzinfo=UTC)))
    except ValueError:
        return "ValueError"


zones = ("Europe/Paris", "Indian/Reunion", "America/Cayenne", "America/Martinique")
cas = {(zone, en_utc): agenda(zone, en_utc) for en_utc in (False, True) for zone in zones}
with open("agendas.json", "w") as sortie:
    json.dump(list(cas.values()), sortie)
npm = json.loads(subprocess.run(["node", "npm.mjs"], check=True, capture_output=True, text=True).stdout)
vus = {}
for ((zone, en_utc), texte), autres in zip(cas.items(), npm):
    jusqu_a = texte.split("UNTIL=")[1].split()[0]
    vus[zone, en_utc] = jusqu_a, par_recurring(texte), par_icalevents(texte), *autres
    print(f"{zone}, UNTIL={jusqu_a}:", ", ".join(f"{nom} {fois}" for nom, fois in zip(noms, vus[zone, en_utc][1:])))
local = "20270316T180000"
for zone in zones:
    lues = 3 if zone in ("Europe/Paris", "Indian/Reunion") else 2
    assert vus[zone, False] == (local, lues, "ValueError", 3, lues), f"it changed: {zone}"
    assert vus[zone, True][0].endswith("Z") and vus[zone, True][1:] == (3, 3, 3, 3), f"it changed: {zone}, in UTC"
PYTHON
