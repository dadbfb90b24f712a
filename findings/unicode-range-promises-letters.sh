#!/usr/bin/env bash
# Style sheets of fonts that promise letters which the files do not have.
#
# Expected: a package of Fontsource cuts a font by script and writes a `unicode-range` beside each file. Cut and range come from
# the font, so a family with a part « arabic » or « latin-ext » shows the languages written in it, and reading the style sheet
# tells what a page will show. (CSS Fonts 4, 4.5, asks only for what « may be supported ».)
# Really: the range is one text for all families, whatever the file holds. Lato's « latin-ext » promises ș ț ă (Romanian) and
# ğ ş İ (Turkish) and has none; Tajawal's « arabic » promises and lacks چ ژ گ ک ی of Dari, and like Cairo's the ټ ډ ړ ښ ې of Pashto.
# Noto Sans and Vazirmatn have them. A browser fetches the file, finds nothing, and takes those letters from another font.
# Matters: single letters of another font, size and weight stand inside words of Pashto and Dari, or boxes where the reader's
# phone has none; who cannot read them sees nothing amiss, in the page or in the style sheet.
# Here: `plugins/quifaitquoi/pdf/glyphes.py` reads what a font itself holds, and the check names signs that none of ours has.
# Seen 2026-11-29.
set -euo pipefail
dossier=$(mktemp -d)
trap 'rm -rf "$dossier"' EXIT
cd "$dossier"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check fonttools==4.68.0 brotli==1.2.1
npm install --silent --no-audit --no-fund @fontsource/{lato,tajawal,cairo,vazirmatn,noto-sans}@5.3.0
venv/bin/python - <<'PYTHON'
import re

import fontTools
from fontTools.ttLib import TTFont

print("@fontsource/* 5.3.0 | fonttools", fontTools.version)
LETTRES = {"Romanian": "ȘșȚțĂă", "Turkish": "ĞğŞşİ", "Dari": "پچژگکی", "Pashto": "ټډړږښځڅېۍ"}
FICHIERS = [("lato", "latin-ext"), ("noto-sans", "latin-ext"), ("tajawal", "arabic"), ("cairo", "arabic"), ("vazirmatn", "arabic")]


def promis(plage):
    """The code points of a unicode-range."""
    for morceau in plage.replace("U+", "").split(","):
        debut, _, fin = morceau.strip().partition("-")
        yield from range(int(debut, 16), int(fin or debut, 16) + 1)


manquent, plages = {}, {}
for famille, partie in FICHIERS:
    nom = f"{famille}-{partie}-400-normal"
    feuille = open(f"node_modules/@fontsource/{famille}/400.css").read()
    plage = re.search(rf"/\* {nom} \*/.*?unicode-range:\s*([^;}}]+)", feuille, re.S)[1]
    plages.setdefault(partie, set()).add(plage)
    dits = set(promis(plage))
    signes = TTFont(f"node_modules/@fontsource/{famille}/files/{nom}.woff2").getBestCmap()
    for langue, lettres in LETTRES.items():
        if dits.issuperset(map(ord, lettres)):
            manquent[famille, langue] = "".join(lettre for lettre in lettres if ord(lettre) not in signes)
            print(f"{nom}, {langue}: {lettres} promised, not there: {manquent[famille, langue] or 'none'}")
assert [len(textes) for textes in plages.values()] == [1, 1], "the ranges differ by family now"
attendu = {("lato", "Romanian"): "ȘșȚțĂă", ("lato", "Turkish"): "ĞğŞşİ", ("noto-sans", "Romanian"): "",
           ("noto-sans", "Turkish"): "", ("tajawal", "Dari"): "چژگکی", ("tajawal", "Pashto"): LETTRES["Pashto"],
           ("cairo", "Dari"): "", ("cairo", "Pashto"): LETTRES["Pashto"], ("vazirmatn", "Dari"): "", ("vazirmatn", "Pashto"): ""}
assert manquent == attendu, f"it changed: {manquent}"
PYTHON
