"""`make jours`: a territory as its site is built, with every leaflet, on days to come, with nobody there to change a file."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from calendar import timegm
from datetime import date, timedelta
from pathlib import Path
from random import Random

from petit_port import des_sorties
from quifaitquoi.annuaire.aujourdhui import aujourdhui
from quifaitquoi.commands.build import DEPLIANTS_A_REVOIR

TROIS_ANS = 3 * 365
# What fills its paper most: where time is short, the others are taken as read.
LE_PLUS_PLEIN = "depliants:\n  - {quartiers: gare, formats: affiche, papier: a3, langues: [fr, fr-x-falc]}\n"


def ce_qui_manque(modele: Path, dossier: Path, premier: date, dans: int, depliants: str | None = None) -> str:
    """What the build could not publish `dans` days after `premier`; "" where the whole site is there."""
    shutil.rmtree(dossier, ignore_errors=True)
    territoire = Path(shutil.copytree(modele, dossier / "territoire"))
    if depliants is not None:
        des_sorties(territoire, 1)
        annuaire = territoire / "annuaire.yml"
        annuaire.write_text(re.sub(r"(?m)^depliants:\n(?:  .*\n?)*", depliants, annuaire.read_text("utf-8")), encoding="utf-8")
    jour = premier + timedelta(dans)
    fait = subprocess.run([sys.executable, "-m", "quifaitquoi", "build", territoire, "--vers", dossier / "site"],
                          capture_output=True, text=True,
                          env={**os.environ, "SOURCE_DATE_EPOCH": str(timegm(jour.timetuple()) + 12 * 3600)})
    if fait.returncode not in (0, DEPLIANTS_A_REVOIR) or "pas pu être fait" in fait.stderr:
        return f"{jour}: {fait.stdout}{fait.stderr}"
    return "" if (dossier / "site" / "fr" / "index.html").is_file() else f"{jour}: no site"


def main() -> int:
    lu = argparse.ArgumentParser(prog="make jours", description=__doc__)
    lu.add_argument("territoire", type=Path)
    lu.add_argument("--combien", type=int, default=40)
    lu.add_argument("--graine", type=int, help="the seed of other days; without it, the number of today's")
    demande = lu.parse_args()
    premier = aujourdhui(demande.territoire)
    graine = premier.toordinal() if demande.graine is None else demande.graine
    jours = Random(graine).sample(range(1, TROIS_ANS + 1), demande.combien)
    print(f"{len(jours)} days after {premier}, seed {graine}", flush=True)
    tombes = 0
    with tempfile.TemporaryDirectory() as salle:
        for rang, dans in enumerate(jours, 1):
            manque = ce_qui_manque(demande.territoire, Path(salle) / "jour", premier, dans)
            tombes += bool(manque)
            print(f"{rang:3} {premier + timedelta(dans)} {manque or 'whole'}", flush=True)
    print(f"{tombes} of {len(jours)} days could not be published." + (f" Again: make jours GRAINE={graine}" if tombes else ""))
    return 1 if tombes else 0


if __name__ == "__main__":
    sys.exit(main())
