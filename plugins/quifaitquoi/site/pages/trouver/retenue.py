"""What is worked out once for a territory, in whichever language it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.base.souvenir import une_fois

Fait = TypeVar("Fait")


def retenue(faire: Callable[[Territoire], Fait]) -> Callable[[Territoire], Fait]:
    """The function, called once with the territory in the language of the fiches."""
    connu = une_fois(faire)
    return wraps(faire)(lambda territoire: connu(territoire.source))
