#!/usr/bin/env bash
# A meal on three dates: one calendar has all of them, two the first, one the others.
#
# Expected: an event that comes back on dates without a rule names its first in DTSTART and the others in RDATE; the set is all of
# them (RFC 5545, 3.8.5.2, and 3.8.5.3: DTSTART « defines the first instance »). RDATE is the plain way to write « 2 March, 10
# March, 2 April », so a library that expands events and drops EXDATEs knows it.
# Really: of four, one gives the three dates (recurring-ical-events, which lists RDATE). icalevents and node-ical's
# `expandRecurringEvent` give the first date alone, beside a rule as well; npm ical.js gives the others without the first, unless a
# rule stands beside them (known: pull request 534 of its repository). EXDATE and RRULE are right in all four. No error, no warning.
# Matters: what comes on chosen dates (a bus of showers, a lawyer, a parcel each month) is in the calendar once, or from the second
# time on; each of the calendars looks plausible.
# Here: `plugins/quifaitquoi/site/agendas.py` writes an event for each time, with neither rule nor list.
# Seen 2026-11-29.
set -euo pipefail
dossier=$(mktemp -d)
trap 'rm -rf "$dossier"' EXIT
cd "$dossier"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check icalendar==7.3.0 recurring-ical-events==3.8.2 icalevents==0.3.1
npm install --silent --no-audit --no-fund node-ical@0.26.1 ical.js@2.2.1
cat > npm.mjs <<'JS'
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import ical from "node-ical";
const jour = (quand) => quand.toISOString().slice(5, 10);
function parIcalJs(texte) {
  const suite = new ICAL.Event(new ICAL.Component(ICAL.parse(texte)).getFirstSubcomponent("vevent")).iterator();
  const jours = [];
  for (let quand = suite.next(); quand; quand = suite.next()) jours.push(jour(quand.toJSDate()));
  return jours;
}
function parNodeIcal(texte) {
  const evenement = Object.values(ical.sync.parseICS(texte)).find((partie) => partie.type === "VEVENT");
  return ical.expandRecurringEvent(evenement, { from: new Date("2027-02-01"), to: new Date("2027-07-01") }).map((fois) => jour(fois.start));
}
console.log(JSON.stringify(JSON.parse(readFileSync("agendas.json")).map((texte) => [parNodeIcal(texte), parIcalJs(texte)])));
JS
venv/bin/python - <<'PYTHON'
import json
import subprocess
from datetime import UTC, date, datetime
from importlib.metadata import version

import icalendar
import recurring_ical_events
from icalevents import icalparser


def agenda(*lignes):
    return "\r\n".join((
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Port-Exemple//FR", "BEGIN:VEVENT", "UID:repas@port-exemple.invalid",
        "DTSTAMP:20270101T000000Z", "SUMMARY:Repas", "DTSTART:20270302T170000Z", "DTEND:20270302T190000Z", *lignes, "END:VEVENT",
        "END:VCALENDAR", ""))


def ouvert(texte):
    repas = recurring_ical_events.of(icalendar.Calendar.from_ical(texte)).between(date(2027, 2, 1), date(2027, 7, 1))
    return sorted(f"{fois.start:%m-%d}" for fois in repas)


def par_icalevents(texte):
    repas = icalparser.parse_events(texte.encode(), start=datetime(2027, 2, 1, tzinfo=UTC), end=datetime(2027, 7, 1, tzinfo=UTC))
    return sorted(f"{fois.start:%m-%d}" for fois in repas)


DATES = "RDATE:20270310T170000Z,20270402T160000Z"
cas = {"dates": agenda(DATES), "dates and a rule": agenda("RRULE:FREQ=WEEKLY;COUNT=3", "RDATE:20270402T160000Z"),
       "a rule and an exception": agenda("RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20270309T170000Z")}
with open("agendas.json", "w") as sortie:
    json.dump(list(cas.values()), sortie)
npm = json.loads(subprocess.run(["node", "npm.mjs"], check=True, capture_output=True, text=True).stdout)
noms = [f"{nom} {version(nom)}" for nom in ("recurring-ical-events", "icalevents")] + ["node-ical 0.26.1", "ical.js 2.2.1"]
vus = {nom: dict(zip(noms, (ouvert(texte), par_icalevents(texte), *autres))) for (nom, texte), autres in zip(cas.items(), npm)}
for nom, lus in vus.items():
    print(nom, *(f"\n    {bibliotheque}: {' '.join(jours)}" for bibliotheque, jours in lus.items()))
trois, regle = ["03-02", "03-10", "04-02"], ["03-02", "03-09", "03-16"]
attendu = {"dates": [trois, trois[:1], trois[:1], trois[1:]],
           "dates and a rule": [[*regle, "04-02"], regle, regle, [*regle, "04-02"]],
           "a rule and an exception": [["03-02", "03-16"]] * 4}
assert {nom: list(lus.values()) for nom, lus in vus.items()} == attendu, "it changed"
PYTHON
