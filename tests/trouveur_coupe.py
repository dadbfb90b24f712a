"""A finder whose index is in pieces, of a territory of any size: what is large is said to be small for as long as a test asks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

import quifaitquoi.site.pages.trouver.morceaux  # noqa: F401  (named below, by its path)

ICI = "quifaitquoi.site.pages.trouver.morceaux"


@contextmanager
def coupe(en_un: int = 10, au_plus: int = 4) -> Iterator[None]:
    """An index of more than `en_un` fiches is cut into pieces of `au_plus` at the most."""
    with pytest.MonkeyPatch.context() as milieu:
        milieu.setattr(f"{ICI}.EN_UN", en_un)
        milieu.setattr(f"{ICI}.AU_PLUS", au_plus)
        yield
