"""What fiches say alike, kept once: most places are free, open to all, or open at the same hours as another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from quifaitquoi.annuaire.model.types import Element
from quifaitquoi.horaires import Horaires


def partage(elements: Iterable[Element]) -> None:
    """Have equal blocks, lists, dates and hours of these elements be the same one: nothing changes after it was read. Half of what
    is kept of 100,000 fiches goes so."""
    commun = _Partage()
    for element in elements:
        commun.de(element)


class _Partage:
    """The first of its kind that came stands for all that are equal."""

    def __init__(self) -> None:
        self._premiers: dict[tuple, object] = {}

    def de(self, element: Element) -> None:
        """Have the element hold what others hold already."""
        valeurs = vars(element)
        for nom, valeur in valeurs.items():
            if valeur is not None:
                valeurs[nom] = self._un(valeur)

    def _un(self, valeur: object) -> object:
        """The first that is equal; what it holds is shared before it, so that two are equal where they hold the very same."""
        if isinstance(valeur, Element):
            self.de(valeur)
            # Which fields were written is part of what a block says.
            cle = type(valeur), id(valeur.model_fields_set), *map(_tel_quel, vars(valeur).values())
        elif isinstance(valeur, tuple):
            valeur = tuple(map(self._un, valeur))
            cle = tuple, *map(_tel_quel, valeur)
        elif isinstance(valeur, (date, Horaires)):
            cle = type(valeur), valeur
        else:
            return valeur
        return self._premiers.setdefault(cle, valeur)


def _tel_quel(valeur: object) -> object:
    return valeur if valeur is None or isinstance(valeur, str) else (type(valeur), id(valeur))
