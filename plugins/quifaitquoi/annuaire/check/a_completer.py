"""What a new territory has still to write itself: pages that say so are published as they stand."""

from __future__ import annotations

import os
import re
from pathlib import Path

from quifaitquoi.annuaire.check.problem import Probleme
from quifaitquoi.annuaire.read.faute import Illisible
from quifaitquoi.annuaire.read.source import lire_texte

A_COMPLETER = re.compile(r"[ÀA] compléter", re.I)


def pages_a_completer(racine: Path, base: Path) -> list[Probleme]:
    """A warning at each line of pages/ that says « À compléter »: it is on the site for all to read."""
    problemes = []
    for fichier in sorted((racine / "pages").glob("*.md")):
        try:
            lignes = lire_texte(fichier).splitlines() if fichier.is_file() and not fichier.is_symlink() else ()
        except Illisible:
            continue  # said by the check of pages
        problemes += [Probleme(os.path.relpath(fichier, base), numero, lu.start() + 1, "avertissement", "",
                               f"« {lu[0]} » se lit sur le site : écrivez ce qui manque, puis retirez ces mots", "a-completer")
                      for numero, ligne in enumerate(lignes, 1) if (lu := A_COMPLETER.search(ligne))]
    return problemes
