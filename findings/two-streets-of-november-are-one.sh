#!/usr/bin/env bash
# Rue du 11 Novembre and rue du 22 Novembre, which are one street.
#
# Expected: AdresseParser, « package Python pour parser et comparer les adresses françaises », gives the name of a street as it
# stands, « RIVOLI » of its example, and its `compare` is true for one address written twice. Streets named after a day are
# everywhere in France, and a town may have several.
# Really: figures are taken out of the name. « rue du 11 novembre » and « rue du 22 novembre » are both « NOVEMBRE », « 14 juillet »
# and « 20 juillet » « JUILLET », « rue des 3 Rois » and « rue des Rois » « ROIS », and `compare` says that they are the same. No
# error; of « 1er mai » is left « ER MAI ». Case and blanks, other names, other house numbers are told apart as they should be.
# Matters: two places of help are merged as duplicates, and one address is lost; or a name without its day finds another street.
# Here: `plugins/quifaitquoi/annuaire/check/semblables.py` compares streets with their figures; no address is taken apart.
# Seen 2026-11-29.
set -euo pipefail
dossier=$(mktemp -d)
trap 'rm -rf "$dossier"' EXIT
cd "$dossier"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check AdresseParser==1.0.9
venv/bin/python - <<'PYTHON'
from importlib.metadata import version

from AdresseParser import AdresseParser

print("AdresseParser", version("AdresseParser"))
lecteur = AdresseParser()
attendu = {
    ("rue du 11 novembre", "rue du 22 novembre"): ("NOVEMBRE", "NOVEMBRE", True),
    ("place du 14 juillet", "place du 20 juillet"): ("JUILLET", "JUILLET", True),
    ("rue des 3 Rois", "rue des Rois"): ("ROIS", "ROIS", True),
    ("rue du 1er mai", "rue du 8 mai 1945"): ("ER MAI", "MAI", False),
    ("rue du Port", "RUE DU PORT"): ("PORT", "PORT", True),
    ("rue du Port", "rue de la Gare"): ("PORT", "LA GARE", False),
}
for rues, vu in attendu.items():
    une, autre = (f"5 {rue} 67000 Strasbourg" for rue in rues)
    lu = lecteur.parse(une)["rue"]["nom"], lecteur.parse(autre)["rue"]["nom"], lecteur.compare(une, autre)
    print(f"{rues[0]} | {rues[1]}: « {lu[0]} » | « {lu[1]} », the same: {lu[2]}")
    assert lu == vu, "it changed"
assert not lecteur.compare("5 rue du Port 67000 Strasbourg", "7 rue du Port 67000 Strasbourg"), "it changed"
PYTHON
