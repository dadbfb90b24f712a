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


@pytest.fixture
def depot(tmp_path, port_exemple):
    shutil.copytree(port_exemple, tmp_path / DOSSIER)
    (tmp_path / ".gitignore").write_text("sortie/\n")
    git(tmp_path, "init", "-q")
    depot = DepotRelu(tmp_path)
    depot.commit()
    return depot
