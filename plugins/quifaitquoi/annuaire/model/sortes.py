"""What kind of text each field holds, and which vocabulary its terms come from: read from the types, once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType
from typing import get_args, get_origin

from pydantic import BaseModel

from quifaitquoi.annuaire.model.genres import GENRES
from quifaitquoi.annuaire.model.types import Sorte, Vers


@lru_cache(maxsize=200)
def sortes(modele: type[BaseModel]) -> MappingProxyType[str, Sorte]:
    """Field → what kind of text it holds; fields without texts of their own are left out."""
    trouvees = {nom: sorte for nom, marques in _champs(modele) for sorte in marques if isinstance(sorte, Sorte)}
    return MappingProxyType(trouvees)


@lru_cache(maxsize=200)
def champs(modele: type[BaseModel], *voulues: Sorte) -> tuple[str, ...]:
    """The fields of `modele` that hold such texts, in their order."""
    return tuple(nom for nom, sorte in sortes(modele).items() if sorte in voulues)


@lru_cache(maxsize=200)
def termes(modele: type[BaseModel]) -> MappingProxyType[str, str]:
    """Field → the list of the vocabulary that its terms come from."""
    return MappingProxyType({nom: vers.liste for nom, marques in _champs(modele) for vers in marques if isinstance(vers, Vers)})


def modeles(racine: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """`racine` and every model inside it, each once."""
    a_voir, vus = [racine], set()
    while a_voir:
        modele = a_voir.pop(0)
        if modele not in vus:
            vus.add(modele)
            yield modele
            a_voir += _contenus(modele)


@lru_cache(maxsize=200)  # each list of fields that a command loads goes through all models
def _contenus(modele: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    return tuple(dedans for info in modele.model_fields.values() for dedans in _dedans(info.annotation))


def noms_des_champs(*voulues: Sorte) -> frozenset[str]:
    """What the fields with such texts are called, in any file: for whoever sees keys of YAML and no model."""
    return frozenset(
        nom for genre in GENRES.values() for modele in modeles(genre.modele) for nom, sorte in sortes(modele).items()
        if sorte in voulues)


def _champs(modele: type[BaseModel]) -> Iterator[tuple[str, tuple[object, ...]]]:
    for nom, info in modele.model_fields.items():
        yield nom, (*info.metadata, *_marques(info.annotation))


def _marques(annotation: object) -> tuple[object, ...]:
    """The marks of a type, those inside its lists and alternatives included, but not those of other models, nor of keys."""
    siennes = getattr(annotation, "__metadata__", ())
    dedans = get_args(annotation)[1:] if get_origin(annotation) is dict else get_args(annotation)
    return (*siennes, *(marque for argument in dedans for marque in _marques(argument)))


def _dedans(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [modele for argument in get_args(annotation) for modele in _dedans(argument)]
