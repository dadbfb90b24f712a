#!/bin/sh
# Two decimal commas, and Strasbourg is in the Pacific off Mexico.
#
# Expected: geopy's Point reads a position from text in many notations (« comma/semi-colon/space separated », degrees, minutes,
# seconds, N S E W; its page lists them) and raises ValueError at what it does not know, such as degrees with O for « ouest ».
# Really: it looks for a notation that fits some part, and what stands around it is dropped. « 48,5839 7,7455 », as French and
# German spreadsheets write a position, gives 7 for the latitude and 5839 degrees east, brought back to -105; with N and E and
# their degree signs too. « 48 35 02 N 7 44 44 E » gives (44, 44), in Russia. No error, no warning; a point or quotes, and it is right.
# Matters: a place of help is drawn at sea, or is « 9 000 km » from whoever stands at its door.
# Here: `echanges/entrees/valeurs.py` reads decimal commas itself; geopy only asks the national address base.
# Seen 2026-11-29.
set -eu
dossier=$(mktemp -d)
trap 'rm -rf "$dossier"' EXIT
python3 -m venv "$dossier/venv"
"$dossier/venv/bin/pip" install --quiet --disable-pip-version-check geopy==2.4.1
"$dossier/venv/bin/python" - <<'PYTHON'
import geopy

print("geopy", geopy.__version__)


def lu(texte):
    try:
        return tuple(round(x, 2) for x in geopy.Point(texte))[:2]
    except ValueError:
        return "ValueError"


attendu = {
    "48.5839 7.7455": (48.58, 7.75), "48.5839;7.7455": (48.58, 7.75), "48°35'02\"N 7°44'44\"E": (48.58, 7.75),
    "48,5839 7,7455": (7.0, -105.0), "48,5839; 7,7455": (7.0, -105.0), "N 48,5839 E 7,7455": (7.0, -105.0),
    "48,5839° N, 7,7455° E": (7.0, -105.0), "48 35 02 N 7 44 44 E": (44.0, 44.0), "48°35'02\"N 1°33'00\"O": "ValueError",
}
vus = {texte: lu(texte) for texte in attendu}
for texte, position in vus.items():
    print(f"{texte:26} {position}")
assert vus == attendu, "it changed"
PYTHON
