"""What a volunteer waits for: a whole directory put in its usual form."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

from tests.bench.measures import Mesure, mesure

# Reading each file and writing it again, comments included, as the usual library does; no order, no proof.
RUAMEL = """
import sys, ruamel.yaml
yaml = ruamel.yaml.YAML()
for chemin in sys.argv[1:]:
    with open(chemin, encoding="utf-8") as fichier:
        lu = yaml.load(fichier)
    with open(chemin, "w", encoding="utf-8") as fichier:
        yaml.dump(lu, fichier)
"""


def mise_en_forme(source: Path, dossier: Path, commande: list[str]) -> tuple[Mesure, Mesure]:
    """`format` on a copy of `source` where every fiche has its keys upside down and its phones unspaced, and ruamel.yaml on it."""
    copie = shutil.copytree(source, dossier / "en-desordre")
    fiches = sorted((copie / "fiches").glob("*/*.yml"))
    for fiche in fiches:
        tete, *blocs = re.split(r"(?m)^(?=[a-z_]+:)", fiche.read_text(encoding="utf-8"))
        desordre = tete + "".join(reversed(blocs))
        fiche.write_text(re.sub(r'"(\d\d) (\d\d) (\d\d) (\d\d) (\d\d)"', r'"\1\2\3\4\5"', desordre), encoding="utf-8")
    ruamel = mesure(sys.executable, "-c", RUAMEL, *shutil.copytree(copie, dossier / "ruamel").glob("fiches/*/*.yml"))
    return mesure(*commande, "format", copie), ruamel
