"""What day it is in a territory, which may not be the day of the machine that builds its site."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from quifaitquoi.annuaire.model.annuaire import Annuaire
from quifaitquoi.base.clock import maintenant

# Asked before anything is checked: a file that cannot be read yet has the usual zone, and the check says what is wrong with it.
FUSEAU = re.compile(rb"""^fuseau:[ \t]*["']?([\w+/-]{1,60})""", re.M)
OCTETS_MAX = 1_000_000


def aujourdhui(racine: Path) -> date:
    """Today in the time zone (`fuseau`) that the annuaire.yml of this territory names."""
    return maintenant().astimezone(_fuseau(racine / "annuaire.yml")).date()


def _fuseau(annuaire: Path) -> ZoneInfo:
    try:
        with annuaire.open("rb") as fichier:
            ecrit = FUSEAU.search(fichier.read(OCTETS_MAX))
        if ecrit:
            return ZoneInfo(ecrit[1].decode("ascii"))
    except (OSError, ValueError, ZoneInfoNotFoundError):
        pass
    return ZoneInfo(Annuaire.model_fields["fuseau"].default)
