#!/usr/bin/env bash
# A night shelter that lasts until six the next evening.
#
# Expected: chrono-node, which names French among the languages that it supports in full, reads « mardi de 22h à 6h » as Tuesday
# 22:00 to Wednesday 6:00, as it does for « from 10pm to 6am » and 22:00-6:00: clocks in France have 24 hours, and no « pm ».
# Really: after a start in the afternoon an end up to noon is taken for one of the afternoon as well, and moved to the next day
# where it then lies before the start. « de 22h à 6h » lasts to 18:00, twenty hours; « de 18h à 2h » to 14:00; « de 20h à 8h » ends
# as it begins, and so does 20:00-08:00, in English too. In German « 22 Uhr bis 6 Uhr » is like 22h. With 22:00-6:00 the hour is
# right, and so is 9h-2h. And « de 9 h à 12 h », spaced as printers do, is two moments: nine hours from now, and noon today.
# Matters: the one kind of place that is open at night is shown open all day, or never; a test by day, 9h-12h, sees nothing.
# Here: `plugins/quifaitquoi/horaires/` reads hours itself, and a night is one `Plage` that ends after 24:00.
# Seen 2026-11-29.
set -euo pipefail
dossier=$(mktemp -d)
trap 'rm -rf "$dossier"' EXIT
cd "$dossier"
npm install --silent --no-audit --no-fund chrono-node@2.10.3
cat > essai.mjs <<'JS'
import assert from "node:assert";
import { readFileSync } from "node:fs";
import * as chrono from "chrono-node";

const { version } = JSON.parse(readFileSync("node_modules/chrono-node/package.json"));
console.log("chrono-node", version, "| asked on Monday 30 November 2026 at 10:00");
const instant = new Date(2026, 10, 30, 10);
const dit = (moment) => moment && moment.date().toLocaleString("sv").slice(5, 16);
const attendu = [
  ["fr", "mardi de 9h à 12h", "12-01 09:00 → 12-01 12:00"],
  ["fr", "mardi de 9h à 2h", "12-01 09:00 → 12-02 02:00"],
  ["en", "Tuesday from 10pm to 6am", "12-01 22:00 → 12-02 06:00"],
  ["fr", "mardi de 22:00 à 6:00", "12-01 22:00 → 12-02 06:00"],
  ["fr", "mardi de 22h à 6h", "12-01 22:00 → 12-02 18:00"],
  ["fr", "mardi de 21h à 7h30", "12-01 21:00 → 12-02 19:30"],
  ["fr", "mardi de 18h à 2h", "12-01 18:00 → 12-02 14:00"],
  ["fr", "mardi de 20h à 8h", "12-01 20:00 → 12-01 20:00"],
  ["en", "Tuesday 20:00-08:00", "12-01 20:00 → 12-01 20:00"],
  ["de", "Dienstag 22 Uhr bis 6 Uhr", "12-01 22:00 → 12-02 18:00"],
  ["fr", "de 9 h à 12 h", "11-30 19:00, 11-30 12:00"],
];
for (const [langue, ecrit, vu] of attendu) {
  const lus = chrono[langue].parse(ecrit, { instant });
  const lu = lus.map((passage) => [dit(passage.start), dit(passage.end)].filter(Boolean).join(" → ")).join(", ");
  console.log(`${langue}: ${ecrit.padEnd(26)} ${lu}`);
  assert.equal(lu, vu, "it changed");
}
JS
TZ=Europe/Paris node essai.mjs
