"""Port-Exemple in a folder that a test may change, and its site in the languages that a test wants."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from copie_de_territoire import copier

from quifaitquoi.annuaire.check import Rapport, verifier
from site_bati import construit, une_fois


@pytest.fixture(scope="session")
def batir(tmp_path_factory, aujourdhui) -> Callable[[Path], Path]:
    """From a territory to the folder of its built site."""

    def batit(territoire: Path) -> Path:
        return construit(territoire, tmp_path_factory.mktemp("site"), aujourdhui)

    return batit


@pytest.fixture(scope="session")
def site(tmp_path_factory, port_exemple, aujourdhui) -> Path:
    """Port-Exemple in all its languages: a copy, which has no history, like all others here."""
    def batit(vers: Path) -> None:
        construit(shutil.copytree(port_exemple, tmp_path_factory.mktemp("territoire") / "port-exemple"), vers, aujourdhui)

    return une_fois(tmp_path_factory, "site-sans-histoire", batit)


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
