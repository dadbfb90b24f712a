"""Workbooks (.xlsx, .xls, .ods), read in a process of its own: a small legal file can abort the library, and a bomb fill memory."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import visible
from quifaitquoi.echanges.entrees.lecture import lecteur_de_classeur
from quifaitquoi.echanges.entrees.lecture.csv_ import champs_de, en_tete, sous_les_titres
from quifaitquoi.echanges.entrees.lecture.enregistrement import Enregistrement


def classeur(chemin: Path) -> Iterator[Enregistrement]:
    """Each row below the heading of each sheet."""
    nom, vide = visible(chemin.name), True
    # A child whose parent goes away finds its pipe closed, and ends.
    with subprocess.Popen([sys.executable, "-m", lecteur_de_classeur.__name__, str(chemin)], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL) as enfant:
        try:
            for feuille, lignes in groupby(_lignes(enfant.stdout), key=itemgetter(0)):
                vide, ici = False, f"{nom}, {visible(feuille)}, ligne"
                lignes = sous_les_titres((rang, cellules) for _, rang, cellules in lignes)
                rang, cellules = next(lignes)
                entete = en_tete(cellules, f"{ici} {rang}")
                yield from (Enregistrement(f"{ici} {rang}", champs_de(entete, cellules), feuille)
                            for rang, cellules in lignes if any(cellules))
        finally:
            if sys.exc_info()[0] is not None:
                enfant.kill()
            enfant.stdout.close()
    if enfant.returncode:
        raise Refus(f"{nom} : " + lecteur_de_classeur.PHRASES.get(enfant.returncode, lecteur_de_classeur.PHRASES[1]))
    if vide:
        raise Refus(f"{nom} : ce classeur n'a aucune ligne")


def _lignes(flux: Iterable[bytes]) -> Iterator[tuple[str, int, list[str]]]:
    for ligne in flux:
        try:
            yield tuple(json.loads(ligne))
        except ValueError:
            return  # the child ended in the middle of a line
