"""What README, CONTRIBUTING and HACKING say is true: their commands exist, and their models pass the check."""

import re
import shutil
from pathlib import Path

import pytest

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.commands import COMMANDES

DEPOT = Path(__file__).parent.parent
DOCUMENTS = [
    DEPOT / nom
    for nom in (
        "README.md", "CONTRIBUTING.md", "HACKING.md", "directory/README.md", "CHANGELOG.md", "docs/depliants.md", "docs/horaires.md",
    )
]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name)
def test_each_make_target_it_names_is_in_the_makefile(document):
    makefile = (DEPOT / "Makefile").read_text()
    for cible in re.findall(r"\bmake ([a-z-]+)\b", document.read_text()):
        assert re.search(rf"^{cible}:", makefile, re.M), cible


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name)
def test_each_command_it_names_exists(document):
    for commande in re.findall(r"`quifaitquoi ([a-z-]+)", document.read_text()):
        assert commande in COMMANDES, commande


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name)
def test_each_file_it_links_to_is_there(document):
    for lien in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", document.read_text()):
        assert (document.parent / lien).exists(), lien


def test_the_readme_names_every_command():
    lisezmoi = (DEPOT / "README.md").read_text()
    for commande in COMMANDES:
        assert f"`quifaitquoi {commande}" in lisezmoi, commande


def test_each_dependency_is_named_with_its_reason_in_hacking():
    import tomllib
    projet = tomllib.loads((DEPOT / "pyproject.toml").read_text())["project"]
    hacking = (DEPOT / "HACKING.md").read_text()
    for besoin in [*projet["dependencies"], *projet["optional-dependencies"]["test"]]:
        nom = re.match(r"[\w-]+", besoin)[0]
        assert re.search(rf"^\| {nom} \|", hacking, re.M), nom


@pytest.mark.parametrize("document", ["directory/README.md", "CONTRIBUTING.md"])
def test_the_model_of_a_fiche_passes_the_check_as_it_stands(document, tmp_path, port_exemple, aujourdhui):
    modele = re.search(r"```yaml\n(.*?)```", (DEPOT / document).read_text(), re.S)[1]
    territoire = tmp_path / "territoire"
    shutil.copytree(port_exemple, territoire, ignore=shutil.ignore_patterns("fiches", "traductions"))
    annuaire = (territoire / "annuaire.yml").read_text()
    annuaire = re.sub(r"^langues: .*$", "langues: [fr]", annuaire, flags=re.M)
    # Its own emergency numbers lead to fiches that were left out; the model's role must exist.
    annuaire = re.sub(r"^\s+fiche: .*\n", "", annuaire, flags=re.M)
    (territoire / "annuaire.yml").write_text(annuaire.replace("roles:\n", "roles:\n  equipe-exemple:\n    nom: Équipe\n"))
    (territoire / "organismes" / "ville-exemple.yml").write_text("nom: Ville d'Exemple\n")
    (territoire / "quartiers" / "centre.yml").write_text("nom: Centre\netendue: partout\n")
    fiche = territoire / "fiches" / "centre" / "maison-des-habitants.yml"
    fiche.parent.mkdir(parents=True)
    fiche.write_text(modele)
    rapport = verifier(territoire, aujourdhui)
    assert [str(p) for p in rapport.problemes] == []
