"""A small territory to import into, the command as it is typed, and small files of the shapes that are published. All invented."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.imports.fichiers_essayes import ecrit

from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
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


@pytest.fixture
def importee(importe, fiches, tmp_path):
    """The one fiche that these records become, as a tree."""
    def lance(forme: str, *valeurs: object, mots: tuple[str, ...] = (), nom: str = "source.json") -> dict:
        avant = fiches()
        fichiers = [v if hasattr(v, "suffix") else ecrit(tmp_path, f"{n}-{nom}", v) for n, v in enumerate(valeurs)]
        sortie = importe(forme, *fichiers, *mots).output
        neuves = [texte for chemin, texte in fiches().items() if chemin not in avant and chemin.endswith(".yml")]
        assert len(neuves) == 1, sortie
        return lire_yaml(neuves[0]).valeur
    return lance


@pytest.fixture
def dora(tmp_path):
    """Files of data.inclusion with these records."""
    return lambda structures, services: [ecrit(tmp_path, "structures.json", structures), ecrit(tmp_path, "services.json", services)]
