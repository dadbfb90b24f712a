"""What an import has read and is to write, until it does: that of a country waits on disk."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from quifaitquoi.base.attente import Attente


class Suite:
    """Objects in the order in which they came."""

    def __init__(self, attente: Attente) -> None:
        self._attente, self._rangs = attente, array("Q")

    def ajoute(self, objet: Any) -> None:
        self._rangs.append(self._attente.ajoute(objet))

    def __iter__(self) -> Iterator[Any]:
        return map(self._attente.relu, self._rangs)

    def __len__(self) -> int:
        return len(self._rangs)


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
