"""A territory in a real git repository, with one commit to compare with."""

import shutil

import pytest
from click.testing import CliRunner

from depot_d_essai import Depot, git
from garde import DOSSIER
from quifaitquoi.commands import main


class DepotRelu(Depot):
    """The territory and what a review says of its changes."""

    def relit(self, *options, base="HEAD", le="1795132800"):
        """The command's result, the summary and the page."""
        sortie = self.dossier / "sortie"
        fait = CliRunner().invoke(main, ["review", base, str(self.territoire), "--vers", str(sortie), *options],
                                  env={"SOURCE_DATE_EPOCH": le})
        lu = [(sortie / nom).read_text() if (sortie / nom).is_file() else "" for nom in ("resume.md", "relecture.html")]
        return fait, *lu


@pytest.fixture(scope="session")
def modele(tmp_path_factory, petit_port):
    """The first commit, made once."""
    dossier = tmp_path_factory.mktemp("depot")
    shutil.copytree(petit_port, dossier / DOSSIER)
    (dossier / ".gitignore").write_text("sortie/\n")
    git(dossier, "init", "-q")
    Depot(dossier).commit()
    return dossier


@pytest.fixture
def depot(modele, tmp_path):
    return DepotRelu(shutil.copytree(modele, tmp_path, dirs_exist_ok=True))
