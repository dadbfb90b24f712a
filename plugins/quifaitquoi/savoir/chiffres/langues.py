"""Which languages are spoken, and where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from quifaitquoi.annuaire.enrich import FicheVue


@dataclass(frozen=True)
class Parlee:
    """In how many fiches somebody of the team speaks `langue`, and in how many others an interpreter or a mediator does.

    `quartiers` counts both, by neighbourhood, the most first.
    """

    langue: str
    equipe: int
    interprete: int
    quartiers: tuple[tuple[str, int], ...]


def langues_parlees(vues: Iterable[FicheVue]) -> tuple[Parlee, ...]:
    """Every language that somebody speaks, the most spoken first."""
    equipe: Counter[str] = Counter()
    interprete: Counter[str] = Counter()
    ou: dict[str, Counter[str]] = defaultdict(Counter)
    for vue in vues:
        langues = [langues for langues in (vue.fiche.langues, *(s.langues for s in vue.services)) if langues]
        parlees = {code for dites in langues for code in dites.parlees or ()}
        traduites = {code for dites in langues for code in (*(dites.interprete or ()), *(dites.mediateur or ()))} - parlees
        equipe.update(parlees)
        interprete.update(traduites)
        for code in parlees | traduites:
            ou[code].update(quartier.slug for quartier in vue.quartiers)
    ordre = sorted(ou, key=lambda code: (-equipe[code], -interprete[code], code))
    return tuple(Parlee(code, equipe[code], interprete[code], tuple(sorted(ou[code].items(), key=lambda q: (-q[1], q[0]))))
                 for code in ordre)
