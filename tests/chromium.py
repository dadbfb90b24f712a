"""A real Chromium for the tests: the one that is there, else the one from the npm set-up, else a sentence."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

DEPOT = Path(__file__).parent.parent
NPM = DEPOT / "build" / "npm" / "node_modules"
DEBALLE = DEPOT / "build" / "chromium"
NODE = DEPOT / "build" / "venv" / "bin" / "node"
NOMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# Without these, Chromium looks for its maker's servers at each start; root may not use the sandbox. Pages of one visitor share
# a process: starting one takes as long as reading a page.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
             "--disable-sync", "--no-first-run", "--renderer-process-limit=1"]
MANQUE = (
    "Les tests ont besoin de Chromium et n'en trouvent pas. Installez-le (Debian, Ubuntu : apt install chromium), "
    "ou donnez son chemin : QUIFAITQUOI_CHROMIUM=/chemin/vers/chromium make test")

# The package unpacks where TMPDIR says, with the libraries it needs when it believes to be on that platform.
DEBALLER = "import(process.argv[1]).then(m => m.default.executablePath()).then(p => console.log(p))"


@dataclass(frozen=True)
class Navigateur:
    """Where Chromium is, and the variables it needs to find its libraries."""

    chemin: str
    environnement: tuple[tuple[str, str], ...] = ()

    def options(self) -> dict:
        """Arguments for Playwright's `chromium.launch`."""
        return {"executable_path": self.chemin, "args": ARGUMENTS, "env": {**os.environ, **dict(self.environnement)}}


@lru_cache(maxsize=1)
def chromium() -> Navigateur:
    """Raises RuntimeError with a sentence where there is none: a test without a browser must never pass silently."""
    donne = os.environ.get("QUIFAITQUOI_CHROMIUM")
    candidats = [Navigateur(donne)] if donne else [Navigateur(chemin) for nom in NOMS if (chemin := shutil.which(nom))]
    for candidat in candidats:
        if _demarre(candidat):
            return candidat
    deballe = _deballe() if not donne else None
    if deballe and _demarre(deballe):
        return deballe
    raise RuntimeError(MANQUE)


def _deballe() -> Navigateur | None:
    paquet = NPM / "@sparticuz" / "chromium" / "build" / "esm" / "index.js"
    if not paquet.is_file():
        return None
    DEBALLE.mkdir(parents=True, exist_ok=True)
    with (DEBALLE / "verrou").open("w") as verrou:  # one process unpacks, the others find it done
        fcntl.flock(verrou, fcntl.LOCK_EX)
        return _deballe_ici(paquet)


def _deballe_ici(paquet: Path) -> Navigateur | None:
    env = {**os.environ, "TMPDIR": str(DEBALLE), "AWS_EXECUTION_ENV": "AWS_Lambda_nodejs22.x"}
    try:
        fait = subprocess.run([NODE, "-e", DEBALLER, paquet.as_uri()], env=env, capture_output=True, text=True, timeout=120)
    except (OSError, subprocess.TimeoutExpired):
        return None
    chemin = fait.stdout.strip()
    bibliotheques = f"{DEBALLE / 'al2023' / 'lib'}:{DEBALLE}"
    return Navigateur(chemin, (("LD_LIBRARY_PATH", bibliotheques),)) if fait.returncode == 0 and chemin else None


def _demarre(navigateur: Navigateur) -> bool:
    try:
        env = {**os.environ, **dict(navigateur.environnement)}
        fait = subprocess.run([navigateur.chemin, "--version"], env=env, capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return fait.returncode == 0
