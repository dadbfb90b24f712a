"""Which reader a file is for: by what it begins with, as names lie."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import visible
from quifaitquoi.echanges.entrees.lecture.classeur import classeur
from quifaitquoi.echanges.entrees.lecture.csv_ import csv_
from quifaitquoi.echanges.entrees.lecture.enregistrement import Enregistrement
from quifaitquoi.echanges.entrees.lecture.json_ import json_

CLASSEURS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # a zip (.xlsx, .ods), and Excel's older format


def enregistrements(chemin: Path) -> Iterator[Enregistrement]:
    """The records of a file (JSON, CSV, a workbook), in its order. Raises Refus for a file that cannot be read to its end."""
    return {"json": json_, "classeur": classeur, "csv": csv_}[genre(chemin)](chemin)


def genre(chemin: Path) -> str:
    """« json », « classeur » or « csv »; raises Refus where there is nothing to read."""
    try:
        if not chemin.is_file():
            raise Refus(f"« {visible(str(chemin))} » n'existe pas, ou n'est pas un fichier")
        with chemin.open("rb") as flux:
            debut = flux.read(4096)
    except (OSError, ValueError):
        raise Refus(f"« {visible(str(chemin))} » ne peut pas être lu : vérifiez son nom et vos droits") from None
    if not debut.strip():
        raise Refus(f"« {visible(chemin.name)} » est vide")
    if debut.startswith(CLASSEURS):
        return "classeur"
    return "json" if debut.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"[", b"{") else "csv"
