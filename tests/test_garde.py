"""No test of the program reads the pilot's data, neither by its name nor because it is there."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from garde import DEPOT, DOSSIER, PILOTE, DonneesDuPilote

TESTS = Path(__file__).parent
NOM = re.compile(rf"""['"/]{DOSSIER}['"/]""")


@pytest.mark.parametrize("lecture", [
    lambda _: (PILOTE / "annuaire.yml").read_text(),
    lambda _: open(os.fsencode(PILOTE / "annuaire.yml")),
    lambda _: list(PILOTE.glob("fiches/*/*.yml")),
    lambda _: os.listdir(PILOTE),
    lambda _: list(os.walk(DEPOT)),
    lambda ailleurs: shutil.copytree(PILOTE, ailleurs / "copie"),
])
def test_the_pilot_s_data_cannot_be_read(lecture, tmp_path):
    with pytest.raises(DonneesDuPilote):
        lecture(tmp_path)


def test_nor_from_inside_its_folder(monkeypatch):
    monkeypatch.chdir(PILOTE)
    with pytest.raises(DonneesDuPilote):
        os.listdir()


@pytest.mark.parametrize("mots", [["check"], ["new"], ["stale", str(PILOTE)]])
def test_nor_by_a_program_that_is_started_in_the_root_without_a_territory(mots):
    with pytest.raises(DonneesDuPilote):
        subprocess.run([sys.executable, "-m", "quifaitquoi", *mots], cwd=DEPOT)


def test_a_territory_that_has_the_same_name_elsewhere_can_be_read(tmp_path, port_exemple):
    ici = shutil.copytree(port_exemple, tmp_path / DOSSIER)
    assert len(list(ici.glob("fiches/*/*.yml"))) == 72
    shutil.rmtree(tmp_path)
    assert not ici.exists()


@pytest.mark.parametrize("fichier", [
    pytest.param(fichier, id=fichier.relative_to(TESTS).as_posix()) for fichier in sorted(TESTS.rglob("*.py"))
    if fichier.parent != TESTS / "pilote" and fichier.name != "garde.py"
])
def test_each_file_takes_the_name_of_that_folder_from_garde(fichier):
    """What the guard does not see, a measure or a program that a test starts elsewhere, would name it."""
    assert not NOM.findall(fichier.read_text("utf-8"))
