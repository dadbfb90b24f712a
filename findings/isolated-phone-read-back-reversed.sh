#!/usr/bin/env bash
# A telephone number that is copied backwards because it is printed as it should be.
#
# Expected: in a line that runs from right to left the groups of « 03 88 00 00 12 » are drawn from last to first (UAX #9, rule N1);
# isolates (U+2066 … U+2069, section 2.4) or `text(dir: ltr)` in Typst cure that, and a number that is seen in order is copied and
# searched in order.
# Really: pdfium (the reader inside Chrome and Android) turns the groups round again. What is printed wrongly, without a cure, is
# copied well; what is printed well is copied as « 12 00 00 88 03 ». With no-break spaces, plain or isolated, and with dots, both
# are in order; no-break spaces and `dir` together are not, and lose a space. PDF/UA-1 passes throughout.
# Matters: who copies the number of a helpline from an Arabic, Dari or Pashto leaflet calls somebody else, or nobody; who tests by
# reading the text back keeps the form that is printed wrongly.
# Here: leaflets from right to left part the groups by dots (`papier/depliants/ecriture.py`), and
# `tests/leaflets/test_relu_en_toutes_langues.py` reads each number back through pdfium.
# Seen 2026-11-29.
set -euo pipefail
dossier=$(mktemp -d)
trap 'rm -rf "$dossier"' EXIT
cd "$dossier"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check typst==0.15.2 pypdfium2==5.15.2
npm install --silent --no-audit --no-fund @expo-google-fonts/vazirmatn@0.4.1
venv/bin/python - <<'PYTHON'
from importlib.metadata import version

import pypdfium2
import typst

print("typst", version("typst"), "| pypdfium2", version("pypdfium2"), f"(pdfium {pypdfium2.PDFIUM_INFO.build})", "| vazirmatn 0.4.1")
TETE = '#set document(title: "essai")\n#set text(lang: "ar", font: "Vazirmatn")\n'


def imprime_et_relu(ecrit):
    """Of an Arabic line « telephone … here »: its digits from left to right, and what pdfium reads, without marks of direction."""
    pdf = typst.compile(
        f"{TETE}هاتف {ecrit} هنا".encode(), pdf_standards=["ua-1"], font_paths=["node_modules"], ignore_system_fonts=True
    )
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    texte = page.get_text_range()
    places = sorted((page.get_charbox(n)[0], page.get_text_range(n, 1)) for n in range(page.count_chars()))
    nu = "".join(c for c in texte if not 0x202A <= ord(c) <= 0x202E and not 0x2066 <= ord(c) <= 0x2069)
    lu = " ".join(nu.removeprefix("هاتف").removesuffix("هنا").split())
    return "".join(signe for _, signe in places if signe in "0123456789"), lu


vus = {}
for nom, entre in (("spaces", " "), ("no-break spaces", "\u00a0"), ("dots", ".")):
    numero = entre.join(("03", "88", "00", "00", "12"))
    formes = {"plain": numero, "isolated": f"\u2066{numero}\u2069", "dir: ltr": f"#text(dir: ltr)[{numero}]"}
    vus[nom] = {forme: imprime_et_relu(ecrit) for forme, ecrit in formes.items()}
    for forme, (imprime, lu) in vus[nom].items():
        print(f"{nom}, {forme}: printed {imprime}, read {lu}")
bien, mal = "0388000012", "1200008803"
attendu = {
    "spaces": {"plain": (mal, "03 88 00 00 12"), "isolated": (bien, "12 00 00 88 03"), "dir: ltr": (bien, "12 00 00 88 03")},
    "no-break spaces": dict.fromkeys(("plain", "isolated"), (bien, "03 88 00 00 12")) | {"dir: ltr": (bien, "12 00 00 8803")},
    "dots": dict.fromkeys(("plain", "isolated", "dir: ltr"), (bien, "03.88.00.00.12")),
}
assert vus == attendu, f"it changed: {vus}"
PYTHON
