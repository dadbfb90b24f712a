"""The repository that a new territory begins with: everything around its directory/, and no copy of the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quifaitquoi.annuaire.model.formes import MARQUE, marque
from quifaitquoi.base import fichier
from quifaitquoi.base.fourni import fourni
from quifaitquoi.edition.depot.programme import Programme

DONNEES = "directory"
TETE = "# Le programme, à la version que cet annuaire utilise. « quifaitquoi mettre-a-jour » change cette ligne.\n"
COMMENT = ("Les workflows n'ont pas été écrits. Pour les avoir : « quifaitquoi mettre-a-jour --programme https://… », l'adresse "
           "du dépôt du programme")
FORGES = ("github", "gitlab", "forgejo")
# Names begin with a dot in a repository, and not where they are kept: many tools would leave them out.
EN_POINT = {"gitignore": ".gitignore", "github": ".github", "gitlab-ci.yml": ".gitlab-ci.yml", "forgejo": ".forgejo"}


def ecrire(vers: Path, nom: str, programme: Programme, forge: str) -> list[str]:
    """Write it into `vers`, around what is in DONNEES; gives what is left to do, in sentences."""
    for chemin, texte in fichiers(nom, programme, forge):
        fichier.ecrire(vers / chemin, texte)
    (vers / "githooks/pre-commit").chmod(0o755)
    if not programme.adresse:
        return [f"D'où vient ce programme n'est pas connu : « make » le cherchera au registre de Python. {COMMENT}"]
    if forge == "github" and not programme.nom_du_depot:
        return [f"Ce programme vient d'un dépôt que la forge ne voit pas ({programme.adresse}). {COMMENT}"]
    return []


def fichiers(nom: str, programme: Programme, forge: str) -> Iterator[tuple[str, str]]:
    """(path from the root of the repository, text)."""
    for chemin, texte in _de("commun"):
        yield chemin, texte.replace("TERRITOIRE", nom)
    yield f"{DONNEES}/{MARQUE}", marque()
    yield "requirements.txt", f"{TETE}{programme.exigence}\n"
    yield from de_la_forge(programme, forge)


def de_la_forge(programme: Programme, forge: str) -> Iterator[tuple[str, str]]:
    """What the forge runs. GitHub's workflows are those of the program itself, called at the version that the territory names."""
    if forge != "github":
        yield from _de(forge, {"gitlab": "", "forgejo": ".forgejo/"}[forge])
        return
    for formulaire in sorted(fourni("formulaires").glob("*.yml")):
        yield f".github/ISSUE_TEMPLATE/{formulaire.name}", formulaire.read_text("utf-8")
    if programme.nom_du_depot:
        for chemin, texte in _de("github", ".github/"):
            yield chemin, (texte.replace("PROGRAMME/", f"{programme.nom_du_depot}/").replace("@REVISION", f"@{programme.revision}")
                           .replace("# VERSION", f"# v{programme.version}"))


def _de(nom: str, sous: str = "") -> Iterator[tuple[str, str]]:
    dossier = fourni("depot") / nom
    for source in sorted(f for f in dossier.rglob("*") if f.is_file()):
        premier, *reste = source.relative_to(dossier).parts
        yield sous + "/".join([EN_POINT.get(premier, premier), *reste]), source.read_text("utf-8")
