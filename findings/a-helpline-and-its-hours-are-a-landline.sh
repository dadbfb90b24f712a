#!/usr/bin/env bash
# The line for children in danger, day and night, taken for a landline.
#
# Expected: a cell « 119 24h/24 7j/7 » of a list gives 119, or an error: phonenumbers' `parse` « looks for a number in the input
# text » and « trims the non-number bits »; whether the number is one that exists is what `is_valid_number` is for.
# Really: letters inside are dropped and the figures around them kept, so that a short number, which has room, takes in those of its
# hours: « 119 24h/24 7j/7 » is 01 19 24 24 77, a valid fixed line, and so are 115, 114 and 112 day and night; « 3230 9h-16h30 »
# (family benefits) is 03 23 09 16 30. Google's own library in JavaScript does the same; npm libphonenumber-js, a rewrite of it,
# finds no number there. A comma among them makes an error, and a number of ten figures before them an invalid one.
# Matters: parsed, found valid, written as +33 1 19 24 24 77: a child, or somebody who sleeps outside, reaches nobody, or a
# stranger.
# Here: `plugins/quifaitquoi/annuaire/model/telephone.py` takes no letter, and shows how to write the number and its hours apart.
# Seen 2026-11-29.
set -euo pipefail
dossier=$(mktemp -d)
trap 'rm -rf "$dossier"' EXIT
cd "$dossier"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check phonenumbers==9.0.43
npm install --silent --no-audit --no-fund google-libphonenumber@3.2.47 libphonenumber-js@1.13.16
cat > npm.mjs <<'JS'
import google from "google-libphonenumber";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
const google_lit = google.PhoneNumberUtil.getInstance();
const lus = JSON.parse(process.argv[2]).map((ecrit) => {
  const autre = parsePhoneNumberFromString(ecrit, "FR");
  let lu = "refused";
  try {
    const numero = google_lit.parse(ecrit, "FR");
    lu = google_lit.isValidNumber(numero) ? google_lit.format(numero, google.PhoneNumberFormat.NATIONAL) : "invalid";
  } catch {}
  return [lu, autre ? (autre.isValid() ? autre.formatNational() : "invalid") : "refused"];
});
console.log(JSON.stringify(lus));
JS
venv/bin/python - <<'PYTHON'
import json
import subprocess

import phonenumbers as p
from phonenumbers import shortnumberinfo as courts

print("phonenumbers", p.__version__, "| google-libphonenumber 3.2.47 | libphonenumber-js 1.13.16")
seul = p.parse("119", "FR")
assert courts.is_valid_short_number_for_region(seul, "FR"), "119 alone changed"


def lu(ecrit):
    try:
        numero = p.parse(ecrit, "FR")
    except p.NumberParseException:
        return "refused"
    return p.format_number(numero, p.PhoneNumberFormat.NATIONAL) if p.is_valid_number(numero) else "invalid"


attendu = {
    "119 24h/24 7j/7": "01 19 24 24 77", "119 - 24h/24 - 7j/7": "01 19 24 24 77", "115 (24h/24 7j/7)": "01 15 24 24 77",
    "114 24h/24 7j/7": "01 14 24 24 77", "112 24h/24 7j/7": "01 12 24 24 77", "3230 9h-16h30": "03 23 09 16 30",
    "115 (24h/24)": "invalid", "119 (24h/24, 7j/7)": "refused", "02 61 91 00 00 9h-12h": "invalid", "02 61 91 00 00": "02 61 91 00 00",
}
npm = json.loads(subprocess.run(["node", "npm.mjs", json.dumps(list(attendu))], check=True, capture_output=True, text=True).stdout)
vus = {ecrit: (lu(ecrit), *autres) for ecrit, autres in zip(attendu, npm)}
for ecrit, (python, google, rewrite) in vus.items():
    print(f"{ecrit:22} phonenumbers {python} | google-libphonenumber {google} | libphonenumber-js {rewrite}")
for ecrit, numero in attendu.items():
    nu = not any(c.isalpha() for c in ecrit)
    assert vus[ecrit] == (numero, numero, numero if nu else "refused"), f"it changed: {ecrit}"
PYTHON
