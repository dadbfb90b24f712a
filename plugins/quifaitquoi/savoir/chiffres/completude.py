"""How often each field is filled in, where it could be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quifaitquoi.annuaire.enrich import FicheVue
from quifaitquoi.savoir.inconnus import COMPTES, concerne, connait


@dataclass(frozen=True)
class Champ:
    """`n` of the `sur` fiches that could have this field do. `champ` is its path, as in YAML."""

    champ: str
    n: int
    sur: int


def completude(vues: Sequence[FicheVue]) -> tuple[Champ, ...]:
    """Every field of `COMPTES`, in the order of a fiche's page."""
    return tuple(_champ(champ, [vue for vue in vues if concerne(vue, champ)]) for champ in COMPTES)


def _champ(champ: str, vues: list[FicheVue]) -> Champ:
    return Champ(champ, sum(connait(vue, champ) for vue in vues), len(vues))
