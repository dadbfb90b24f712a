"""Records as texts that can be put one after the other: a line of CSV, a line of a JSON list."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable


def ligne_de_csv(cellules: Iterable[object], separateur: str = ",", fin: str = "\n") -> str:
    """One line, with its end; cells are quoted where they must be."""
    flux = io.StringIO()
    csv.writer(flux, delimiter=separateur, lineterminator=fin).writerow(cellules)
    return flux.getvalue()


def en_json(valeur: object) -> str:
    """A record on one line: with an indent, Python would write it itself instead of in C, ten times slower."""
    return json.dumps(valeur, ensure_ascii=False)


def liste_json(lignes: Iterable[str], autour: dict[str, object] | None = None, nom: str = "") -> bytes:
    """A list with a record a line, the last member, called `nom`, of an object that has `autour` first, where there is one."""
    liste = "[\n" + ",\n".join(lignes) + "\n]"
    if autour is None:
        return f"{liste}\n".encode()
    return f"{en_json(autour)[:-1]}, {en_json(nom)}: {liste}}}\n".encode()
