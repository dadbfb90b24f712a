"""The rights of the whole country, which the program holds: the same files that a territory writes, beside its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from quifaitquoi.annuaire.check.load import Lu, lire
from quifaitquoi.annuaire.check.tree import Trouve
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.droit import Droit
from quifaitquoi.annuaire.model.sortes import termes
from quifaitquoi.annuaire.model.types import Element
from quifaitquoi.annuaire.model.vocabulaire import Vocabulaire

DOSSIER = Path(__file__).parents[1] / "droits"


@lru_cache
def nationaux_lus() -> tuple[Lu, ...]:
    """Each file of the program as it was read, by name."""
    return tuple(lire(Trouve(fichier, "droit", fichier.stem), DOSSIER, DOSSIER, "FR") for fichier in sorted(DOSSIER.glob("*.yml")))


def avec_les_nationaux(directory: Directory) -> Mapping[str, Droit]:
    """The rights of a territory: its own, and those of the program that it does not tell itself, as far as it has their terms."""
    if getattr(directory.annuaire, "droits_nationaux", "non") != "oui":
        return directory.droits
    nationaux = {lu.trouve.slug: _pour(lu.element, directory.vocabulaire) for lu in nationaux_lus()}
    for slug, droit in nationaux.items():
        droit.nomme(slug=slug, national=True)
    return dict(sorted((nationaux | directory.droits).items()))


def _pour(element: Element, vocabulaire: Vocabulaire) -> Element:
    """A copy of `element` without the terms that this vocabulary has not: a territory chooses its own words."""
    listes, change = termes(type(element)), {}
    for nom in type(element).model_fields:
        valeur = getattr(element, nom)
        if nom in listes and isinstance(valeur, tuple):
            connus = getattr(vocabulaire, listes[nom], None) or {}
            change[nom] = tuple(terme for terme in valeur if terme in connus) or None
        elif isinstance(valeur, Element):
            change[nom] = _pour(valeur, vocabulaire)
        elif isinstance(valeur, tuple) and valeur and isinstance(valeur[0], Element):
            change[nom] = tuple(_pour(un, vocabulaire) for un in valeur)
    return element.model_copy(update=change)
