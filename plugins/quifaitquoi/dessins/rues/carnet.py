"""Drawings of streets are made once, and kept as long as neither the streets nor the program changes."""

from __future__ import annotations

from functools import lru_cache

from quifaitquoi.annuaire.read.fond import Fond
from quifaitquoi.base.carnet import Carnet
from quifaitquoi.base.programme import programme


@lru_cache(maxsize=2)
def carnet(fond: Fond) -> Carnet:
    return Carnet("rues", fond.empreinte + programme().hex())
