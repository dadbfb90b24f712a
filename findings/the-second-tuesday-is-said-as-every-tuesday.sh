#!/usr/bin/env bash
# « Every month on Tuesday »: the second one, says the rule.
#
# Expected: npm rrule puts a recurrence into words (`toText`), as a page that shows an iCalendar rule or a schedule of HSDS needs.
# Not all can be: what is left out ends a sentence with « (~ approximate) », and `isFullyConvertibleToText` tells « whether all the
# options the rule has are convertible to text » (README).
# Really: that check ends at the first FREQ or DTSTART, where each rule begins, and says true. A second Tuesday that stands in
# BYSETPOS, as Outlook writes it, is « every month on Tuesday »; with FREQ written last, the same rule, it is false and approximate.
# The months of a weekly rule are left out and said to be there in either order: weekdays from September to November are « every
# weekday ». BYDAY=2TU is right, and so are the dates of all.
# Matters: the words are what people read: they come on three Tuesdays of four for nothing, or in July to a door that opens in
# September.
# Here: `plugins/quifaitquoi/horaires/phrase.py` says what opens from the value itself; no library puts it into words.
# Seen 2026-11-29.
set -euo pipefail
dossier=$(mktemp -d)
trap 'rm -rf "$dossier"' EXIT
cd "$dossier"
npm install --silent --no-audit --no-fund rrule@2.8.1
cat > essai.cjs <<'JS'
const assert = require("node:assert");
const { RRule } = require("rrule");
console.log("rrule", require("./node_modules/rrule/package.json").version, "| days counted in 2027");
const attendu = [
  ["FREQ=MONTHLY;BYDAY=2TU", "every month on the 2nd Tuesday", true, 12],
  ["FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", "every month on Tuesday", true, 12],
  ["BYSETPOS=2;BYDAY=TU;FREQ=MONTHLY", "every month on Tuesday (~ approximate)", false, 12],
  ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday", true, 261],
  ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYMONTH=9,10,11", "every weekday", true, 65],
  ["BYMONTH=9,10,11;BYDAY=MO,TU,WE,TH,FR;FREQ=WEEKLY", "every weekday", true, 65],
];
for (const [ecrite, dite, entiere, fois] of attendu) {
  const regle = RRule.fromString(ecrite);
  const datee = new RRule({ ...RRule.parseString(ecrite), dtstart: new Date("2027-01-01T09:00Z") });
  const jours = datee.between(new Date("2027-01-01T00:00Z"), new Date("2028-01-01T00:00Z"), true).length;
  const vu = [regle.toText(), regle.isFullyConvertibleToText(), jours];
  console.log(`${ecrite}\n    « ${vu[0]} », whole: ${vu[1]}, ${vu[2]} days`);
  assert.deepEqual(vu, [dite, entiere, fois], "it changed");
}
JS
node essai.cjs
