"""What every test may use: a day that never changes, the invented territory, a real browser, a real server."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

sys.path.insert(0, str(Path(__file__).parent))
from chromium import chromium
from garde import DEPOT, fermer
from moteurs import non_essayes
from oubli import oublier
from petit_port import en_quatre_langues, reduit
from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import Territoire, enrichir
from quifaitquoi.annuaire.model.directory import Directory
from serveurs import des_fichiers, serveur
from site_bati import construit, une_fois

AUJOURDHUI = date(2026, 11, 20)
fermer()

# The suite never fails by luck, nor because the machine is busy: its properties try the same examples each time, whatever time
# they take. `make fuzz` tries others.
SANS_MONTRE = settings(database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("suite", SANS_MONTRE, derandomize=True)
settings.register_profile("fuzz", SANS_MONTRE, derandomize=False, print_blob=True)
settings.load_profile("suite")


def pytest_collection_finish() -> None:
    """What was collected stays to the end: looking for cycles among it again and again takes a part of every long test."""
    gc.collect()
    gc.freeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """An engine that was missing is told last, where it is seen."""
    if dits := non_essayes(terminalreporter.stats.get("skipped", ())):
        terminalreporter.section("MOTEURS ABSENTS", sep="!", red=True, bold=True)
        terminalreporter.write_line("\n".join(dits))


@pytest.fixture(scope="session", autouse=True)
def _cache_d_essai(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A test may change the program under its own feet: what that makes is kept for nobody."""
    with pytest.MonkeyPatch.context() as milieu:
        milieu.setenv("QUIFAITQUOI_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(autouse=True)
def _ramasse() -> Iterator[None]:
    """A command looks for no cycles any more, because its process ends with it. This one goes on: what it left would all stay."""
    yield
    gc.enable()


@pytest.fixture(scope="module", autouse=True)
def _oubli() -> Iterator[None]:
    """The next file of tests needs nothing of what this one made."""
    yield
    oublier()


@pytest.fixture(scope="session")
def aujourdhui() -> date:
    """The day on which every test looks at the directory."""
    return AUJOURDHUI


@pytest.fixture(scope="session")
def port_en_toutes_langues() -> Path:
    """The invented territory that uses every feature, in all the languages of the program."""
    return DEPOT / "tests" / "port-exemple"


@pytest.fixture(scope="session")
def port_exemple(tmp_path_factory, port_en_toutes_langues) -> Path:
    """The same in four of its languages, one of them read from right to left, with a past of its own: to be read only."""
    depot = une_fois(tmp_path_factory, "depot-de-port-exemple", lambda vers: en_quatre_langues(port_en_toutes_langues, vers))
    return depot / port_en_toutes_langues.name


@pytest.fixture(scope="session")
def directory(port_exemple, aujourdhui) -> Directory:
    """What was read there, checked without an error."""
    rapport = verifier(port_exemple, aujourdhui)
    assert rapport.directory, rapport.erreurs
    return rapport.directory


@pytest.fixture(scope="session")
def territoire(directory, aujourdhui) -> Territoire:
    """The same as it is on that day."""
    return enrichir(directory, aujourdhui)


@pytest.fixture(scope="session")
def petit_port(tmp_path_factory, port_exemple) -> Path:
    """A few of its fiches, to be copied: for what does not depend on how many there are."""
    return une_fois(tmp_path_factory, "petit-port", lambda vers: reduit(port_exemple, vers))


@pytest.fixture(scope="session")
def site(tmp_path_factory, port_exemple, aujourdhui) -> Path:
    """Port-Exemple as a built site, one for all tests and to be read only."""
    return une_fois(tmp_path_factory, "site-de-port-exemple", lambda vers: construit(port_exemple, vers, aujourdhui))


@pytest.fixture(scope="session")
def navigateur():
    """One real Chromium for the whole run."""
    from playwright.sync_api import sync_playwright
    options = chromium().options()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**options)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def servir() -> Iterator:
    """A function from a folder to the address of a real HTTP server for it, on loopback."""
    with ExitStack() as ouverts:
        yield lambda dossier: ouverts.enter_context(serveur(des_fichiers(dossier)))
