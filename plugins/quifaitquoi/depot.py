"""What git knows of the territory as it was: which files changed since, and what they said. The only module that runs git."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quifaitquoi.check.problem import visible

DELAI = 60  # seconds


class SansDepot(Exception):
    """git can't tell; carries a sentence for whoever asked."""


@dataclass(frozen=True)
class Depot:
    """The files under `racine` at one revision of the repository that it belongs to."""

    racine: Path
    revision: str

    def changes(self) -> tuple[str, ...]:
        """The files that differ from what they were, new and removed ones included, as paths from `racine`."""
        connus = _git(self.racine, "diff", "--name-only", "--no-renames", "--no-ext-diff", "--relative", "-z", self.revision,
                      "--", ".")
        nouveaux = _git(self.racine, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
        return tuple(sorted({nom.decode("utf-8", "replace") for nom in (connus + nouveaux).split(b"\0") if nom}))

    def textes(self, chemins: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """What each of these files held, without those that were not there. No path may hold a line break."""
        chemins = list(chemins)
        demande = "".join(f"{self.revision}:./{chemin}\n" for chemin in chemins)
        reste = _git(self.racine, "cat-file", "--batch", entree=demande.encode()) if chemins else b""
        for chemin in chemins:
            tete, _, reste = reste.partition(b"\n")
            mots = tete.split(b" ")
            if mots[-1] == b"missing":
                continue
            taille = int(mots[-1])
            if mots[-2] == b"blob":
                yield chemin, reste[:taille]
            reste = reste[taille + 1:]


def depot(racine: Path, base: str) -> Depot:
    """The repository that holds `racine`, at the revision `base`. Raises SansDepot."""
    try:
        revision = _git(racine, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    except SansDepot:
        _git(racine, "rev-parse", "--git-dir")
        raise SansDepot(f"« {visible(base)} » n'est pas une révision connue de ce dépôt. Exemples : main, origin/main, "
                        "HEAD^1. Dans un workflow, récupérez aussi la révision d'avant (fetch-depth: 2)") from None
    return Depot(racine, revision.decode().strip())


def _git(dossier: Path, *arguments: str, entree: bytes | None = None) -> bytes:
    try:
        fait = subprocess.run(["git", *arguments], cwd=dossier, input=entree, capture_output=True, timeout=DELAI)
    except FileNotFoundError:
        raise SansDepot("git n'est pas installé sur cette machine : installez-le pour comparer deux versions") from None
    except subprocess.TimeoutExpired:
        raise SansDepot(f"git n'a pas répondu en {DELAI} secondes : recommencez") from None
    if fait.returncode:
        raise SansDepot(f"« {visible(str(dossier))} » n'est pas dans un dépôt git qui se lit : la relecture compare deux "
                        "versions que git garde")
    return fait.stdout
