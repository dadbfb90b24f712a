"""What waits for its turn on disk: an import of a hundred thousand records holds none of them."""

from __future__ import annotations

import pickle
import tempfile
from array import array
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any


class Attente:
    """Objects of this program in an unnamed file, each found again by the place that it was given."""

    def __init__(self) -> None:
        self._ouverts = ExitStack()
        self._flux = self._ouverts.enter_context(tempfile.TemporaryFile())

    def ajoute(self, objet: Any) -> int:
        place = self._flux.seek(0, 2)
        pickle.dump(objet, self._flux)
        return place

    def relu(self, place: int) -> Any:
        self._flux.seek(place)
        return pickle.load(self._flux)

    def close(self) -> None:
        self._ouverts.close()


class Suite:
    """Objects in the order in which they came."""

    def __init__(self, attente: Attente) -> None:
        self._attente, self._places = attente, array("Q")

    def ajoute(self, objet: Any) -> None:
        self._places.append(self._attente.ajoute(objet))

    def __iter__(self) -> Iterator[Any]:
        return map(self._attente.relu, self._places)

    def __len__(self) -> int:
        return len(self._places)


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
