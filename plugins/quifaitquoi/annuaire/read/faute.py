"""A fault found while reading one file, before anything is known of its meaning."""

from __future__ import annotations

from dataclasses import dataclass

Chemin = tuple[str | int, ...]


@dataclass(frozen=True)
class Faute:
    """One fault: `ligne` and `colonne` count from 1; `chemin` leads to the block it is in, if any."""

    regle: str
    phrase: str
    ligne: int = 1
    colonne: int = 1
    chemin: Chemin = ()


class Illisible(Exception):
    """The file as a whole can't be read; carries the one fault that says why."""

    def __init__(self, faute: Faute) -> None:
        super().__init__(faute.phrase)
        self.faute = faute
