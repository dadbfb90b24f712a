"""A few fiches of Port-Exemple in a folder that a test may change, and sites in the languages that a test wants."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from copie_de_territoire import copier

from quifaitquoi.annuaire.check import Rapport, verifier
from site_bati import construit


@pytest.fixture(scope="session")
def batir(tmp_path_factory, aujourdhui) -> Callable[[Path], Path]:
    """From a territory to the folder of its built site."""

    def batit(territoire: Path) -> Path:
        return construit(territoire, tmp_path_factory.mktemp("site"), aujourdhui)

    return batit


@pytest.fixture
def copie(tmp_path, petit_port) -> Path:
    return copier(petit_port, tmp_path / "territoire", "fr, en")


@pytest.fixture
def traduire(copie, aujourdhui) -> Callable[[str], Rapport]:
    """Write the copy's English catalogue and check the territory."""

    def traduit(texte: str, nom: str = "en.po") -> Rapport:
        (copie / "traductions" / nom).write_text(texte, encoding="utf-8")
        return verifier(copie, aujourdhui, base=copie)

    return traduit
