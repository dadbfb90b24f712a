"""A territory's texts in one language, each with the French that it was made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from quifaitquoi.langues import Traduit


@dataclass(frozen=True)
class Traduction:
    """`source` is the French that was translated; `floue` says that somebody must look at the translation again."""

    source: str
    texte: str
    floue: bool = False


@dataclass(frozen=True)
class Traductions:
    """What a catalogue of traductions/ holds, by path (see textes.py). `relu`: reviewed by a native speaker."""

    code: str
    textes: Mapping[str, Traduction] = field(default_factory=dict)
    relu: bool = False

    def dire(self, chemin: str, francais: str) -> str:
        """The text in this language; the French itself where nobody translated it."""
        traduction = self.textes.get(chemin)
        if traduction is None:
            return francais
        return Traduit.de(traduction.texte, traduction.floue or not meme(traduction.source, francais))


def meme(un: str, autre: str) -> bool:
    """Whether two texts say the same; line ends and spaces are no change."""
    return un == autre or un.split() == autre.split()
