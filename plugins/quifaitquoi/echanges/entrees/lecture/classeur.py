"""Workbooks (.xlsx, .xls, .ods), read in a process of its own: a small legal file can abort the library, and a bomb fill memory."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import visible
from quifaitquoi.echanges.entrees.lecture import lecteur_de_classeur
from quifaitquoi.echanges.entrees.lecture.csv_ import champs_de, en_tete
from quifaitquoi.echanges.entrees.lecture.enregistrement import Enregistrement


def classeur(chemin: Path) -> Iterator[Enregistrement]:
    """Each row below the heading of each sheet."""
    nom, entetes = visible(chemin.name), {}
    # A child whose parent goes away finds its pipe closed, and ends.
    with subprocess.Popen([sys.executable, "-m", lecteur_de_classeur.__name__, str(chemin)], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL) as enfant:
        try:
            for ligne in enfant.stdout:
                try:
                    feuille, rang, cellules = json.loads(ligne)
                except ValueError:
                    break  # the child ended in the middle of a line
                ici = f"{nom}, {visible(feuille)}, ligne {rang}"
                if feuille not in entetes:
                    entetes[feuille] = en_tete(cellules, ici)
                elif any(cellules):
                    yield Enregistrement(ici, champs_de(entetes[feuille], cellules), feuille)
        finally:
            if sys.exc_info()[0] is not None:
                enfant.kill()
            enfant.stdout.close()
    if enfant.returncode:
        raise Refus(f"{nom} : " + lecteur_de_classeur.PHRASES.get(enfant.returncode, lecteur_de_classeur.PHRASES[1]))
    if not entetes:
        raise Refus(f"{nom} : ce classeur n'a aucune ligne")
