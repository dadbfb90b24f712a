#!/usr/bin/env bash
# Right in January, and all summer an hour late.
#
# Expected: icalendar's `add_missing_timezones` writes the rules of a zone into a calendar, as the format demands (RFC 5545, 3.6.5),
# and npm ical.js reads them, registered as its documentation says: 18:00 in Paris is 18:00 in Paris, winter and summer.
# Really: icalendar writes the changes of clocks as one RDATE with sixty dates behind commas, which is allowed; ical.js takes the
# first date of such a list, in 1977, and leaves the rest: the last change that it knows is to winter, for good. Every time between
# March and October is an hour late, in Paris, Montréal and Saint-Pierre; in winter, and in Réunion, all is right. No error. The
# same event with the changes as an RRULE, as calendars usually write them, is right in ical.js; node-ical, which goes by the name
# of the zone, is right too.
# Matters: built and tried in winter; from the end of March who follows the calendar comes when the meal is over.
# Here: `plugins/quifaitquoi/site/agendas.py` writes all times in UTC, so no zone is needed.
# Seen 2026-11-29.
set -euo pipefail
dossier=$(mktemp -d)
trap 'rm -rf "$dossier"' EXIT
cd "$dossier"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check icalendar==7.3.0 tzdata==2026.6
npm install --silent --no-audit --no-fund ical.js@2.2.1 node-ical@0.26.1
cat > npm.mjs <<'JS'
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import ical from "node-ical";
const lus = JSON.parse(readFileSync("agendas.json")).map((texte) => {
  const agenda = new ICAL.Component(ICAL.parse(texte));
  ICAL.TimezoneService.reset();
  agenda.getAllSubcomponents("vtimezone").forEach((zone) => ICAL.TimezoneService.register(zone));
  const parIcalJs = new ICAL.Event(agenda.getFirstSubcomponent("vevent")).startDate.toJSDate();
  const parNodeIcal = Object.values(ical.sync.parseICS(texte)).find((partie) => partie.type === "VEVENT").start;
  return [parIcalJs.toISOString(), parNodeIcal.toISOString()];
});
console.log(JSON.stringify(lus));
JS
venv/bin/python - <<'PYTHON'
import json
import re
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

REGLES = "\r\n".join((
    "BEGIN:VTIMEZONE", "TZID:Europe/Paris", "BEGIN:DAYLIGHT", "DTSTART:19810329T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT", "BEGIN:STANDARD", "DTSTART:19961027T030000", "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "END:VTIMEZONE"))


def agenda(zone, mois):
    repas = Event()
    for champ, valeur in {"uid": "repas@port-exemple.invalid", "dtstamp": datetime(2027, 1, 1, tzinfo=UTC), "summary": "Repas",
                          "dtstart": datetime(2027, mois, 13, 18, tzinfo=ZoneInfo(zone))}.items():
        repas.add(champ, valeur)
    ecrit = Calendar()
    ecrit.add("prodid", "-//Port-Exemple//FR")
    ecrit.add("version", "2.0")
    ecrit.add_component(repas)
    ecrit.add_missing_timezones()
    return ecrit.to_ical().decode()


def en_regles(texte):
    return re.sub("BEGIN:VTIMEZONE.*END:VTIMEZONE", REGLES, texte, flags=re.S)


cas = {(zone, mois): agenda(zone, mois) for zone in ("Europe/Paris", "America/Montreal", "America/Miquelon", "Indian/Reunion")
       for mois in (1, 7)}
cas |= {("Europe/Paris, as an RRULE", mois): en_regles(cas["Europe/Paris", mois]) for mois in (1, 7)}
with open("agendas.json", "w") as sortie:
    json.dump(list(cas.values()), sortie)
lus = json.loads(subprocess.run(["node", "npm.mjs"], check=True, capture_output=True, text=True).stdout)
print("icalendar", version("icalendar"), "| ical.js 2.2.1 | node-ical 0.26.1 | written: 18:00 on 13 January and 13 July 2027")
for (zone, mois), moments in zip(cas, lus):
    heures = [f"{datetime.fromisoformat(moment).astimezone(ZoneInfo(zone.split(',')[0])):%H:%M}" for moment in moments]
    print(f"{zone}, month {mois}: ical.js {heures[0]}, node-ical {heures[1]}")
    en_retard = mois == 7 and zone in ("Europe/Paris", "America/Montreal", "America/Miquelon")
    assert heures == ["19:00" if en_retard else "18:00", "18:00"], "it changed"
PYTHON
