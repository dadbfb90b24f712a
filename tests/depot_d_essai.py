"""A territory in a real git repository, as somebody changes it."""

import os
import subprocess
from pathlib import Path

from garde import DOSSIER


def git(dossier: Path, *arguments: str, le: str | None = None) -> None:
    """Runs git without this machine's settings; `le` is the moment that a commit claims."""
    milieu = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    dates = {"GIT_AUTHOR_DATE": le, "GIT_COMMITTER_DATE": le} if le else {}
    subprocess.run(
        ["git", "-c", "user.name=Camille Essai", "-c", "user.email=camille@example.org", *arguments],
        cwd=dossier,
        check=True,
        capture_output=True,
        env={**milieu, **dates},
    )


class Depot:
    """`dossier` is the repository, `territoire` the directory in it."""

    def __init__(self, dossier: Path):
        self.dossier, self.territoire = dossier, dossier / DOSSIER

    def git(self, *arguments: str, le: str | None = None) -> None:
        git(self.dossier, *arguments, le=le)

    def commit(self, le: str | None = None) -> None:
        self.git("add", "-A")
        self.git("commit", "-qm", "essai", le=le)

    def change(self, chemin: str, ancien: str, nouveau: str) -> None:
        fichier = self.territoire / chemin
        texte = fichier.read_text()
        assert ancien in texte, f"{ancien} n'est pas dans {chemin}"
        fichier.write_text(texte.replace(ancien, nouveau))
