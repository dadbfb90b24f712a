"""Checks the mark of form: files of a later program, and of an earlier one, are told apart before anything else is said of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from quifaitquoi.annuaire.check.problem import Probleme
from quifaitquoi.annuaire.model.formes import FORMES, MARQUE
from quifaitquoi.annuaire.read.faute import Illisible
from quifaitquoi.annuaire.read.source import lire_texte

PLUS_RECENT = ("« {nom} » n'est pas connu de ce programme : ces fichiers sont pour une version plus récente. Installez celle que "
               "nomme requirements.txt (« make check » le fait)")
PLUS_ANCIEN = ("ces fichiers sont d'une version plus ancienne du programme, et n'ont pas encore reçu : {noms}. Lancez "
               "« quifaitquoi mettre-a-jour »")


def formes(racine: Path, base: Path) -> list[Probleme]:
    """What is wrong with the mark of this territory; nothing where it has none."""
    fichier = racine / MARQUE
    if not os.path.lexists(fichier):
        return []
    ici = os.path.relpath(fichier, base)
    try:
        recues = tuple(_recues(lire_texte(fichier)))
    except Illisible as error:
        return [Probleme(ici, error.faute.ligne, error.faute.colonne, "erreur", "", error.faute.phrase, error.faute.regle)]
    inconnues = [Probleme(ici, ligne, 1, "erreur", "", PLUS_RECENT.format(nom=nom), "forme-plus-recente")
                 for ligne, nom in recues if nom not in FORMES]
    manquent = [nom for nom in FORMES if nom not in {nom for _, nom in recues}]
    anciens = [Probleme(ici, 1, 1, "avertissement", "", PLUS_ANCIEN.format(noms=", ".join(manquent)), "forme-plus-ancienne")]
    return inconnues[:1] or (anciens if manquent else [])


def _recues(texte: str) -> Iterator[tuple[int, str]]:
    """(line, name) of each change of form that the mark names."""
    for ligne, ecrit in enumerate(texte.splitlines(), 1):
        if (nom := ecrit.partition("#")[0].strip()):
            yield ligne, nom[:80]
