"""The forge's script for imports: what a source changed becomes one proposal, never in place of a person's correction."""

import os
import subprocess
from pathlib import Path

import pytest

from depot_d_essai import git
from garde import DOSSIER
from quifaitquoi.base.fourni import fourni

# Stand for the network, the program and the forge: each keeps what it was asked, the program writes what it is told to.
OUTILS = {
    "bin/curl": '#!/bin/sh\necho "$@" >> "$FORGE/telecharge"\n',
    "bin/gh": '#!/bin/sh\necho "$@" >> "$FORGE/demandes"\n[ "$1 $2" != "pr list" ] || cat "$FORGE/ouverte"\n',
    "clone/build/venv/bin/quifaitquoi":
        '#!/bin/sh\necho "$@" >> "$FORGE/importe"\n[ ! -f "$FORGE/refuse" ] || exit 1\n'
        'cp "$FORGE/fiche.yml" directory/fiches/gare/le-phare.yml\necho "1 fiche <b>complétée</b>"\n',
}
SOURCE = "https://donnees.example.org/services.json"


class Forge:
    """A clone of a territory, the repository that it pushes to, and the tools around it."""

    def __init__(self, ici: Path):
        self.ici, self.origine, self.clone = ici, ici / "origine.git", ici / "clone"
        git(ici, "init", "-q", "--bare", "-b", "main", str(self.origine))
        git(ici, "clone", "-q", str(self.origine), str(self.clone))
        (self.clone / ".gitignore").write_text("build/\n")
        fiche = self.clone / DOSSIER / "fiches" / "gare" / "le-phare.yml"
        fiche.parent.mkdir(parents=True)
        fiche.write_text("nom: Le Phare\n")
        for commande in ("checkout -q -B main", "add -A", "commit -qm essai", "push -q origin main"):
            git(self.clone, *commande.split())
        for nom, texte in OUTILS.items():
            (ici / nom).parent.mkdir(parents=True, exist_ok=True)
            (ici / nom).write_text(texte)
            (ici / nom).chmod(0o755)
        (ici / "ouverte").touch()

    def importe(self, fiche: str, **milieu: str) -> list[str]:
        """What the forge was asked once a source that makes the fiche so was imported, on a fresh `main`."""
        git(self.clone, "checkout", "-q", "-f", "main")
        (self.ici / "fiche.yml").write_text(fiche)
        (self.ici / "demandes").unlink(missing_ok=True)
        self.fait = subprocess.run(
            ["bash", fourni("importer.sh")], cwd=self.clone, capture_output=True, text=True,
            env={**os.environ, "PATH": f"{self.ici / 'bin'}:{os.environ['PATH']}", "FORGE": str(self.ici),
                 "FORMAT": "data-inclusion", "ADRESSE": SOURCE,
                 "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, **milieu})
        return self.dit("demandes")

    def dit(self, nom: str) -> list[str]:
        return (self.ici / nom).read_text().splitlines() if (self.ici / nom).exists() else []

    @property
    def proposee(self) -> str | None:
        lu = subprocess.run(["git", "show", f"import-data-inclusion:{DOSSIER}/fiches/gare/le-phare.yml"], cwd=self.origine,
                            capture_output=True, text=True)
        return lu.stdout if lu.returncode == 0 else None


@pytest.fixture
def forge(tmp_path) -> Forge:
    return Forge(tmp_path)


def test_what_a_source_changed_becomes_one_proposal_that_is_checked_and_built(forge):
    demandes = forge.importe("nom: Le Phare bleu\n", ZONE="gare")
    assert forge.fait.returncode == 0, forge.fait.stderr
    assert forge.proposee == "nom: Le Phare bleu\n"
    assert [d for d in demandes if not d.startswith(("auth", "pr list"))] == [
        "pr create --title Importer de nouveau : data-inclusion --body-file build/import/proposition.md "
        "--head import-data-inclusion",
        "workflow run check.yml --ref import-data-inclusion", "workflow run site.yml --ref import-data-inclusion"]
    assert forge.dit("importe") == ["import --dans directory --zone=gare -- data-inclusion build/import/source"]
    # The account is shown as it is, and means nothing to the forge.
    assert (forge.clone / "build/import/proposition.md").read_text() == "    1 fiche <b>complétée</b>\n\n"


def test_the_next_week_the_open_proposal_is_brought_up_to_date(forge):
    forge.importe("nom: Le Phare bleu\n")
    (forge.ici / "ouverte").write_text("12\n")
    demandes = forge.importe("nom: Le Phare vert\n")
    assert forge.proposee == "nom: Le Phare vert\n"
    assert "pr edit 12 --body-file build/import/proposition.md" in demandes
    assert not [d for d in demandes if d.startswith("pr create")]


def test_what_a_person_corrected_is_not_replaced_and_the_proposal_hears_of_it(forge):
    forge.importe("nom: Le Phare bleu\n")
    (forge.ici / "ouverte").write_text("12\n")
    git(forge.clone, "checkout", "-q", "import-data-inclusion")
    (forge.clone / DOSSIER / "fiches/gare/le-phare.yml").write_text("nom: Le Phare d'ici\n")
    for commande in ("commit -qam corrige", "push -q origin import-data-inclusion"):
        git(forge.clone, *commande.split())
    demandes = forge.importe("nom: Le Phare vert\n")
    assert forge.fait.returncode == 0 and forge.proposee == "nom: Le Phare d'ici\n"
    assert [d for d in demandes if d.startswith("pr comment 12 ")]
    assert not [d for d in demandes if d.startswith(("pr edit", "workflow"))]


@pytest.mark.parametrize("milieu", [{"ADRESSE": ""}, {}])
def test_without_an_address_or_a_change_nothing_is_proposed(forge, milieu):
    assert forge.importe("nom: Le Phare\n", **milieu) == []
    assert forge.fait.returncode == 0 and forge.proposee is None and bool(forge.dit("telecharge")) is (not milieu)


def test_an_import_that_is_refused_ends_red_and_proposes_nothing(forge):
    (forge.ici / "refuse").touch()
    assert forge.importe("nom: Le Phare bleu\n") == [] and forge.fait.returncode != 0 and forge.proposee is None


def test_only_https_is_fetched(forge):
    forge.importe("nom: Le Phare\n")
    (demande,) = forge.dit("telecharge")
    assert "--proto =https --proto-redir =https" in demande and demande.endswith(f"-- {SOURCE}")
