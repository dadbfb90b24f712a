"""What takes the place of what is missing or faulty, so that the rules still find in one go whatever else is wrong in a file."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import lru_cache
from typing import Annotated

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from quifaitquoi.annuaire.check.fields import choix, est_liste, modele_a, modeles_dans
from quifaitquoi.annuaire.check.french import chemin_ecrit, vraies_erreurs
from quifaitquoi.annuaire.model.types import Element
from quifaitquoi.annuaire.read.faute import Chemin

MOTS = ("?", "inconnu")  # for a text, and for what takes small letters only


def sans_les_fautes(error: ValidationError, modele: type[Element], donnees: dict,
                    lire: Callable[[dict], Element]) -> tuple[Element | None, frozenset[Chemin]]:
    """The element that `lire` makes of `donnees` without its faulty fields; None where nothing can be made of it.

    A field that it can't do without gets a stand-in, whose path is returned too.
    """
    reste, bouches = copy.deepcopy(donnees), set()
    for _ in range(5):
        for erreur in vraies_erreurs(error):
            chemin = chemin_ecrit(erreur["loc"], reste)
            if erreur["type"] != "missing":
                _retire(reste, chemin)
            elif (bouchon := _bouchon(modele_a(modele, chemin[:-1]), chemin[-1], len(chemin) == 1)) is not None:
                bouches.add(chemin)
                _dans(reste, chemin[:-1])[chemin[-1]] = copy.deepcopy(bouchon)
            else:
                _retire(reste, chemin[:-1])
        try:
            return lire(reste), frozenset(bouches)
        except ValidationError as encore:
            error = encore
    return None, frozenset()


@lru_cache(maxsize=None)
def _bouchon(modele: type[BaseModel] | None, nom: str, du_fichier: bool) -> object:
    """What may stand in the field `nom`; None where nothing may.

    Inside a block only a word may: of a date or a choice that nobody wrote, rules would say what is not true. At the top of a file
    anything may that is no number, since without it nothing else of the file would be looked at.
    """
    champ = modele.model_fields.get(nom) if modele else None
    if champ is None:
        return None
    possibles: list[object] = list(MOTS)
    if du_fichier:
        possibles += [*choix(champ.annotation), *(x for x in champ.examples or () if isinstance(x, str)), *_bloc(champ.annotation)]
    return next((x for x in possibles if _convient(champ, x)), None)


def _bloc(annotation: object) -> list[object]:
    """The block that an annotation asks for, with a stand-in for each field that it can't do without."""
    bloc = next(modeles_dans(annotation), None)
    if bloc is None:
        return []
    if tenu := getattr(bloc, "EN_ATTENDANT", None):
        return [tenu]
    rempli = {nom: _bouchon(bloc, nom, True) for nom, champ in bloc.model_fields.items() if champ.is_required()}
    return [[rempli] if est_liste(annotation) else rempli]


def _convient(champ: FieldInfo, valeur: object) -> bool:
    try:
        return not isinstance(TypeAdapter(Annotated[champ.annotation, champ]).validate_python(valeur), float)
    except ValidationError:
        return False


def _dans(donnees: object, chemin: Chemin) -> dict:
    """The block at `chemin`; an empty one, to be thrown away, where there is no block any more."""
    for partie in chemin:
        try:
            donnees = donnees[partie]
        except (KeyError, IndexError, TypeError):
            return {}
    return donnees if isinstance(donnees, dict) else {}


def _retire(donnees: object, chemin: Chemin) -> None:
    # A whole list goes rather than one item of it: the others must keep the places that messages point at.
    while chemin and isinstance(chemin[-1], int):
        chemin = chemin[:-1]
    if chemin:
        _dans(donnees, chemin[:-1]).pop(chemin[-1], None)
