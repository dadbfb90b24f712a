"""What is worked out once for an object, and forgotten with it."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Objet = TypeVar("Objet")
Fait = TypeVar("Fait")


def une_fois(faire: Callable[[Objet], Fait]) -> Callable[[Objet], Fait]:
    """A function of one object, which is called once in the object's life.

    For what cannot be hashed, as whatever holds mappings: its identity can, and goes when it goes.
    """
    faits: dict[int, Fait] = {}

    @wraps(faire)
    def connu(objet: Objet) -> Fait:
        cle = id(objet)
        if cle not in faits:
            faits[cle] = faire(objet)
            weakref.finalize(objet, faits.pop, cle, None)
        return faits[cle]

    return connu
