"""What an element is made of, listed in one walk: rules ask for blocks and texts many times each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from quifaitquoi.annuaire.model.sortes import modeles, sortes
from quifaitquoi.annuaire.model.types import Element, Sorte
from quifaitquoi.annuaire.read.faute import Chemin
from quifaitquoi.horaires import Horaires

# What its place in the tree calls an element was not written in the file.
DE_SA_PLACE = ("slug", "zone")


class Texte(NamedTuple):
    """A text of a file: where it stands, what it says, and what kind of text its field holds (None: one of a few words)."""

    chemin: Chemin
    texte: str
    sorte: Sorte | None


@cache
def contenus(modele: type[Element]) -> frozenset[type[Element]]:
    """The models of every block that an element of this one may hold, its own included."""
    return frozenset(modeles(modele))


def inventaire(element: Element) -> tuple[dict[type[Element], list[tuple[Chemin, Element]]], list[Texte]]:
    """The blocks of `element` by their model, itself included, and its texts; each with its path, in file order."""
    blocs: dict[type[Element], list[tuple[Chemin, Element]]] = defaultdict(list)
    textes: list[Texte] = []

    def visite(chemin: Chemin, valeur: object, sorte: Sorte | None = None) -> None:
        siennes: Mapping[str, Sorte] = {}
        if isinstance(valeur, Element):
            blocs[type(valeur)].append((chemin, valeur))
            suite, siennes, sorte = valeur.__dict__.items(), sortes(type(valeur)), None
        elif isinstance(valeur, dict):
            suite = valeur.items()
        elif isinstance(valeur, tuple):
            suite = enumerate(valeur)
        else:
            return
        for nom, partie in suite:
            if type(partie) is str:
                if nom not in DE_SA_PLACE:
                    textes.append(Texte((*chemin, nom), partie, siennes.get(nom, sorte)))
            elif isinstance(partie, Horaires):
                textes.extend(Texte((*chemin, nom), dit, Sorte.NOTE) for dit in partie.commentaires)
            elif partie is not None:
                visite((*chemin, nom), partie, siennes.get(nom, sorte))

    visite((), element)
    return blocs, textes
