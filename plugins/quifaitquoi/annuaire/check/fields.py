"""What the models say about a place in a file: which block, which fields, which example."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from quifaitquoi.annuaire.read.faute import Chemin


def champs(modele: type[BaseModel], chemin: Chemin) -> list[str]:
    """The names of the fields that may be written at `chemin`."""
    ici = modele_a(modele, chemin)
    return list(ici.model_fields) if ici else []


def modele_a(modele: type[BaseModel], chemin: Chemin) -> type[BaseModel] | None:
    """The model that describes the block at `chemin`, None where there is none, as in a block whose keys are free."""
    ici: object = modele
    for partie in chemin:
        trouves = list(modeles_dans(ici))
        if isinstance(partie, int):
            continue
        if _est_un_dict(ici):
            ici = next(iter(trouves), None)
        elif suivants := [m.model_fields[partie].annotation for m in trouves if partie in m.model_fields]:
            ici = suivants[0]
        else:
            return None
    return None if _est_un_dict(ici) else next(modeles_dans(ici), None)


def champ_a(modele: type[BaseModel], chemin: Chemin) -> tuple[str, FieldInfo | None]:
    """The nearest field around `chemin`, itself included, with its name."""
    noms = [partie for partie in chemin if isinstance(partie, str)]
    parent = modele_a(modele, chemin[:len(chemin) - 1 - chemin[::-1].index(noms[-1])]) if noms else None
    return (noms[-1], parent.model_fields.get(noms[-1])) if parent else ("", None)


def modeles_dans(annotation: object) -> Iterator[type[BaseModel]]:
    """Every model that an annotation may hold, whatever lists, options and unions are around it."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    else:
        for argument in typing.get_args(annotation):
            if not isinstance(argument, (str, int)):
                yield from modeles_dans(argument)


def sous_modeles(modele: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Every model made from `modele`."""
    for fils in modele.__subclasses__():
        yield fils
        yield from sous_modeles(fils)


def _est_un_dict(annotation: object) -> bool:
    origine = typing.get_origin(annotation)
    if origine is dict:
        return True
    return origine in (typing.Union, types.UnionType, typing.Annotated) and any(
        _est_un_dict(argument) for argument in typing.get_args(annotation))


def ou_va(modele: type[BaseModel], cle: str) -> str | None:
    """The block of `modele` in which `cle` is a field, for a field that was written one level too high."""
    return next((nom for nom, champ in modele.model_fields.items() if not est_liste(champ.annotation)
                 for bloc in modeles_dans(champ.annotation) if cle in bloc.model_fields), None)


def choix(annotation: object) -> list[str]:
    """The words that an annotation leaves the choice of."""
    if typing.get_origin(annotation) is typing.Literal:
        return [str(mot) for mot in typing.get_args(annotation)]
    return [mot for argument in typing.get_args(annotation) if not isinstance(argument, (str, int)) for mot in choix(argument)]


def exemple(modele: type[BaseModel], chemin: Chemin) -> str:
    """What one may write at `chemin`: the example that the model carries, the words to choose from, a first line."""
    nom, champ = champ_a(modele, chemin)
    if champ is None:
        return ""
    if champ.examples or (isinstance(champ.default, str) and not choix(champ.annotation)):
        return f". Exemple : {nom}: {_ecrit(champ.examples[0] if champ.examples else champ.default)}"
    if mots := choix(champ.annotation):
        return f" : {', '.join(mots[:-1])} ou {mots[-1]}" if len(mots) > 1 else f" : {mots[0]}"
    bloc = next(modeles_dans(champ.annotation), None)
    ligne = next((f"{sous_nom}: {_ecrit(sous.examples[0])}" for sous_nom, sous in bloc.model_fields.items()
                  if sous.examples), "") if bloc else ""
    return f". Exemple : « {'- ' if est_liste(champ.annotation) else ''}{ligne} »" if ligne else ""


def bornes(modele: type[BaseModel], chemin: Chemin) -> tuple[float, float] | None:
    """The least and the most that a number may be at `chemin`, None where it has not both."""
    _, champ = champ_a(modele, chemin)
    marques = [*_marques(champ)] if champ else []
    moins, plus = (next((getattr(marque, nom) for marque in marques if hasattr(marque, nom)), None) for nom in ("ge", "le"))
    return None if moins is None or plus is None else (moins, plus)


def _marques(quoi: object) -> Iterator[object]:
    """What a field or its type says of the values it takes, whatever options are around it."""
    dites = quoi.metadata if isinstance(quoi, FieldInfo) else getattr(quoi, "__metadata__", ())
    for marque in dites:
        yield from _marques(marque) if isinstance(marque, FieldInfo) else (marque,)
    for dedans in (quoi.annotation,) if isinstance(quoi, FieldInfo) else typing.get_args(quoi):
        if not isinstance(dedans, (str, int)) and dedans is not None:
            yield from _marques(dedans)


def est_liste(annotation: object) -> bool:
    """Whether an annotation is a list, an optional one included."""
    if typing.get_origin(annotation) is tuple:
        return True
    return typing.get_origin(annotation) in (typing.Union, types.UnionType, typing.Annotated) and any(
        est_liste(argument) for argument in typing.get_args(annotation))


def _ecrit(valeur: object) -> str:
    if isinstance(valeur, dict):
        return "{" + ", ".join(f"{cle}: \"{v}\"" for cle, v in valeur.items()) + "}"
    if isinstance(valeur, (list, tuple)):
        return "[" + ", ".join(_ecrit(v) for v in valeur) + "]"
    return str(valeur)
