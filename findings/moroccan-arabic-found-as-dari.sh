#!/bin/sh
# Moroccan Arabic that becomes Dari, and Mandarin a language of Sulawesi.
#
# Expected: langcodes finds a language by its name in a natural language, for free text such as « langues parlées : darija »; what
# it does not know is a LookupError. Its page names « a small amount of fuzzy matching »: « Hakka dialect » is shortened to « Hakka ».
# Really: a name is shortened letter by letter, inside words too, until one name alone begins so. « darija », what people call
# Moroccan Arabic, loses two letters and is Dari, the Persian of Afghanistan; « mandarin », which CLDR's French names do not have
# alone, loses two and is « mandar » (mdr), spoken on Sulawesi. Asked in no language or in English, « mandarin » is right.
# Matters: an interpreter of Dari is sent for to a mother who speaks Arabic; a filter by language shows a place to the wrong people.
# Here: languages are terms of `vocabulaire/langues.yml`, with the other words that people use for them; none is guessed.
# Seen 2026-11-29.
set -eu
dossier=$(mktemp -d)
trap 'rm -rf "$dossier"' EXIT
python3 -m venv "$dossier/venv"
"$dossier/venv/bin/pip" install --quiet --disable-pip-version-check langcodes==3.5.1 language_data==1.4.0
"$dossier/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import langcodes

print("langcodes", version("langcodes"), "language_data", version("language_data"))


def trouve(nom, langue):
    try:
        return langcodes.find(nom, language=langue).to_tag()
    except LookupError:
        return "LookupError"


attendu = {("arabe marocain", "fr"): "ary", ("dari", "fr"): "fa-AF", ("darija", "fr"): "fa-AF",
           ("cantonais", "fr"): "yue", ("mandarin", "fr"): "mdr", ("mandarin", "en"): "cmn", ("malinké", "fr"): "LookupError"}
vus = {(nom, langue): trouve(nom, langue) for nom, langue in attendu}
for (nom, langue), code in vus.items():
    dit = "" if code == "LookupError" else langcodes.get(code).display_name("en")
    print(f"{nom!r} in {langue!r}: {code} {dit}")
assert vus == attendu, "it changed"
PYTHON
