"""What README, CONTRIBUTING and HACKING say is true: their commands exist, and their model passes the check."""

import re

import pytest

from documents import DEPOT, modele_verifie, promesses_vaines
from moteurs import MOTEURS
from quifaitquoi.commands import COMMANDES

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "HACKING.md", "CHANGELOG.md",
             *sorted(f"docs/{page.name}" for page in (DEPOT / "docs").glob("*.md")))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_each_target_command_and_file_it_names_is_there(document):
    assert promesses_vaines(DEPOT / document) == []


def test_the_readme_names_every_command():
    lisezmoi = (DEPOT / "README.md").read_text()
    for commande in COMMANDES:
        assert f"`quifaitquoi {commande}" in lisezmoi, commande


def test_the_readme_lists_the_engines_in_which_pages_are_tried():
    table = (DEPOT / "README.md").read_text().partition("| moteur |")[2].partition("\n\n")[0]
    assert [nom.lower() for nom in re.findall(r"^\| (\w+) \|", table, re.M)] == list(MOTEURS)


def test_each_dependency_is_named_with_its_reason_in_hacking():
    import tomllib
    lu = tomllib.loads((DEPOT / "pyproject.toml").read_text())
    projet, hacking = lu["project"], (DEPOT / "HACKING.md").read_text()
    for besoin in [*projet["dependencies"], *projet["optional-dependencies"]["test"], *lu["dependency-groups"]["bench"]]:
        nom = re.match(r"[\w-]+", besoin)[0]
        assert re.search(rf"^\| {nom} \|", hacking, re.M), nom


@pytest.mark.parametrize("document", ["CONTRIBUTING.md", "docs/fiche.md"])
def test_the_model_of_a_fiche_passes_the_check_as_it_stands(tmp_path, port_exemple, aujourdhui, document):
    rapport = modele_verifie(DEPOT / document, port_exemple, tmp_path, aujourdhui)
    assert [str(p) for p in rapport.problemes] == []
