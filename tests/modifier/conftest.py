"""The editor's stories happen on Port-Exemple, whose files are on an invented forge."""

import json
import re
import shutil
from pathlib import Path

import pytest

from formulaire_rempli import corps, lance
from promenade import en_ligne, visiteur  # noqa: F401 - fixtures
from site_bati import construit


@pytest.fixture(params=["http", "file"])
def racine(request, site, en_ligne) -> str:  # noqa: F811 - the one above
    return en_ligne if request.param == "http" else site.as_uri()


@pytest.fixture
def copie(tmp_path, petit_port) -> Path:
    return Path(shutil.copytree(petit_port, tmp_path / "territoire"))


@pytest.fixture
def batir_sans_forge(copie, tmp_path, aujourdhui) -> Path:
    """The site of a territory that does not say where its files are."""
    annuaire = copie / "annuaire.yml"
    texte = annuaire.read_text("utf-8")
    annuaire.write_text(re.sub(r"(?m)^depot:\n(  .*\n)+", "", texte), encoding="utf-8")
    return construit(copie, tmp_path / "site", aujourdhui)


@pytest.fixture
def batir_avec_un_commentaire(copie, tmp_path, aujourdhui) -> tuple[str, str]:
    """What the editor knows of a fiche with a remark of its volunteers, and that fiche once a form has changed it."""
    fiche = copie / "fiches/vieux-port/la-chaloupe.yml"
    fiche.write_text(fiche.read_text("utf-8").replace("  telephone:", "  # demander à Lou\n  telephone:", 1), encoding="utf-8")
    site = construit(copie, tmp_path / "site", aujourdhui)
    evenement = tmp_path / "evenement.json"
    demande = corps("corriger", fiche="la-chaloupe", changements='contact.telephone="02 61 91 02 99"')
    evenement.write_text(json.dumps({"issue": {"number": 7, "body": demande}}))
    assert lance("from-issue", evenement, "--vers", tmp_path / "reponse", "--dans", copie).exit_code == 0
    return (site / "modifier/la-chaloupe.js").read_text("utf-8"), fiche.read_text("utf-8")
