"""The whole country as a territory: each département a zone with its outline, and the counters of France services, imported.

    python -m tests.bench.france COUNTERS.csv DEPARTEMENTS.geojson FOLDER [LANGUAGES]

Both files are published by others and never committed: the counters by the ANCT (data.gouv.fr), the outlines as a GeoJSON
FeatureCollection with `insee_dep` and `lib_dep`.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.bench.territory import MODELE

SANS_CONTOUR = {"978": ("Saint-Martin", (18.07, -63.06), 12_000)}
# From Saint-Pierre and the Antilles to Mayotte and La Réunion.
EMPRISE = {"sud": -21.6, "ouest": -63.4, "nord": 51.3, "est": 56.0}


def pays(departements: Path, vers: Path, langues: str = "fr") -> Path:
    """The country without its counters, in `vers`: what Port-Exemple says of needs and emergencies, a zone for each département."""
    shutil.copytree(MODELE, vers, ignore=shutil.ignore_patterns(
        "fiches", "quartiers", "droits", "ressources", "annonces", "fond", "traductions", "reperes.yml",
        "vacances.yml", "manques.yml", "relais.yml", "README.md"))
    for nom in ("fiches/partout/numero-*.yml", "quartiers/partout.yml"):
        for fichier in MODELE.glob(nom):
            copie = vers / fichier.relative_to(MODELE)
            copie.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(fichier, copie)
    annuaire = vers / "annuaire.yml"
    texte = annuaire.read_text("utf-8").replace("Port-Exemple", "France")
    for cle, valeur in (("langues", f"langues: [{langues}]\n"), ("communes", ""), ("depliants", ""), ("zone_scolaire", ""),
                        ("droits_nationaux", ""), ("emprise", "emprise: " + json.dumps(EMPRISE).replace('"', "") + "\n")):
        texte = re.sub(rf"(?m)^{cle}:.*\n(?:  .*\n)*", valeur, texte)
    annuaire.write_text(texte, "utf-8")
    for forme in json.loads(departements.read_text("utf-8"))["features"]:
        code, nom = (forme["properties"][cle] for cle in ("insee_dep", "lib_dep"))
        geometrie = forme["geometry"] or {"type": "", "coordinates": []}
        polygones = geometrie["coordinates"] if geometrie["type"] == "MultiPolygon" else [geometrie["coordinates"]]
        tours = [[[lat, lon] for lon, lat in tour[:-1]] for polygone in polygones for tour in polygone]
        _zone(vers, code, nom, f"contour: {json.dumps(tours)}\n" if tours else "")
    for code, (nom, centre, rayon) in SANS_CONTOUR.items():
        _zone(vers, code, nom, f"centre: {json.dumps(centre)}\nrayon: {rayon}\n")
    return vers


def _zone(vers: Path, code: str, nom: str, forme: str) -> None:
    if forme:
        (vers / "quartiers" / f"dep-{code.lower()}.yml").write_text(f'nom: "{nom} ({code})"\n{forme}', "utf-8")


def main(guichets: str, departements: str, vers: str, langues: str = "fr") -> None:
    pays(Path(departements), Path(vers), langues)
    subprocess.run([sys.executable, "-m", "quifaitquoi", "import", "france-services", guichets, "--dans", vers], check=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
