"""Checks the notes of a territory, README.md and the like: no page shows them, the repository does."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from quifaitquoi.annuaire.check.context import Contexte
from quifaitquoi.annuaire.check.load import DIVULGUEE
from quifaitquoi.annuaire.check.pages import DOSSIER
from quifaitquoi.annuaire.check.problem import Probleme
from quifaitquoi.annuaire.check.rules.confidentiality import ici, les_regards
from quifaitquoi.annuaire.check.tree import DOSSIERS_MAX
from quifaitquoi.annuaire.read.faute import Illisible
from quifaitquoi.annuaire.read.source import lire_texte

# What a folder says of who may use it: « LICENCE », « LICENSE.txt ».
LICENCES = re.compile(r"LICEN[CS]E(?:\.(?:txt|md))?$", re.IGNORECASE)


def notes(racine: Path, base: Path, contexte: Contexte) -> list[Probleme]:
    """What they say of a withheld place in the line that names it."""
    regards, problemes = contexte.une_fois(les_regards), []
    for fichier in sorted({*racine.glob("*.md"), *_notices(racine)}):
        try:
            lignes = lire_texte(fichier).splitlines() if fichier.is_file() and not fichier.is_symlink() else ()
        except Illisible:
            continue
        for numero, ligne in enumerate(lignes, 1):
            if vus := next((vus for regard in regards.qui_nomme(ligne) if (vus := regard.soupcons(ligne))), None):
                chemin = os.path.relpath(fichier, base)
                problemes.append(Probleme(chemin, numero, vus[0].place + 1, "erreur", "", ici(contexte, vus[0].quoi), DIVULGUEE))
    return problemes


def _notices(racine: Path) -> Iterator[Path]:
    """The notes and the licence of each folder, which everything else leaves alone; pages/ has its own reading."""
    for dossier, sous_dossiers, fichiers in os.walk(racine):
        profond = len(Path(dossier).relative_to(racine).parts)
        sous_dossiers[:] = [d for d in sous_dossiers if not d.startswith(".") and d != DOSSIER and profond < DOSSIERS_MAX]
        yield from (Path(dossier, nom) for nom in fichiers if nom == "README.md" or LICENCES.match(nom))
