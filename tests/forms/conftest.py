"""The forms of the forge as it hands them over, and a territory that may be changed."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from formulaire_rempli import lance
from quifaitquoi.annuaire.check import verifier


@pytest.fixture
def annuaire(tmp_path, petit_port) -> Path:
    return Path(shutil.copytree(petit_port, tmp_path / "annuaire"))


@pytest.fixture
def soumet(annuaire, tmp_path):
    """Submits a form's text to the real command; gives what it answers, and whether there is a proposition."""
    def fait(texte: str, numero: object = 12):
        evenement, vers = tmp_path / "evenement.json", tmp_path / "formulaire"
        evenement.write_text(json.dumps({"issue": {"number": numero, "body": texte}}))
        fini = lance("from-issue", evenement, "--vers", vers, "--dans", annuaire)
        reponse, titre = vers / "reponse.md", vers / "titre.txt"
        assert (fini.exit_code == 0) == titre.exists()
        return (reponse.read_text() if reponse.exists() else fini.stderr), titre.read_text() if titre.exists() else None
    return fait


@pytest.fixture(scope="module")
def directory(petit_port):
    return verifier(petit_port, date(2026, 11, 20)).directory
