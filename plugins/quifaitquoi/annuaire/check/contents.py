"""What an element is made of, listed in one walk: rules ask for blocks and texts many times each."""

from __future__ import annotations

from collections import defaultdict

from quifaitquoi.annuaire.model.types import Element
from quifaitquoi.annuaire.read.faute import Chemin

# What its place in the tree calls an element was not written in the file.
DE_SA_PLACE = ("slug", "zone")


def inventaire(element: Element) -> tuple[dict[type[Element], list[tuple[Chemin, Element]]], list[tuple[Chemin, str]]]:
    """The blocks of `element` by their model, itself included, and its texts; each with its path, in file order."""
    blocs: dict[type[Element], list[tuple[Chemin, Element]]] = defaultdict(list)
    textes: list[tuple[Chemin, str]] = []

    def visite(chemin: Chemin, valeur: object) -> None:
        if isinstance(valeur, Element):
            blocs[type(valeur)].append((chemin, valeur))
            suite = valeur.__dict__.items()
        elif isinstance(valeur, dict):
            suite = valeur.items()
        elif isinstance(valeur, tuple):
            suite = enumerate(valeur)
        else:
            return
        for nom, partie in suite:
            if type(partie) is str:
                if nom not in DE_SA_PLACE:
                    textes.append(((*chemin, nom), partie))
            elif partie is not None:
                visite((*chemin, nom), partie)

    visite((), element)
    return blocs, textes
