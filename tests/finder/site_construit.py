"""A territory built on a given day, and what a reader sees on the finder's page."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from quifaitquoi.site.adapter import construire

DEPOT = Path(__file__).parents[2]


def construit(territoire: Path, vers: Path, jour) -> Path:
    with pytest.MonkeyPatch.context() as milieu:
        milieu.setenv("SOURCE_DATE_EPOCH", str(int(datetime.combine(jour, time(11), UTC).timestamp())))
        construire(DEPOT / "mkdocs.yml", territoire, vers)
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
