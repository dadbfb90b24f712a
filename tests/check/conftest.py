"""Folders to put anything into, and Port-Exemple with other files, looked at for doors that must stay unknown."""

from __future__ import annotations

import shutil

import pytest
from tests.check.fixtures import TERRITOIRE
from tests.check.refuge_retenu import SECRET

from quifaitquoi.annuaire.check import verifier


@pytest.fixture
def territoire(tmp_path):
    shutil.copytree(TERRITOIRE, tmp_path / "t")
    return tmp_path / "t"


# Other places: of the same body, with the same telephone, or that these tests put a word about a withheld one into.
VOISINES = ("fiches/gare/halte-de-nuit.yml", "fiches/la-saline/centre-social-les-embruns.yml", "fiches/partout/ecoute-horizon.yml",
            "fiches/partout/troc-du-port.yml")


@pytest.fixture
def ecrit(petit_port, port_exemple, tmp_path, aujourdhui):
    """A function that gives a few fiches of Port-Exemple other files, and what the check says of withheld addresses."""
    shutil.copytree(petit_port, tmp_path, dirs_exist_ok=True)
    for voisine in VOISINES:
        (tmp_path / voisine).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(port_exemple / voisine, tmp_path / voisine)
    (tmp_path / "README.md").unlink()  # it tells of each fiche as it was

    def _ecrit(fichiers: dict[str, str]):
        for nom, texte in fichiers.items():
            (tmp_path / nom).write_text(texte, encoding="utf-8")
        rapport = verifier(tmp_path, aujourdhui, tmp_path)
        assert not any(SECRET in str(p) for p in rapport.problemes)
        return [p for p in rapport.problemes if p.regle == "adresse-divulguee"]

    return _ecrit
