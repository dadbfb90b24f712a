"""On a full disk every command says a sentence and leaves every file as it was: none that writes can be forgotten here."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from depot_d_essai import git
from quifaitquoi.commands import COMMANDES, main

FRANCE_SERVICES = Path(__file__).parents[1] / "imports" / "donnees" / "france-services-2026-08-01.csv"
APPEL = ("--comment", "telephone", "--par", "equipe-gare")
# What is typed, with {port} a copy of the territory and {ici} a folder beside it.
ECRIVENT = {
    "call-sheet": ["{port}", "--vers", "{ici}/feuille.pdf"],
    "comite": ["{port}", "--quartier", "gare", "--vers", "{ici}/comite.pdf"],
    "format": ["{port}"],
    "import": ["france-services", str(FRANCE_SERVICES), "--dans", "{port}"],
    "leaflet": ["{port}", "--quartier", "gare", "--vers", "{ici}/x.pdf"],
    "mettre-a-jour": ["{port}", "--hors-ligne"],
    "review": ["HEAD", "{port}", "--vers", "{ici}/relecture"],
    "tick-sheet": ["{port}", "--quartier", "gare", "--vers", "{ici}/coches.pdf"],
    "translate": ["{port}", "--langue", "ar", "--fiche", "la-roue-libre"],
    "verify": ["la-roue-libre", "--dans", "{port}", *APPEL],
}
AUTREMENT = {
    "build": "the site is made again from what is read; its folder has its own test (tests/site/test_destination.py)",
    "cle": "as build, then by the same function as all",
    "join": "as build: a site is joined again from its parts (tests/site/test_parties.py)",
    "serve": "a temporary folder of its own",
    "fond": "asks the network first; then writes by the same function as all (tests/base/test_fichier.py)",
    "comparer": "needs an extract; then writes by the same function as all (tests/base/test_fichier.py)",
    "geocode": "as fond", "vacances": "as fond", "reperes": "as fond, of a feed",
    "from-issue": "tests/forms/test_from_issue.py, with its form",
    "from-sheet": "tests/commands/test_from_sheet.py, with its answers",
    "new": "tests/forms/test_new.py, with its answers",
    "init": "a folder that was not there",
    "preparer": "a folder of its own, filled beside and then renamed (tests/commands/test_preparer.py)",
    "publier": "only reads",
    "schema": "the program's own files",
    "check": "only reads", "links": "only reads", "remind": "only reads", "report": "only reads", "stale": "only reads",
}


def tout(dossier: Path) -> dict[str, bytes]:
    return {str(f.relative_to(dossier)): f.read_bytes() for f in dossier.rglob("*") if f.is_file() and ".git" not in f.parts}


@pytest.fixture
def port(port_exemple, tmp_path) -> Path:
    port = Path(shutil.copytree(port_exemple, tmp_path / "port"))
    fiche = next(port.glob("fiches/*/bains-du-port.yml"))
    fiche.write_text(fiche.read_text("utf-8").replace("genre: lieu", 'genre: "lieu"'), encoding="utf-8")  # for `format`
    return port


def plein(milieu: pytest.MonkeyPatch) -> list[int]:
    """From now on no file can be kept; gives a list that tells how many were tried."""
    essais = []

    def fsync(descripteur: int) -> None:
        essais.append(descripteur)
        raise OSError(errno.ENOSPC, "plein")

    milieu.setattr(os, "fsync", fsync)
    return essais


def test_each_command_is_tried_or_has_its_reason():
    assert sorted([*ECRIVENT, *AUTREMENT]) == sorted(COMMANDES)


@pytest.mark.parametrize("commande", ECRIVENT)
def test_a_full_disk_changes_nothing_and_is_told(port, tmp_path, commande, monkeypatch):
    if commande == "review":
        for mots in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "essai"]):
            git(tmp_path, *mots)
    avant, essais = tout(tmp_path), plein(monkeypatch)
    mots = [mot.format(port=port, ici=tmp_path) for mot in ECRIVENT[commande]]
    fait = CliRunner().invoke(main, [commande, *mots], env={"SOURCE_DATE_EPOCH": "1795132800"})
    assert essais, "it tried to write"
    assert fait.exit_code == 1 and isinstance(fait.exception, SystemExit), fait.exception
    assert "il n'y a plus de place sur le disque" in fait.output
    assert tout(tmp_path) == avant
