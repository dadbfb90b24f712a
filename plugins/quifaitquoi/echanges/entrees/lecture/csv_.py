"""CSV as people and offices write it: UTF-8 or Windows, commas, semicolons, tabs or bars, line by line."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

from quifaitquoi.base.formules import telle_quelle
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import visible
from quifaitquoi.echanges.entrees.lecture.enregistrement import POURQUOI, Enregistrement

SEPARATEURS = ",;\t|"
COLONNES_MAX, CELLULE_MAX = 500, 131_072
TITRES_MAX, CELLULES_DE_TITRE = 10, 2  # rows that may stand above the heading, and the cells that one of them fills


def csv_(chemin: Path) -> Iterator[Enregistrement]:
    """Each row below the heading, by the names of its columns; lines are counted as an editor does."""
    nom = visible(chemin.name)
    try:
        with open(chemin, encoding=_ecriture(chemin), newline="") as flux:
            yield from _lignes(flux, nom)
    except UnicodeError:
        raise Refus(f"{nom} n'est ni en UTF-8, ni dans l'écriture de Windows : enregistrez-le de nouveau, en CSV UTF-8") from None
    except OSError:
        raise Refus(f"{nom} ne peut pas être lu jusqu'au bout") from None


def _lignes(flux: io.TextIOBase, nom: str) -> Iterator[Enregistrement]:
    premieres = [flux.readline(1_000_000) for _ in range(TITRES_MAX)]
    flux.seek(0)
    lignes = sous_les_titres(_numerotees(csv.reader(flux, delimiter=_separateur(premieres), strict=True), nom))
    entete = en_tete(next(lignes, (1, []))[1], nom)
    for numero, ligne in lignes:
        if any(cellule.strip() for cellule in ligne):
            yield Enregistrement(f"{nom}, ligne {numero}", champs_de(entete, ligne))


def _numerotees(lignes, nom: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line where it begins."""
    avant = 0
    try:
        for ligne in lignes:
            yield avant + 1, ligne
            avant = lignes.line_num
    except csv.Error:
        raise Refus(f"{nom}, ligne {avant + 1} : des guillemets sont mal fermés, ou une cellule n'a pas de fin. "
                    "Corrigez cette ligne, ou demandez le fichier de nouveau") from None


def sous_les_titres(lignes: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """The rows from the heading on: offices write a title, a date, a warning above it, in one merged cell or two."""
    premieres = list(islice(lignes, TITRES_MAX))
    remplies = [sum(bool(cellule.strip()) for cellule in ligne) for _, ligne in premieres]
    titre = min(CELLULES_DE_TITRE, (max(remplies, default=0) - 1) // 2)
    debut = next((rang for rang, nombre in enumerate(remplies) if nombre > titre), 0)
    return chain(premieres[debut:], lignes)


def en_tete(cellules: Sequence[str], nom: str) -> list[str]:
    """The names of the columns; raises Refus where none can be told from another."""
    noms = [" ".join(cellule.split()) for cellule in cellules]
    if len(noms) > COLONNES_MAX:
        raise Refus(f"{nom} a {len(noms)} colonnes : {COLONNES_MAX} au plus")
    if not any(noms):
        raise Refus(f"{nom} : la première ligne doit nommer les colonnes")
    return [*map(telle_quelle, noms)] if POURQUOI in noms else noms


def champs_de(entete: Sequence[str], cellules: Sequence[str]) -> dict[str, object]:
    """The cells by the names of their columns; of two columns of one name, the first that says something. What stands beyond the
    last name is kept under the empty one: nothing is lost unseen."""
    champs: dict[str, object] = {}
    # Only what was sent back to be corrected has apostrophes of ours.
    lue = telle_quelle if POURQUOI in entete else str
    for rang, cellule in enumerate(cellules):
        nom, propre = entete[rang] if rang < len(entete) else "", lue(cellule.strip()).strip()
        if nom:
            champs[nom] = champs.get(nom) or propre
        elif propre:
            champs[""] = f"{champs.get('', '')} {propre}".strip()
    return champs


def _ecriture(chemin: Path) -> str:
    """UTF-8, with its mark or without, where the whole file is that; else what Windows wrote."""
    decodeur = codecs.getincrementaldecoder("utf-8")()
    with chemin.open("rb") as flux:
        try:
            while octets := flux.read(1_000_000):
                decodeur.decode(octets)
            decodeur.decode(b"", final=True)
        except UnicodeDecodeError:
            flux.seek(0)
            return "utf-16" if flux.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "cp1252"
    return "utf-8-sig"


def _separateur(premieres: Sequence[str]) -> str:
    """The sign that parts the most names of the heading, or of what stands in its place: the first line that any of them parts."""
    ligne = next((ligne for ligne in premieres if any(signe in ligne for signe in SEPARATEURS)), "")
    return max(SEPARATEURS, key=lambda signe: (len(next(csv.reader([ligne], delimiter=signe), [])), -SEPARATEURS.index(signe)))


csv.field_size_limit(CELLULE_MAX)
