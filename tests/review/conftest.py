"""A territory in a real git repository, with one commit to compare with."""

import os
import shutil
import subprocess

import pytest
from click.testing import CliRunner
from quifaitquoi.commands import main


def git(dossier, *arguments):
    milieu = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", "-c", "user.name=essai", "-c", "user.email=essai@example.org", *arguments], cwd=dossier, check=True,
                   capture_output=True, env=milieu)


class Depot:
    """The territory as somebody changes it."""

    def __init__(self, dossier):
        self.dossier, self.territoire = dossier, dossier / "directory"

    def git(self, *arguments):
        git(self.dossier, *arguments)

    def commit(self):
        self.git("add", "-A")
        self.git("commit", "-qm", "essai")

    def change(self, chemin, ancien, nouveau):
        fichier = self.territoire / chemin
        texte = fichier.read_text()
        assert ancien in texte, f"{ancien} n'est pas dans {chemin}"
        fichier.write_text(texte.replace(ancien, nouveau))

    def relit(self, *options, base="HEAD", le="1795132800"):
        """The command's result, the summary and the page."""
        sortie = self.dossier / "sortie"
        fait = CliRunner().invoke(main, ["review", base, str(self.territoire), "--vers", str(sortie), *options],
                                  env={"SOURCE_DATE_EPOCH": le})
        lu = [(sortie / nom).read_text() if (sortie / nom).is_file() else "" for nom in ("resume.md", "relecture.html")]
        return fait, *lu


@pytest.fixture
def depot(tmp_path, port_exemple):
    shutil.copytree(port_exemple, tmp_path / "directory")
    (tmp_path / ".gitignore").write_text("sortie/\n")
    git(tmp_path, "init", "-q")
    depot = Depot(tmp_path)
    depot.commit()
    return depot
