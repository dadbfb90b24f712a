"""Checks imports/: what is remembered of other bases says nothing of a withheld place. Its id there leads to an address, and so do
the few signs of each value, for whoever tries every street."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Set
from pathlib import Path

from quifaitquoi.annuaire.check.context import Contexte
from quifaitquoi.annuaire.check.divulgation import PURGE
from quifaitquoi.annuaire.check.load import DIVULGUEE
from quifaitquoi.annuaire.check.problem import Probleme

DOSSIER = "imports"
IGNORE = "dans imports/, seuls les fichiers .jsonl que « quifaitquoi import » écrit sont lus : rangez celui-ci ailleurs"
RETENUE = "cette ligne garde ce qu'une autre base dit d'un lieu dont l'adresse n'est pas publiée"


def memoires_des_imports(racine: Path, base: Path, contexte: Contexte) -> list[Probleme]:
    """What is wrong in the memory of imports. A folder that is a link is told with the rest of the tree."""
    dossier = racine / DOSSIER
    if dossier.is_symlink() or not dossier.is_dir():
        return []
    retenues = {nom for slug, fiche in contexte.directory.fiches.items() if fiche.confidentialite
                for nom in (slug, *(fiche.anciens_slugs or ()))}
    vus = [fichier for fichier in sorted(dossier.iterdir()) if not fichier.name.startswith(".") and fichier.name != "README.md"]
    return [Probleme(os.path.relpath(fichier, base), ligne, 1, "erreur", "", phrase, regle)
            for fichier in vus for ligne, phrase, regle in _fautes(fichier, retenues)]


def _fautes(fichier: Path, retenues: Set[str]) -> Iterator[tuple[int, str, str]]:
    """(line, sentence, rule). A line that cannot be read is told by the import, which needs it."""
    if fichier.suffix != ".jsonl":
        yield 1, IGNORE, "fichier-ignore"
        return
    if fichier.is_symlink() or not fichier.is_file():
        yield 1, "ce n'est pas un vrai fichier : mettez à sa place celui que « quifaitquoi import » avait écrit", "lien"
        return
    signes = [slug.encode() for slug in retenues]
    try:
        with open(fichier, "rb") as flux:
            for numero, ligne in enumerate(flux, 1):
                # Few lines are worth reading: there may be a hundred thousand.
                if (b"\\u" in ligne or any(slug in ligne for slug in signes)) and _fiche(ligne) in retenues:
                    yield numero, f"{RETENUE} : {PURGE}", DIVULGUEE
    except OSError:
        yield 1, "ce fichier ne peut pas être lu : vérifiez vos droits", "fichier"


def _fiche(ligne: bytes) -> str:
    try:
        sien = json.loads(ligne)
    except (ValueError, RecursionError):
        return ""
    fiche = sien.get("fiche") if isinstance(sien, dict) else ""
    return fiche if isinstance(fiche, str) else ""
