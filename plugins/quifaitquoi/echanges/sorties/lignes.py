"""Records as texts that can be put one after the other: a line of CSV, a line of a JSON list."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator

from quifaitquoi.savoir.donnees import Dits


def ligne_de_csv(cellules: Iterable[object], separateur: str = ",", fin: str = "\n") -> str:
    """One line, with its end; cells are quoted where they must be."""
    flux = io.StringIO()
    csv.writer(flux, delimiter=separateur, lineterminator=fin).writerow(cellules)
    return flux.getvalue()


def en_json(valeur: object) -> str:
    """A record on one line: with an indent, Python would write it itself instead of in C, ten times slower."""
    return json.dumps(valeur, ensure_ascii=False)


def liste_json(lignes: Iterable[bytes], autour: dict[str, object] | None = None, nom: str = "") -> Iterator[bytes]:
    """A list with a record a line, the last member, called `nom`, of an object that has `autour` first, where there is one."""
    if autour is not None:
        yield f"{en_json(autour)[:-1]}, {en_json(nom)}: ".encode()
    yield b"[\n"
    for rang, ligne in enumerate(lignes):
        yield b",\n" + ligne if rang else ligne
    yield b"\n]\n" if autour is None else b"\n]}\n"


def dans_l_ordre(lieux: Iterable[Dits], cles: int = 1) -> list[tuple]:
    """The records of all places, sorted by their first `cles` texts; the others are octets: a text takes twice the room."""
    toutes = ((*dit[:cles], *(texte.encode() for texte in dit[cles:])) for dits in lieux for dit in dits)
    return sorted(toutes, key=lambda dit: dit[:cles])
