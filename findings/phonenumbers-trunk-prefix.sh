#!/bin/sh
# A trunk prefix that nobody writes.
#
# Expected: the trunk prefix that phonenumbers gives for a country (« ndd prefix », as libphonenumber calls it) is the one
# that its own national format begins with, as the 0 of France: a directory may ask for it, to catch « 388 00 00 00 ».
# Really: for Canada and the whole of North America it is 1, and the national format of a number there never has it; for
# Hungary it is 06 and the national format begins with it, in brackets. A check that asks for the prefix refuses every number
# of Montréal as it is written on the door, even the library's own example.
# Seen 2026-11-28.
set -eu
dossier=$(mktemp -d)
trap 'rm -rf "$dossier"' EXIT
python3 -m venv "$dossier/venv"
"$dossier/venv/bin/pip" install --quiet --disable-pip-version-check phonenumbers==9.0.43
"$dossier/venv/bin/python" - <<'PYTHON'
import phonenumbers as p

print("phonenumbers", p.__version__)
vus = {}
for pays in ("FR", "BE", "CA", "US", "HU"):
    prefixe = p.ndd_prefix_for_region(pays, True)
    national = p.format_number(p.example_number(pays), p.PhoneNumberFormat.NATIONAL)
    commence = "".join(c for c in national if c.isdigit()).startswith(prefixe)
    vus[pays] = (prefixe, commence)
    print(f"{pays}: trunk prefix {prefixe!r}, national format {national!r}, begins with it: {commence}")
attendu = {"FR": ("0", True), "BE": ("0", True), "CA": ("1", False), "US": ("1", False), "HU": ("06", True)}
assert vus == attendu, f"it changed: {vus}"
PYTHON
