"""A territory as its site is built on a day to come, with nobody there to change a file."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from calendar import timegm
from datetime import date, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st

from petit_port import des_sorties
from quifaitquoi.commands.build import DEPLIANTS_A_REVOIR

TOUT = settings.get_current_profile_name() == "fuzz"
# Over the three years that nobody may come back in; `make fuzz` tries forty of them, with every leaflet.
JOURS = st.integers(1, 3 * 365)
COMBIEN = 40 if TOUT else 1
# What fills its paper most: where time is short, the others are taken as read.
LE_PLUS_PLEIN = "depliants:\n  - {quartiers: gare, formats: affiche, papier: a3, langues: [fr, fr-x-falc]}\n"


def ce_qui_manque(modele: Path, dossier: Path, aujourdhui: date, dans: int, depliants: str | None = None) -> str:
    """What the build could not publish `dans` days from now; "" where the whole site is there."""
    shutil.rmtree(dossier, ignore_errors=True)
    territoire = Path(shutil.copytree(modele, dossier / "territoire"))
    if depliants is not None:
        des_sorties(territoire, 1)
        annuaire = territoire / "annuaire.yml"
        annuaire.write_text(re.sub(r"(?m)^depliants:\n(?:  .*\n?)*", depliants, annuaire.read_text("utf-8")), encoding="utf-8")
    jour = aujourdhui + timedelta(dans)
    fait = subprocess.run([sys.executable, "-m", "quifaitquoi", "build", territoire, "--vers", dossier / "site"],
                          capture_output=True, text=True,
                          env={**os.environ, "SOURCE_DATE_EPOCH": str(timegm(jour.timetuple()) + 12 * 3600)})
    if fait.returncode not in (0, DEPLIANTS_A_REVOIR) or "pas pu être fait" in fait.stderr:
        return f"{jour}: {fait.stdout}{fait.stderr}"
    return "" if (dossier / "site" / "fr" / "index.html").is_file() else f"{jour}: no site"
