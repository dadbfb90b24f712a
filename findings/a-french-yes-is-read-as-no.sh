#!/usr/bin/env bash
# « VRAI » in a French spreadsheet, read as false.
#
# Expected: a cell of an OpenDocument sheet has a type and a value of its own (OpenDocument 1.3, part 3: office:value-type,
# office:boolean-value); the text inside is what it shows in its writer's language. pandas reads values, as it does for figures and
# dates, and its two engines for .ods agree.
# Really: with engine="odf", the default for .ods, a boolean is true if the text shown is exactly « TRUE ». A French sheet shows
# « VRAI », a German « WAHR », a Spanish « VERDADERO »: every yes comes out False, without a warning; so does an English one with a
# note on its cell, since the note counts as text. With engine="calamine" all are right.
# Matters: associations and town halls keep their lists in LibreOffice; « step-free: VRAI » is imported as steps, « free: VRAI » as
# charged, for the whole list alike, which looks like an answer and not like a fault.
# Here: `plugins/quifaitquoi/echanges/entrees/lecture/lecteur_de_classeur.py` reads sheets with calamine, without pandas.
# Seen 2026-11-29.
set -euo pipefail
dossier=$(mktemp -d)
trap 'rm -rf "$dossier"' EXIT
cd "$dossier"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pandas==3.1.1 odfpy==1.4.1 python-calamine==0.9.1
venv/bin/python - <<'PYTHON'
from importlib.metadata import version

import pandas
from odf.office import Annotation
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

CAS = {"English": "TRUE", "French": "VRAI", "German": "WAHR", "Spanish": "VERDADERO", "English, with a note": "TRUE"}
classeur, feuille, titres, valeurs = OpenDocumentSpreadsheet(), Table(name="Lieux"), TableRow(), TableRow()
classeur.spreadsheet.addElement(feuille)
for ligne in (titres, valeurs):
    feuille.addElement(ligne)
for nom, montre in CAS.items():
    titre, cellule = TableCell(valuetype="string"), TableCell(valuetype="boolean", booleanvalue="true")
    titre.addElement(P(text=nom))
    if "note" in nom:
        note = Annotation()
        note.addElement(P(text="seen on 3 November"))
        cellule.addElement(note)
    cellule.addElement(P(text=montre))
    titres.addElement(titre)
    valeurs.addElement(cellule)
classeur.save("lieux.ods")
print("pandas", pandas.__version__, "| odfpy", version("odfpy"), "| python-calamine", version("python-calamine"))
lus = {moteur: pandas.read_excel("lieux.ods", engine=moteur).iloc[0].to_dict() for moteur in (None, "odf", "calamine")}
for nom, montre in CAS.items():
    print(f"{nom}, shown {montre}, value true:", {str(moteur): bool(lu[nom]) for moteur, lu in lus.items()})
vrais = {moteur: [nom for nom, valeur in lu.items() if valeur] for moteur, lu in lus.items()}
assert vrais == {None: ["English"], "odf": ["English"], "calamine": list(CAS)}, f"it changed: {vrais}"
PYTHON
