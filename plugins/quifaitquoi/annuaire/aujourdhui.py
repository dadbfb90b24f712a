"""What day it is in a territory, which may not be the day of the machine that builds its site."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from quifaitquoi.annuaire.model.pays import fuseau_de
from quifaitquoi.base.clock import maintenant
from quifaitquoi.base.refus import Refus

# Asked before anything is checked: a file that cannot be read yet has the usual zone, and the check says what is wrong with it.
FUSEAU = re.compile(rb"""^fuseau:[ \t]*["']?([\w+/-]{1,60})""", re.M)
PAYS = re.compile(rb"""^pays:[ \t]*["']?([A-Z]{2})\b""", re.M)
OCTETS_MAX = 1_000_000


def aujourdhui(racine: Path) -> date:
    """Today in the time zone (`fuseau`) that the annuaire.yml of this territory names, else in that of its country."""
    try:
        return maintenant().astimezone(_fuseau(racine / "annuaire.yml")).date()
    except (OverflowError, ValueError):
        raise Refus("SOURCE_DATE_EPOCH est au bout des temps : donnez un jour d'ici quelques années") from None


def _fuseau(annuaire: Path) -> ZoneInfo:
    try:
        with annuaire.open("rb") as fichier:
            lu = fichier.read(OCTETS_MAX)
    except OSError:
        lu = b""
    fuseau, pays = FUSEAU.search(lu), PAYS.search(lu)
    try:
        if fuseau:
            return ZoneInfo(fuseau[1].decode("ascii"))
    except (ValueError, OSError, ZoneInfoNotFoundError):
        pass
    return ZoneInfo(fuseau_de(pays[1].decode("ascii") if pays else "FR"))
