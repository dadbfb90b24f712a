"""Port-Exemple in a folder that a test may change, and its site in the languages that a test wants."""

from __future__ import annotations

from calendar import timegm
from collections.abc import Callable
from pathlib import Path

import pytest
from copie_de_territoire import copier

from quifaitquoi.check import Rapport, verifier
from quifaitquoi.site.adapter import construire

DEPOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def batir(tmp_path_factory, aujourdhui) -> Callable[[Path], Path]:
    """From a territory to the folder of its built site."""

    def batit(territoire: Path) -> Path:
        vers = tmp_path_factory.mktemp("site")
        with pytest.MonkeyPatch.context() as env:
            env.setenv("SOURCE_DATE_EPOCH", str(timegm(aujourdhui.timetuple())))
            construire(DEPOT / "mkdocs.yml", territoire, vers)
        return vers

    return batit


@pytest.fixture(scope="session")
def site(batir, port_exemple) -> Path:
    """Port-Exemple in all its languages."""
    return batir(port_exemple)


@pytest.fixture
def copie(tmp_path, port_exemple) -> Path:
    return copier(port_exemple, tmp_path / "territoire", "fr, en")


@pytest.fixture
def traduire(copie, aujourdhui) -> Callable[[str], Rapport]:
    """Write the copy's English catalogue and check the territory."""

    def traduit(texte: str, nom: str = "en.po") -> Rapport:
        (copie / "traductions" / nom).write_text(texte, encoding="utf-8")
        return verifier(copie, aujourdhui, base=copie)

    return traduit
