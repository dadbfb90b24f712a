"""A territory as the readers of one language see it: its own texts in their words, where somebody translated them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from quifaitquoi.annuaire.enrich.territoire import FicheVue, Territoire, enrichir
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.textes import traduire


def directory_en(directory: Directory, code: str) -> Directory:
    """The directory in that language; itself where it has no catalogue for it."""
    traductions = directory.traductions.get(code)
    return traduire(directory, traductions.dire) if traductions else directory


def en_langue(territoire: Territoire, code: str, connues: Mapping[str, FicheVue] = MappingProxyType({})) -> Territoire:
    """The territory in that language; its `source` is the one that it was made from. `connues` as for `enrichir`."""
    directory = directory_en(territoire.directory, code)
    if directory is territoire.directory:
        return territoire
    return enrichir(directory, territoire.aujourdhui, connues, territoire)
