"""What is said of hours that cannot be used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Faute:
    """One fault of the hours: a French sentence, and where it stands in the mapping.

    `chemin` holds the key of the line, () for the value as a whole; `sur_la_cle` tells whether the key
    itself is at fault rather than what follows it.
    """

    message: str
    chemin: tuple[str, ...] = ()
    sur_la_cle: bool = False


class HorairesIllisibles(ValueError):
    """The hours cannot be used; `fautes` says every reason at once."""

    def __init__(self, fautes: Iterable[Faute]):
        self.fautes = tuple(fautes)
        super().__init__(" ".join(faute.message for faute in self.fautes))


class Illisible(ValueError):
    """One passage cannot be read; its text is the sentence. Readers raise it, `lire` gathers it."""
