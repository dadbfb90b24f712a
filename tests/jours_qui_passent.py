"""A territory as its site is built on a day to come, with nobody there to change a file."""

from __future__ import annotations

import re
import shutil
from calendar import timegm
from datetime import date, timedelta
from pathlib import Path

from click.testing import CliRunner
from hypothesis import settings
from hypothesis import strategies as st

from quifaitquoi.commands import main
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
        annuaire = territoire / "annuaire.yml"
        annuaire.write_text(re.sub(r"(?m)^depliants:\n(?:  .*\n?)*", depliants, annuaire.read_text("utf-8")), encoding="utf-8")
    jour = aujourdhui + timedelta(dans)
    fait = CliRunner().invoke(main, ["build", str(territoire), "--vers", str(dossier / "site")],
                              env={"SOURCE_DATE_EPOCH": str(timegm(jour.timetuple()) + 12 * 3600)})
    if fait.exception and not isinstance(fait.exception, SystemExit):
        return f"{jour}: {fait.exception!r}"
    if fait.exit_code not in (0, DEPLIANTS_A_REVOIR) or "pas pu être fait" in fait.output:
        return f"{jour}: {fait.output}"
    return "" if (dossier / "site" / "fr" / "index.html").is_file() else f"{jour}: no site"
