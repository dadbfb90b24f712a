"""What git knows of the territory as it was: which files changed, when, and what they said. The only module that runs git."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import visible

DELAI = 60  # seconds
RIEN = "0" * 40


class SansDepot(Refus):
    """git can't tell; carries a sentence for whoever asked."""


class SansPasse(Refus):
    """A copy of a repository that holds only a part of its past."""


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
        contenus = _contenus(self.racine, [f"{self.revision}:./{chemin}" for chemin in chemins])
        yield from ((chemin, octets) for chemin, octets in zip(chemins, contenus, strict=True) if octets is not None)


@dataclass(frozen=True)
class Revision:
    """What one landing changed: (path from the folder, what it held before, what it holds since) as names of contents.

    Such a name is for `contenus`; `RIEN` says that there was, or is, no such file.
    """

    nom: str
    quand: datetime
    fichiers: tuple[tuple[str, str, str], ...]


def tete(dossier: Path) -> str:
    """The revision that all of the past follows from; "" where there is no repository. Raises SansPasse where a part is lacking."""
    try:
        nom, coupee = _git(dossier, "rev-parse", "HEAD", "--is-shallow-repository").decode().split()
    except (SansDepot, ValueError):
        return ""
    if coupee != "false":
        raise SansPasse
    return nom


def revisions(dossier: Path, depuis: datetime) -> tuple[Revision, ...]:
    """What landed below `dossier` since then, the newest first. Raises SansDepot.

    Of a copy without its past, the first revision is left out: it would say that everything is new.
    """
    coupee = _git(dossier, "rev-parse", "--is-shallow-repository").strip() == b"true"
    lu = _git(
        dossier, "log", "--first-parent", "--diff-merges=first-parent", "--raw", "-z", "--no-renames", "--no-abbrev",
        "--relative", "--no-show-signature", f"--since={depuis.isoformat()}", "--format=%x01%H %P%x02%cI%x02", "--", ".",
    )
    faites = []
    for morceau in lu.decode("utf-8", "replace").split("\1")[1:]:
        noms, quand, fichiers = morceau.split("\2", 2)
        nom, _, parents = noms.partition(" ")
        if parents or not coupee:
            faites.append(Revision(nom, datetime.fromisoformat(quand), tuple(_fichiers(fichiers))))
    return tuple(faites)


def _fichiers(brut: str) -> Iterator[tuple[str, str, str]]:
    """`:100644 100644 abc… def… M\0path\0`, over and over."""
    parties = [partie for partie in brut.strip("\n\0").split("\0") if partie]
    for entete, chemin in zip(parties[::2], parties[1::2], strict=False):
        _, _, avant, apres, _ = entete.lstrip("\n:").split(" ", 4)
        yield chemin, avant, apres


def contenus(dossier: Path, noms: Iterable[str]) -> dict[str, bytes]:
    """What is in each of the contents that have these names."""
    uniques = list(dict.fromkeys(nom for nom in noms if nom != RIEN))
    return {nom: octets for nom, octets in zip(uniques, _contenus(dossier, uniques), strict=True) if octets is not None}


def _contenus(dossier: Path, demandes: list[str]) -> Iterator[bytes | None]:
    """For each name or `revision:path`, its bytes, None where there is no such file."""
    entree = "".join(f"{demande}\n" for demande in demandes).encode()
    reste = _git(dossier, "cat-file", "--batch", entree=entree) if demandes else b""
    ici = 0
    for _ in demandes:
        fin = reste.index(b"\n", ici)
        mots = reste[ici:fin].split(b" ")
        if mots[-1] == b"missing":
            ici = fin + 1
            yield None
            continue
        taille = int(mots[-1])
        yield reste[fin + 1:fin + 1 + taille] if mots[-2] == b"blob" else None
        ici = fin + 1 + taille + 1


def depot(racine: Path, base: str) -> Depot:
    """The repository that holds `racine`, at the revision `base`. Raises SansDepot."""
    try:
        revision = _git(racine, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    except SansDepot:
        _git(racine, "rev-parse", "--git-dir")
        raise SansDepot(f"« {visible(base)} » n'est pas une révision connue de ce dépôt. Exemples : main, origin/main, "
                        "HEAD^1. Dans un workflow, récupérez aussi la révision d'avant (fetch-depth: 2)") from None
    return Depot(racine, revision.decode().strip())


def origine(dossier: Path) -> tuple[str, str]:
    """Address of the repository that `dossier` was cloned from, and its revision; empty where git can't tell."""
    try:
        return (_git(dossier, "remote", "get-url", "origin").decode("utf-8", "replace").strip().removesuffix(".git"),
                _git(dossier, "rev-parse", "HEAD").decode().strip())
    except SansDepot:
        return "", ""


def etiquettes(adresse: str) -> dict[str, str]:
    """Tag → revision of the repository at this address. Raises SansDepot where it does not answer."""
    try:
        # Nobody is asked for a password: an address that wants one does not answer.
        lu = _git(Path(__file__).parent, "-c", "core.askPass=true", "-c", "credential.helper=", "ls-remote", "--tags", "--",
                  adresse)
    except SansDepot as error:
        raise SansDepot(str(error) if "git " in str(error)[:4] else f"« {visible(adresse)} » ne répond pas : vérifiez l'adresse et "
                        "la connexion à internet") from None
    trouvees: dict[str, str] = {}
    # An annotated tag comes twice: the second line, « ^{} », is the revision that it is about.
    for ligne in lu.decode("utf-8", "replace").splitlines():
        revision, _, nom = ligne.partition("\trefs/tags/")
        trouvees[nom.removesuffix("^{}")] = revision
    return trouvees


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
