"""Named changes of form, one module each: what a file said in the words of an earlier program, in those of this one.

A module has `GENRES`, the kinds of file that it looks into; `PHRASE`, what changes for whoever writes fiches; and
`editions`, from the tree of a file to the cuts that a file needs, none where it says everything in the new words already. Its
name stands in FORMES.
"""

from importlib import import_module
from types import ModuleType

from quifaitquoi.annuaire.model.formes import FORMES


def migrations() -> dict[str, ModuleType]:
    """Name → module, the oldest first."""
    return {nom: import_module(f"{__name__}.{nom.replace('-', '_')}") for nom in FORMES}
