"""A small territory to import into, the command as it is typed, and small files of the shapes that are published. All invented."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quifaitquoi.commands import main

Lancer = Callable[..., Result]


@pytest.fixture
def port(petit_port, tmp_path) -> Path:
    return Path(shutil.copytree(petit_port, tmp_path / "port"))


@pytest.fixture
def importe(port, tmp_path, monkeypatch) -> Lancer:
    """`importe("osm", fichier, "--essai")`; an exception is a failure of the test, never a traceback for a coordinator."""
    monkeypatch.chdir(tmp_path)

    def lance(*mots: object, code: int = 0) -> Result:
        fait = CliRunner().invoke(main, ["import", *map(str, mots), "--dans", str(port)], env={"SOURCE_DATE_EPOCH": "1795132800"})
        assert fait.exception is None or isinstance(fait.exception, SystemExit), fait.exception
        assert fait.exit_code == code, fait.output
        return fait
    return lance


@pytest.fixture
def fiches(port) -> Callable[[], dict[str, str]]:
    """Every file of the territory that may change, with what it says."""
    return lambda: {str(f.relative_to(port)): f.read_text("utf-8") for nom in ("fiches", "imports")
                    for f in sorted((port / nom).rglob("*")) if f.is_file()}
