#!/bin/sh
# The free line for women who are beaten, at a premium rate.
#
# Expected: phonenumbers tells what a short number costs in a country (`expected_cost_for_region`: toll free, standard, premium or
# unknown, « when dialed from » it), and which short numbers a country has: 115, for a bed tonight, is the same in all of France.
# Really: every French number from 3200 to 3999 is « premium rate », 3919 (Violences Femmes Info) among them, which costs nothing
# and leaves no trace on the bill; 3114, which begins with another figure, is « toll free ». In Guadeloupe, Martinique, Guyane and
# Réunion, which are France with country codes of their own, 3919 is premium or unknown, and neither 115 nor 119 exists.
# Matters: a page that says what a call costs tells people in danger not to make it; one that checks numbers by the country code
# of an overseas department refuses the lines that are meant for it.
# Source: icfhabitat.fr, « Ensemble, luttons contre les violences faites aux femmes » (3919: free, anonymous, absent from bills).
# Here: `annuaire/model/telephone.py` takes no French number of four digits as dear and looks short ones up in France as well.
# Seen 2026-11-29.
set -eu
dossier=$(mktemp -d)
trap 'rm -rf "$dossier"' EXIT
python3 -m venv "$dossier/venv"
"$dossier/venv/bin/pip" install --quiet --disable-pip-version-check phonenumbers==9.0.43
"$dossier/venv/bin/python" - <<'PYTHON'
import phonenumbers as p
from phonenumbers import shortnumberinfo as courts

print("phonenumbers", p.__version__)
COUT = {courts.ShortNumberCost.TOLL_FREE: "toll free", courts.ShortNumberCost.STANDARD_RATE: "standard",
        courts.ShortNumberCost.PREMIUM_RATE: "premium", courts.ShortNumberCost.UNKNOWN_COST: "unknown"}
vus = {}
for pays in ("FR", "GP", "MQ", "GF", "RE"):
    for numero in ("112", "115", "119", "3114", "3919"):
        lu = p.parse(numero, pays)
        existe = courts.is_valid_short_number_for_region(lu, pays)
        vus[pays, numero] = (existe, COUT[courts.expected_cost_for_region(lu, pays)])
        print(f"{pays} {numero}: exists {existe}, cost {vus[pays, numero][1]}")
assert all(vus["FR", n] == (True, "toll free") for n in ("112", "115", "119", "3114")), "France changed"
assert vus["FR", "3919"] == (True, "premium"), "the cost of 3919 changed"
assert [vus[pays, "3919"] for pays in ("GP", "MQ", "GF", "RE")] == [(True, "premium")] * 3 + [(False, "unknown")], "3919 changed overseas"
assert not any(vus[pays, n][0] for pays in ("GP", "MQ", "GF", "RE") for n in ("115", "119")), "they exist overseas now"
tranche = [n for n in range(3200, 4000) if courts.expected_cost_for_region(p.parse(str(n), "FR"), "FR") != courts.ShortNumberCost.PREMIUM_RATE]
print("numbers from 3200 to 3999 that are not premium:", tranche)
assert not tranche, "some are not premium any more"
PYTHON
