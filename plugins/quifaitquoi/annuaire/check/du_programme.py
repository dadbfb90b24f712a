"""What the program brings to every territory: files as a territory writes them, read and cut to its words."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from quifaitquoi.annuaire.check.load import Lu, lire
from quifaitquoi.annuaire.check.tree import Trouve
from quifaitquoi.annuaire.model.sortes import termes
from quifaitquoi.annuaire.model.types import Element
from quifaitquoi.annuaire.model.vocabulaire import Vocabulaire


@lru_cache
def lus(dossier: Path, genre: str) -> tuple[Lu, ...]:
    """Each file of that folder of the program as it was read, by name."""
    return tuple(lire(Trouve(fichier, genre, fichier.stem), dossier, dossier, "FR") for fichier in sorted(dossier.glob("*.yml")))


def pour(element: Element, vocabulaire: Vocabulaire) -> Element:
    """A copy of `element` without the terms that this vocabulary has not: a territory chooses its own words. A block that held
    nothing else goes with them."""
    listes, change = termes(type(element)), {}
    for nom in type(element).model_fields:
        valeur = getattr(element, nom)
        if nom in listes and isinstance(valeur, tuple):
            connus = getattr(vocabulaire, listes[nom], None) or {}
            change[nom] = tuple(terme for terme in valeur if terme in connus) or None
        elif isinstance(valeur, Element):
            reste = pour(valeur, vocabulaire)
            change[nom] = reste if any(getattr(reste, champ) is not None for champ in type(reste).model_fields) else None
        elif isinstance(valeur, tuple) and valeur and isinstance(valeur[0], Element):
            change[nom] = tuple(pour(un, vocabulaire) for un in valeur)
    return element.model_copy(update=change)
