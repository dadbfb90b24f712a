#!/usr/bin/env bash
# Dari and Kurdish set from the left, Punjabi from the right.
#
# Expected: « auto lets Typst determine the direction of text from its language » (reference, text.dir): a BCP 47 code that it takes
# without complaint is set in the direction in which CLDR, hence every browser and Babel, writes that language.
# Really: it knows eleven codes of two letters and takes all else for left to right. Dari (prs), Sorani (ckb) and the Arabic of
# Morocco (ary) begin at the left margin, the full stop before the first word; `script: "arab"` changes nothing. Punjabi (pa),
# which CLDR writes in Gurmukhi from the left, begins at the right (known for `pa-IN`, typst issue 8192), and `script: "guru"` changes
# nothing either. No warning; PDF/UA-1 passes. As `fa`, region `AF`, Dari is right.
# Matters: Dari and Sorani are what interpreters and leaflets call these languages; whole pages begin at the wrong margin.
# Here: Dari has the locale fa-AF (`plugins/quifaitquoi/langues/__init__.py`), and `plugins/quifaitquoi/pdf/commun.typ` is given the
# direction that Babel knows beside the language.
# Seen 2026-11-29.
set -euo pipefail
dossier=$(mktemp -d)
trap 'rm -rf "$dossier"' EXIT
cd "$dossier"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check typst==0.15.2 pypdf==7.1.1 babel==2.19.0
venv/bin/python - <<'PYTHON'
import io
from importlib.metadata import version

import pypdf
import typst
from babel import Locale, UnknownLocaleError

print("typst", version("typst"), "| pypdf", pypdf.__version__, "| babel", version("babel"))
TETE = '#set document(title: "essai")\n#set page(width: 300pt, margin: 20pt)\n'


def bord(langue, suite=""):
    """The margin at which a paragraph of one letter begins."""
    pdf = typst.compile(f'{TETE}#set text(lang: "{langue}"{suite})\nA'.encode(), pdf_standards=["ua-1"])
    x = []
    page = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]
    page.extract_text(visitor_text=lambda texte, cm, tm, *_: x.append(cm[4] + tm[4]) if texte.strip() else None)
    return "rtl" if x[0] > 150 else "ltr"


def cldr(langue):
    try:
        return Locale.parse(langue).text_direction
    except UnknownLocaleError:
        return "unknown"


vus = {}
for langue, suite in (("fr", ""), ("ar", ""), ("fa", ', region: "AF"'), ("prs", ""), ("prs", ', script: "arab"'), ("ckb", ""),
                      ("ckb", ', script: "arab"'), ("ary", ""), ("pa", ""), ("pa", ', script: "guru"'), ("pa", ', region: "IN"')):
    vus[langue + suite] = bord(langue, suite), cldr(langue)
    print(f'lang: "{langue}"{suite}: typst {vus[langue + suite][0]}, CLDR {vus[langue + suite][1]}')
attendu = {"fr": ("ltr", "ltr"), "ar": ("rtl", "rtl"), 'fa, region: "AF"': ("rtl", "rtl")}
attendu |= dict.fromkeys(("prs", 'prs, script: "arab"'), ("ltr", "unknown"))
attendu |= dict.fromkeys(("ckb", 'ckb, script: "arab"', "ary"), ("ltr", "rtl"))
attendu |= dict.fromkeys(("pa", 'pa, script: "guru"', 'pa, region: "IN"'), ("rtl", "ltr"))
assert vus == attendu, f"it changed: {vus}"
PYTHON
