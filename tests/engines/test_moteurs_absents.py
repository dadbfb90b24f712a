"""An engine that a machine does not have is told loudly there, and is an error where all are wanted."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from garde import DEPOT

UN_TEST = ["tests/engines/test_ecran_partout.py", "-k", "marked and firefox"]


@pytest.fixture
def sans_firefox():
    """A run of one test on a machine without Firefox."""

    def passe(**milieu: str) -> subprocess.CompletedProcess:
        ici = {nom: valeur for nom, valeur in os.environ.items() if not nom.startswith(("PYTEST_", "QUIFAITQUOI_MOTEURS"))}
        ici |= {"QUIFAITQUOI_FIREFOX": "/nulle/part/firefox"} | milieu
        mots = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *UN_TEST]
        return subprocess.run(mots, cwd=DEPOT, env=ici, capture_output=True, text=True, timeout=120)

    return passe


def test_a_run_without_an_engine_passes_and_says_so_at_its_end(sans_firefox):
    fait = sans_firefox()
    assert fait.returncode == 0 and "1 skipped" in fait.stdout
    fin = fait.stdout[fait.stdout.index("!!! MOTEURS ABSENTS !!!"):]
    assert "firefox : absent, 1 test(s) non passé(s). Sous Debian et Ubuntu : apt install firefox-esr" in fin


def test_where_all_are_wanted_it_fails(sans_firefox):
    fait = sans_firefox(QUIFAITQUOI_MOTEURS="tous")
    assert fait.returncode == 1 and "moteur absent : firefox" in fait.stdout and "MOTEURS ABSENTS" not in fait.stdout
