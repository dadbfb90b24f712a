"""The forge's script for forms: one open proposal each, which never takes the place of what a person has read or corrected."""

import json
import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from depot_d_essai import git
from garde import DOSSIER
from quifaitquoi.base.fourni import fourni

pytestmark = pytest.mark.skipif(not shutil.which("jq"), reason="the forge's command reads its answers with jq, which is not here")

# Says what the forge would, and keeps what it was asked.
GH = """#!/bin/sh
echo "$@" >> "$FORGE/demandes"
case "$1 $2" in
  "pr create"|"workflow run") [ ! -e "$FORGE/refuse-$1" ] || exit 1 ;;
  "pr list") while [ "$1" != --jq ]; do shift; done; jq -r "$2" "$FORGE/ouvertes.json" ;;
  "pr view") while [ "$1" != --jq ]; do shift; done; jq -r "$2" "$FORGE/proposition.json" ;;
esac
"""
SIENS = [{"authors": [{"name": "formulaire"}]}]


class Forge:
    """A clone of a territory, the repository that it pushes to, and what the forge knows of its proposals."""

    def __init__(self, dossier: Path):
        self.dossier, self.origine, self.clone = dossier, dossier / "origine.git", dossier / "clone"
        git(dossier, "init", "-q", "--bare", "-b", "main", str(self.origine))
        git(dossier, "clone", "-q", str(self.origine), str(self.clone))
        (self.clone / ".gitignore").write_text("build/\n")
        self.fiche = self.clone / DOSSIER / "fiches" / "gare" / "le-phare.yml"
        self.fiche.parent.mkdir(parents=True)
        self.fiche.write_text("nom: Le Phare\n")
        for commande in ("checkout -q -B main", "add -A", "commit -qm essai", "push -q origin main"):
            git(self.clone, *commande.split())
        (dossier / "bin").mkdir()
        gh = dossier / "bin" / "gh"
        gh.write_text(GH)
        gh.chmod(gh.stat().st_mode | stat.S_IXUSR)
        self.sait()

    def sait(self, ouvertes: list = (), reviews: list = (), commits: list = tuple(SIENS), remarques: tuple[str, ...] = ()) -> None:
        """`remarques`: who wrote one."""
        (self.dossier / "ouvertes.json").write_text(json.dumps(list(ouvertes)))
        dites = [{"author": {"login": auteur}} for auteur in ("github-actions", *remarques)]
        (self.dossier / "proposition.json").write_text(
            json.dumps({"reviews": list(reviews), "commits": list(commits), "comments": dites}))

    def recoit(self, texte: str) -> list[str]:
        """What the forge was asked once the form with this text was read, on a fresh `main`."""
        git(self.clone, "checkout", "-q", "-f", "main")
        self.fiche.write_text(texte)
        formulaire = self.clone / "build" / "formulaire"
        formulaire.mkdir(parents=True, exist_ok=True)
        (formulaire / "titre.txt").write_text("Formulaire n° 7 : le-phare\n")
        (formulaire / "reponse.md").write_text("Merci, c'est proposé.\n")
        (self.dossier / "demandes").unlink(missing_ok=True)
        milieu = {**os.environ, "PATH": f"{self.dossier / 'bin'}:{os.environ['PATH']}", "FORGE": str(self.dossier), "NUMERO": "7",
                  "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        self.code = subprocess.run(["bash", fourni("formulaire.sh")], cwd=self.clone, env=milieu, capture_output=True).returncode
        demandes = self.dossier / "demandes"
        return demandes.read_text().splitlines() if demandes.exists() else []

    @property
    def proposee(self) -> str | None:
        """What stands in the fiche on the branch of the form."""
        commande = ["git", "show", f"formulaire-7:{DOSSIER}/fiches/gare/le-phare.yml"]
        lu = subprocess.run(commande, cwd=self.origine, capture_output=True, text=True)
        return lu.stdout if lu.returncode == 0 else None

    @property
    def reponse(self) -> str:
        return (self.clone / "build" / "formulaire" / "reponse.md").read_text()


@pytest.fixture
def forge(tmp_path) -> Forge:
    return Forge(tmp_path)


def _ouvre(demandes: list[str]) -> bool:
    return any(demande.startswith("pr create ") for demande in demandes)


def test_a_form_opens_a_proposal_and_has_it_checked_and_built(forge):
    demandes = forge.recoit("nom: Le Phare bleu\n")
    assert forge.code == 0 and _ouvre(demandes) and forge.proposee == "nom: Le Phare bleu\n"
    assert [demande for demande in demandes if demande.startswith("workflow run")] == [
        "workflow run check.yml --ref formulaire-7", "workflow run site.yml --ref formulaire-7"]


def test_where_the_forge_lets_no_workflow_open_a_proposal_the_visitor_hears_so_and_the_run_is_red(forge):
    (forge.dossier / "refuse-pr").touch()
    forge.recoit("nom: Le Phare bleu\n")
    assert forge.code != 0 and forge.proposee == "nom: Le Phare bleu\n"
    assert "la forge n'a pas laissé ouvrir la proposition" in forge.reponse and "une personne de l'équipe" in forge.reponse


def test_a_check_that_does_not_start_takes_nothing_from_the_answer(forge):
    (forge.dossier / "refuse-workflow").touch()
    assert _ouvre(forge.recoit("nom: Le Phare bleu\n")) and forge.code != 0
    assert forge.reponse == "Merci, c'est proposé.\n"


def test_an_edit_of_the_form_brings_its_open_proposal_up_to_date(forge):
    forge.recoit("nom: Le Phare bleu\n")
    forge.sait([{"number": 12, "isCrossRepository": False}])
    demandes = forge.recoit("nom: Le Phare vert\n")
    assert not _ouvre(demandes) and forge.proposee == "nom: Le Phare vert\n" and forge.reponse == "Merci, c'est proposé.\n"


def test_after_a_merged_or_closed_proposal_an_edit_opens_another(forge):
    forge.recoit("nom: Le Phare bleu\n")
    forge.sait([])
    assert _ouvre(forge.recoit("nom: Le Phare vert\n")) and forge.proposee == "nom: Le Phare vert\n"


def test_a_proposal_from_a_fork_with_a_branch_of_that_name_is_not_the_form_s(forge):
    forge.sait([{"number": 3, "isCrossRepository": True}])
    assert _ouvre(forge.recoit("nom: Le Phare bleu\n"))


@pytest.mark.parametrize("su", [
    {"reviews": [{"state": "APPROVED"}]}, {"reviews": [{"state": "COMMENTED"}]},
    {"commits": [*SIENS, {"authors": [{"name": "Camille Essai"}]}]}, {"remarques": ("camille-essai",)}])
def test_what_a_person_has_read_or_corrected_is_never_replaced(forge, su):
    forge.recoit("nom: Le Phare bleu\n")
    forge.sait([{"number": 12, "isCrossRepository": False}], **su)
    demandes = forge.recoit("nom: Le Phare piégé\n")
    assert forge.proposee == "nom: Le Phare bleu\n"
    assert any(demande.startswith("pr comment 12 ") and "#7" in demande for demande in demandes)
    assert "Une personne relit déjà votre proposition" in forge.reponse
    assert not any(demande.startswith("workflow") for demande in demandes)


def test_a_form_that_changes_nothing_proposes_nothing(forge):
    assert forge.recoit("nom: Le Phare\n") == [] and forge.proposee is None


def test_a_form_that_could_not_be_read_proposes_nothing(forge):
    forge.recoit("nom: Le Phare\n")
    (forge.clone / "build" / "formulaire" / "titre.txt").unlink()
    subprocess.run(["bash", fourni("formulaire.sh")], cwd=forge.clone, env={**os.environ, "NUMERO": "7"}, check=True)
    assert forge.proposee is None
