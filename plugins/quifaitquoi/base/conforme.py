"""Whether a value that was read back is of the kind that was written: all of it, down to the last field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cached_property
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

Juge = Callable[[object], bool]
_CONNUS: dict[object, Juge] = {}


def conforme(genre: Any) -> Juge:
    """What tells whether a value is of this kind, as annotations say it: `list[Probleme]`, `tuple[bytes, ...]`, a record, a model.

    `object` is any value; a text, a number or a date is of its very class, since a class of ours may do more than hold it. Raises
    TypeError of a kind that is not among these.
    """
    if genre not in _CONNUS:
        _CONNUS[genre] = lambda valeur: _CONNUS[genre](valeur)  # a record may hold others of its own kind
        _CONNUS[genre] = _juge(genre)
    return _CONNUS[genre]


def _juge(genre: Any) -> Juge:
    origine, parts = get_origin(genre), get_args(genre)
    if genre is object:
        return lambda valeur: True
    if origine in (Annotated, ClassVar):
        return conforme(parts[0])
    if origine in (Union, UnionType):
        return _un_de([conforme(part) for part in parts])
    if origine is Literal:
        return lambda valeur: any(type(valeur) is type(un) and valeur == un for un in parts)
    if origine is tuple and parts[-1] is not Ellipsis:
        return _rang_par_rang([conforme(part) for part in parts])
    if origine in (tuple, list, frozenset):
        return _chacun(origine, conforme(parts[0]))
    if origine in (dict, Mapping):
        return _chaque_cle(conforme(parts[0]), conforme(parts[1]))
    if genre is None:
        return conforme(NoneType)
    if not isinstance(genre, type):
        raise TypeError(genre)
    if issubclass(genre, BaseModel):
        return lambda valeur: isinstance(valeur, genre) and _du_modele(type(valeur))(valeur)
    if is_dataclass(genre):
        return _du_modele(genre)
    if issubclass(genre, tuple) and (noms := getattr(genre, "_fields", None)):
        hints = get_type_hints(genre)
        suite = [conforme(hints[nom]) for nom in noms]
        return lambda valeur: type(valeur) is genre and _suit(valeur, suite)
    return lambda valeur: type(valeur) is genre


def _un_de(juges: list[Juge]) -> Juge:
    return lambda valeur: any(juge(valeur) for juge in juges)


def _suit(valeur: tuple, juges: list[Juge]) -> bool:
    return len(valeur) == len(juges) and all(juge(un) for juge, un in zip(juges, valeur, strict=True))


def _rang_par_rang(juges: list[Juge]) -> Juge:
    return lambda valeur: type(valeur) is tuple and _suit(valeur, juges)


def _chacun(classe: type, juge: Juge) -> Juge:
    return lambda valeur: type(valeur) is classe and all(map(juge, valeur))


def _chaque_cle(cle: Juge, sien: Juge) -> Juge:
    return lambda valeur: type(valeur) is dict and all(map(cle, valeur)) and all(map(sien, valeur.values()))


def _du_modele(classe: type) -> Juge:
    """Of a record or a model: each field, and what else may be kept with it, which is what a class says that its objects hold."""
    if classe not in _MODELES:
        _MODELES[classe] = lambda valeur: _MODELES[classe](valeur)
        _MODELES[classe] = _de_la_classe(classe)
    return _MODELES[classe]


_MODELES: dict[type, Juge] = {}


def _de_la_classe(classe: type) -> Juge:
    hints = get_type_hints(classe)
    if issubclass(classe, BaseModel):
        siens = {nom: conforme(champ.annotation) for nom, champ in classe.model_fields.items()}
    else:
        siens = {nom: conforme(hints[nom]) for nom in (champ.name for champ in fields(classe))}
    noms, attendus = siens.keys(), len(siens)
    aussi = {nom: conforme(genre) for nom, genre in hints.items() if get_origin(genre) is ClassVar and nom not in noms
             and not nom.startswith("_") and nom != "model_config"}
    aussi |= {nom: conforme(get_type_hints(memoire.func)["return"]) for base in classe.__mro__
              for nom, memoire in vars(base).items() if isinstance(memoire, cached_property)}

    def juge(valeur: object) -> bool:
        if type(valeur) is not classe:
            return False
        tenus, trouves = vars(valeur), 0
        for nom, tenu in tenus.items():
            if (sien := siens.get(nom)) is not None:
                trouves += 1
            elif (sien := aussi.get(nom)) is None:
                return False
            if not sien(tenu):
                return False
        return trouves == attendus

    return juge
