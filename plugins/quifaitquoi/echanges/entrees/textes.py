"""The files that an import is to write, until it does: the texts of a country wait on disk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from quifaitquoi.base.attente import Attente


class Textes(Mapping[Path, str]):
    """Files that are to be written, by their paths."""

    def __init__(self, attente: Attente) -> None:
        self._attente, self._places = attente, {}

    def __getitem__(self, chemin: Path) -> str:
        return self._attente.relu(self._places[chemin])

    def __setitem__(self, chemin: Path, texte: str) -> None:
        self._places[chemin] = self._attente.ajoute(texte)

    def __delitem__(self, chemin: Path) -> None:
        del self._places[chemin]

    def __iter__(self) -> Iterator[Path]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
