"""Lines of public transport from stop to stop: each stretch once, with the name of every line that runs on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from quifaitquoi.annuaire.geographie import Position
from quifaitquoi.annuaire.model.directory import Directory


@dataclass(frozen=True)
class Troncon:
    """Between two stops that follow one another, as the crow flies. `nom`: « Tram A, D », of all that run there, either way."""

    de: Position
    a: Position
    nom: str


def troncons(directory: Directory) -> tuple[Troncon, ...]:
    """In the order of the lines. None where streets are kept: tracks are among them, and lie where they really run."""
    if directory.fond:
        return ()
    noms: dict[frozenset[str], dict[str, None]] = {}
    for ligne in directory.lignes.values():
        for bouts in pairwise(arret for arret in ligne.arrets if arret in directory.reperes):
            noms.setdefault(frozenset(bouts), {})[ligne.nom] = None
    return tuple(Troncon(*(directory.reperes[arret].position for arret in sorted(bouts)), ensemble(siens))
                 for bouts, siens in noms.items() if len(bouts) == 2)


def ensemble(noms: Iterable[str]) -> str:
    """« Tram A, D, Bus 2 »: what names begin with is said once."""
    dits, avant = [], ""
    for nom in noms:
        debut, _, signe = nom.rpartition(" ")
        dits.append(signe if debut and debut == avant else nom)
        avant = debut
    return ", ".join(dits)
