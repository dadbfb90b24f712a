"""Records as texts that can be put one after the other: a line of CSV, a line of a JSON list."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from copy import copy

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


class Rangees:
    """The records of all places, sorted by their first `cles` texts. Each is asked of its place again whenever it is read: those of
    a country do not fit in memory."""

    def __init__(self, lieux: Sequence[Dits], cles: int = 1) -> None:
        self._lieux = lieux
        self._ordre = sorted((*dit[:cles], lieu, rang) for lieu, dits in enumerate(lieux) for rang, dit in enumerate(dits))

    def __len__(self) -> int:
        return len(self._ordre)

    def de(self, cle: str) -> Rangees:
        """Those whose first text is this one."""
        siennes = copy(self)
        siennes._ordre = [un for un in self._ordre if un[0] == cle]
        return siennes

    def colonne(self, texte: int) -> Colonne:
        """Of each record, the text of this rank."""
        return Colonne(self._lieux, self._ordre, texte)


class Colonne(Sequence[bytes]):
    """One text of each record, encoded, in their order."""

    def __init__(self, lieux: Sequence[Dits], ordre: Sequence[tuple], texte: int) -> None:
        self._lieux, self._ordre, self._texte = lieux, ordre, texte

    def __len__(self) -> int:
        return len(self._ordre)

    def __getitem__(self, rang: int) -> bytes:
        *_, lieu, dit = self._ordre[rang]
        return self._lieux[lieu][dit][self._texte].encode()
