"""The program out of its wheel, installed outside the repository, as whoever has no copy of it has it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from garde import DEPOT, DOSSIER


@dataclass(frozen=True)
class Ailleurs:
    """The program out of its wheel (`installe`), called in an empty folder (`ici`), and a territory, outside both or in it."""

    installe: Path
    ici: Path
    territoire: Path
    milieu: dict[str, str]

    def lance(self, *mots: object, reponses: list[str] = ()) -> subprocess.CompletedProcess:
        return subprocess.run([sys.executable, *map(str, mots)], cwd=self.ici, env=self.milieu, capture_output=True, text=True,
                              input="\n".join(reponses) + "\n", timeout=60)

    def commande(self, *mots: object, reponses: list[str] = ()) -> str:
        fini = self.lance("-m", "quifaitquoi", *mots, reponses=reponses)
        assert fini.returncode == 0, fini.stdout + fini.stderr
        return fini.stdout


def installe(base: Path, jour: date) -> Ailleurs:
    """Builds the wheel and installs it below `base`, with npm's files where `quifaitquoi preparer` would have brought them."""
    def module(*mots: object) -> None:
        subprocess.run([sys.executable, "-m", *map(str, mots)], cwd=DEPOT, check=True, capture_output=True)

    module("hatchling", "build", "-t", "wheel", "-d", base)
    module("pip", "install", "--no-deps", "--no-index", "--no-compile", "--target", base / "installe", *base.glob("*.whl"))
    (base / "ici").mkdir()
    (base / "cache/quifaitquoi").mkdir(parents=True)
    serrure = sha256((DEPOT / "package-lock.json").read_bytes()).hexdigest()[:12]
    (base / f"cache/quifaitquoi/npm-{serrure}").symlink_to(DEPOT / "build/npm")
    # The program stands inside another project, whose files of the same name it must leave alone.
    (base / "build/npm/node_modules").mkdir(parents=True)
    milieu = {cle: valeur for cle, valeur in os.environ.items() if cle != "QUIFAITQUOI_NPM"} | {
        "PYTHONPATH": str(base / "installe"), "XDG_CACHE_HOME": str(base / "cache"),
        "SOURCE_DATE_EPOCH": str(int(datetime(jour.year, jour.month, jour.day, 11, tzinfo=UTC).timestamp())),
    }
    la = Ailleurs(base / "installe", base / "ici", base / f"ici/{DOSSIER}", milieu)
    assert Path(la.lance("-c", "import quifaitquoi; print(quifaitquoi.__file__)").stdout).is_relative_to(la.installe)
    return la
