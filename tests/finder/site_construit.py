"""A territory built by the real command on a given day, and what a reader sees on the finder's page."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, time
from pathlib import Path

QUIFAITQUOI = Path(sys.executable).parent / "quifaitquoi"


def construit(territoire: Path, vers: Path, jour) -> Path:
    epoque = int(datetime.combine(jour, time(11), UTC).timestamp())
    fait = subprocess.run([QUIFAITQUOI, "build", territoire, "--vers", vers], capture_output=True, text=True,
                          env={**os.environ, "SOURCE_DATE_EPOCH": str(epoque)})
    assert fait.returncode == 0, fait.stderr
    return vers


def noms(page) -> list[str]:
    """The names of the results, in order."""
    return [nom.replace("\u2019", "'") for nom in page.locator("[data-liste] h3").all_inner_texts()]


def compte(page) -> int:
    """How many results the page says there are, once it has counted them."""
    page.wait_for_timeout(250)
    return int(page.locator("[data-compte]").inner_text().replace("\u202f", "").split()[0])


def bouton(page, nom: str):
    return page.locator("[data-trouver] button.puce", has_text=nom).first
