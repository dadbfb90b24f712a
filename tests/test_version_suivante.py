"""A territory begun with one version takes the next from the program's repository: by one command, with the same facts after it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

import pytest

from depot_d_essai import git
from formulaire_rempli import FICHE, TERRITOIRE
from garde import DEPOT, DOSSIER
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.edition.depot.programme import lire

# A change of form of the next version: what was a sentence of the presentation is said in other words.
MIGRATION = '''from quifaitquoi.edition.decoupe import Pose
GENRES = ("fiche",)
PHRASE = "La présentation dit « bains » en entier."
def editions(arbre):
    if arbre.get("presentation") == "Des b.":
        yield Pose(("presentation",), "Des bains.")
'''


@dataclass(frozen=True)
class Machine:
    """A version of the program in `installe`, and what a user's shell knows."""

    installe: Path
    ville: Path
    milieu: dict[str, str]

    def lance(self, *mots: object, reponses: list[str] = (), ici: Path | None = None) -> subprocess.CompletedProcess:
        # Not through PYTHONPATH: the later version, started from this one, must find itself.
        appel = f"import sys; sys.path.insert(0, {str(self.installe)!r}); from quifaitquoi.commands import programme; programme()"
        return subprocess.run([sys.executable, "-c", appel, *map(str, mots)], cwd=ici or self.ville, env=self.milieu,
                              capture_output=True, text=True, input="\n".join(reponses) + "\n", timeout=300)


@pytest.fixture(scope="module")
def amont(tmp_path_factory, port_exemple) -> Path:
    """The program's repository, this version tagged, then the next one. Their lock names no library: nothing is fetched."""
    ici = tmp_path_factory.mktemp("amont") / "quifaitquoi"
    for nom in ("plugins", ".github"):
        shutil.copytree(DEPOT / nom, ici / nom, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(port_exemple, ici / DOSSIER)
    for nom in ("pyproject.toml", "README.md", "package.json", "package-lock.json", ".npmrc", "LICENSE"):
        shutil.copy(DEPOT / nom, ici / nom)
    (ici / "CHANGELOG.md").write_text("# Ce qui change\n\n## 0.1.0\n\n- Ancien.\n")
    (ici / "requirements").mkdir()
    (ici / "requirements/site.txt").write_text("")
    git(ici, "init", "-q", "-b", "main")
    _verse(ici, "v0.1.0")
    _change(ici / "CHANGELOG.md", "## 0.1.0", "## 0.2.0\n\n- Les bains se disent\n  en entier.\n\n## 0.1.0")
    _change(ici / "pyproject.toml", 'version = "0.1.0"', 'version = "0.2.0"')
    _change(ici / "plugins/quifaitquoi/annuaire/model/formes.py", '"consommation")', '"consommation", "bains")')
    (ici / "plugins/quifaitquoi/edition/depot/migrations/bains.py").write_text(MIGRATION)
    _verse(ici, "v0.2.0")
    return ici


def _verse(depot: Path, etiquette: str) -> None:
    git(depot, "add", "-A")
    git(depot, "commit", "-qm", etiquette)
    git(depot, "tag", etiquette)


def _change(fichier: Path, ancien: str, nouveau: str) -> None:
    assert ancien in (texte := fichier.read_text())
    fichier.write_text(texte.replace(ancien, nouveau))


@pytest.fixture(scope="module")
def machine(tmp_path_factory, amont) -> Machine:
    """Version 0.1.0 as pip brings it from its tag, an empty home, and a town of its own with one address."""
    base = tmp_path_factory.mktemp("machine")
    (base / "bibliotheques").mkdir()
    # The libraries are on this machine; neither this program nor its pip must be found among them.
    for chemin in Path(sysconfig.get_paths()["purelib"]).iterdir():
        if not re.match(r"_*(quifaitquoi|editable|pip\b|pip-)", chemin.name):
            (base / "bibliotheques" / chemin.name).symlink_to(chemin)
    (base / "maison").mkdir()
    milieu = {"PATH": os.environ["PATH"], "HOME": str(base / "maison"), "PYTHONPATH": str(base / "bibliotheques"),
              "PIP_NO_BUILD_ISOLATION": "false", "PIP_NO_INDEX": "1", "SOURCE_DATE_EPOCH": "1795132800",
              "GIT_CONFIG_GLOBAL": os.devnull, "QUIFAITQUOI_NPM": str(DEPOT / "build/npm")}
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation",
                    "--target", base / "installe", f"git+file://{amont}@v0.1.0"], check=True, capture_output=True)
    la = Machine(base / "installe", base / "ville", milieu)
    fait = la.lance("init", la.ville, reponses=TERRITOIRE, ici=base)
    assert fait.returncode == 0, fait.stderr
    assert la.lance("new", reponses=FICHE).returncode == 0
    fiche = next(la.ville.glob(f"{DOSSIER}/fiches/*/bains-du-centre.yml"))
    fiche.write_text(fiche.read_text() + "presentation: Des b.  # en court\n")
    return la


def test_a_town_takes_the_next_version_by_one_command_and_keeps_its_facts(machine, amont):
    exige, fiche = machine.ville / "requirements.txt", next(machine.ville.glob(f"{DOSSIER}/fiches/*/bains-du-centre.yml"))
    assert lire(exige.read_text()).version == "0.1.0" and lire(exige.read_text()).adresse == f"file://{amont}"
    avant = {f: f.read_bytes() for f in machine.ville.rglob("*") if f.is_file()}
    essai = machine.lance("mettre-a-jour", "--essai")
    assert essai.returncode == 0, essai.stdout + essai.stderr
    assert "+presentation: Des bains.  # en court" in essai.stdout and {f: f.read_bytes() for f in avant} == avant
    fait = machine.lance("mettre-a-jour")
    assert fait.returncode == 0, fait.stdout + fait.stderr
    assert "De la version 0.1.0 à la version 0.2.0. Ce qui change :\n- Les bains se disent en entier.\n" in fait.stdout
    assert "La présentation dit « bains » en entier. (1 fichier)" in fait.stdout and "Ancien" not in fait.stdout
    voulue = subprocess.run(["git", "rev-parse", "v0.2.0"], cwd=amont, capture_output=True, text=True).stdout.strip()
    assert exige.read_text().endswith(f"git+file://{amont}@{voulue}#egg=quifaitquoi  # v0.2.0\n")
    assert fiche.read_text().endswith("presentation: Des bains.  # en court\n")
    faits, anciens = lire_yaml(fiche.read_text()).valeur, lire_yaml(avant[fiche].decode()).valeur
    assert {**faits, "presentation": ""} == {**anciens, "presentation": ""}
    changes = {f.relative_to(machine.ville).as_posix() for f in avant if f.read_bytes() != avant[f]}
    assert changes == {"requirements.txt", f"{DOSSIER}/.formes", fiche.relative_to(machine.ville).as_posix()}
    # The version that the shell still has says at once that the files have gone beyond it.
    assert f"{DOSSIER}/.formes:4:1: erreur: « bains » n'est pas connu de ce programme" in machine.lance("check").stdout
    refus = machine.lance("mettre-a-jour", "--hors-ligne")
    assert refus.returncode == 1 and "nomme la version 0.2.0, plus récente que celle-ci (0.1.0)" in refus.stderr
