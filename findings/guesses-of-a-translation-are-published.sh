#!/usr/bin/env bash
# Closed on Sundays, translated « Open on Sundays » by nobody.
#
# Expected: when texts change, `pybabel update` puts the translation of the nearest old text beside a new one and marks it
# « fuzzy », for a translator to mend; until then it is shown to nobody: GNU's manual says so of msgfmt, and pybabel compile and
# polib leave such guesses out unless they are asked for.
# Really: npm gettext-parser (.po to .mo), i18next-conv, gettext-converter, gettext-to-messageformat and node-gettext keep them as
# if somebody had approved them; « fuzzy » is in none of their READMEs. po2json, whose README says that they are left out, leaves
# them out of its format jed and keeps them in mf. A sentence of a directory and its contrary are near texts: « Fermé le dimanche »
# is « Open on Sundays », « Réservé aux hommes » « For women only ».
# Matters: who cannot read French is told the contrary, in a whole sentence without a fault, only in languages that nobody here
# reads.
# Here: `plugins/quifaitquoi/langues/po.py` reads catalogues itself, and takes what is fuzzy for not translated.
# Seen 2026-11-29.
set -euo pipefail
dossier=$(mktemp -d)
trap 'rm -rf "$dossier"' EXIT
cd "$dossier"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check babel==2.19.0 polib==1.2.0
npm install --silent --no-audit --no-fund gettext-parser@10.0.0 i18next-conv@16.0.0 gettext-converter@1.3.4 gettext-to-messageformat@0.4.0 \
  node-gettext@3.0.1 po2json@1.0.0-beta-3
cat > npm.mjs <<'JS'
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as parser from "gettext-parser";
import { gettextToI18next } from "i18next-conv";
const require = createRequire(import.meta.url);
const po2json = require("po2json/lib/parse");
const po = readFileSync("en.po");
writeFileSync("par-gettext-parser.mo", parser.mo.compile(parser.po.parse(po)));
const NodeGettext = require("node-gettext");
const traduit = new NodeGettext();
traduit.addTranslations("en", "messages", parser.po.parse(po));
traduit.setLocale("en");
console.log(JSON.stringify({
  "i18next-conv": JSON.parse(await gettextToI18next("en", po, {})),
  "gettext-converter": require("gettext-converter/cjs/po2i18next")(po.toString()),
  "gettext-to-messageformat": require("gettext-to-messageformat").parsePo(po).translations,
  "node-gettext": Object.fromEntries(JSON.parse(process.argv[2]).map((texte) => [texte, traduit.gettext(texte)])),
  "po2json, mf": po2json(po, { format: "mf" }),
  "po2json, jed": Object.fromEntries(Object.entries(po2json(po, { format: "jed" }).locale_data.messages).map(([texte, dit]) => [texte, dit[0]])),
}));
JS
venv/bin/python - <<'PYTHON'
import gettext
import io
import json
import subprocess
from importlib.metadata import version

import polib
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

print("babel", version("babel"), "| polib", polib.__version__, "| npm as pinned")
AVANT = {"Ouvert le dimanche": "Open on Sundays", "Réservé aux femmes": "For women only", "Chiens acceptés": "Dogs allowed"}
APRES = ["Fermé le dimanche", "Réservé aux hommes", "Chiens refusés", "Réservé aux femmes"]
catalogue, nouveau = Catalog(locale="en", fuzzy=False), Catalog()
for texte, traduction in AVANT.items():
    catalogue.add(texte, traduction)
for texte in APRES:
    nouveau.add(texte)
catalogue.update(nouveau)
with open("en.po", "wb") as sortie:
    write_po(sortie, catalogue, omit_header=False)
npm = json.loads(subprocess.run(["node", "npm.mjs", json.dumps(APRES)], check=True, capture_output=True, text=True).stdout)
with open("en.po", "rb") as entree, io.BytesIO() as mo:
    write_mo(mo, read_po(entree))
    mo.seek(0)
    lus = {"pybabel compile": gettext.GNUTranslations(mo)}
lus["polib"] = gettext.GNUTranslations(io.BytesIO(polib.pofile("en.po").to_binary()))
with open("par-gettext-parser.mo", "rb") as entree:
    lus["gettext-parser"] = gettext.GNUTranslations(entree)
vus = {nom: {texte: mots.gettext(texte) for texte in APRES} for nom, mots in lus.items()}
vus |= {nom: {texte: mots.get(texte) or texte for texte in APRES} for nom, mots in npm.items()}
for nom, mots in vus.items():
    print(nom, *(f"\n    {texte}: {dit if dit != texte else 'left in French'}" for texte, dit in mots.items()))
devines = dict(zip(APRES, ["Open on Sundays", "For women only", "Dogs allowed", "For women only"]))
sages = {texte: texte for texte in APRES} | {"Réservé aux femmes": "For women only"}
for nom, mots in vus.items():
    assert mots == (sages if nom in ("pybabel compile", "polib", "po2json, jed") else devines), f"it changed: {nom}"
assert len(vus) == 9
PYTHON
