#!/usr/bin/env bash
# Open day and night, all week: on Mondays, says the national library.
#
# Expected: the library that the State publishes to turn hours in OpenStreetMap's form into the days of a week and back (for the
# places of digital mediation) gives back « 24/7 » as seven days, and knows French public holidays: its README names no limit.
# Really: each uninterrupted opening goes to the day on which it begins, with two times of day and no date. « 24/7 » is one opening
# and comes back as « Mo 00:00-23:59 », a weekend without a pause as Friday alone: no error, no warning. And as it gives its engine
# null for the place, which means Baden-Württemberg there, « PH off » shuts Epiphany and Corpus Christi and opens 14 July.
# Matters: a shelter or a line that never closes is published as open one day of the week; on 14 July people stand before a door.
# Here: imports are read by `plugins/quifaitquoi/horaires/`, which keeps `24/7` and nights whole; docs/horaires.md tells of null.
# Seen 2026-11-29.
set -euo pipefail
dossier=$(mktemp -d)
trap 'rm -rf "$dossier"' EXIT
cd "$dossier"
npm install --silent --no-audit --no-fund @gouvfr-anct/timetable-to-osm-opening-hours@2.1.0 opening_hours@3.15.0
cat > essai.mjs <<'JS'
import assert from "node:assert";
import { readFileSync } from "node:fs";
import * as bibliotheque from "@gouvfr-anct/timetable-to-osm-opening-hours";

const version = (nom) => `${nom} ${JSON.parse(readFileSync(`node_modules/${nom}/package.json`)).version}`;
console.log(version("@gouvfr-anct/timetable-to-osm-opening-hours"), version("opening_hours"), "Node", process.version);
const ecrit = "Mo-Fr 09:00-12:00; PH off";
const essais = [
  ["2026-11-25", "Mo-Fr 09:00-12:00,14:00-17:00", "Mo-Fr 09:00-12:00,14:00-17:00"], // as it should be
  ["2026-11-25", "24/7", "Mo 00:00-23:59"],
  ["2026-11-25", "Mo-Su 00:00-24:00", "Mo 00:00-23:59"],
  ["2026-11-25", "Fr-Su 00:00-24:00", "Fr 00:00-23:59"],
  ["2027-07-14", ecrit, "Mo-Fr 09:00-12:00"], // a Wednesday, the French national day
  ["2027-01-06", ecrit, "Mo-Fr 09:00-12:00; We off"], // Epiphany, an ordinary Wednesday in France
  ["2027-05-27", ecrit, "Mo-Fr 09:00-12:00; Th off"], // Corpus Christi, an ordinary Thursday in France
];
for (const [jour, valeur, attendu] of essais) {
  const midi = new Date(`${jour}T12:00:00`);
  const semaine = bibliotheque.fromTimetableOpeningHours(bibliotheque.toTimetableOpeningHours(midi)(valeur));
  const liste = bibliotheque.fromTimetableOsmOpeningHours(bibliotheque.toTimetableOsmOpeningHours(midi)(valeur));
  console.log(`week of ${jour}: ${valeur}\n    comes back as ${semaine}`);
  assert.equal(semaine, attendu, "it changed");
  assert.equal(liste, attendu, "its second pair of functions changed");
}
JS
TZ=Europe/Paris node essai.mjs
