"""Port-Exemple as PyYAML alone reads it, every scalar as text, and what its files use of the models."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

import yaml

from quifaitquoi.annuaire.check.tree import trouve
from quifaitquoi.annuaire.model.types import Element

RACINE = Path(__file__).parent / "port-exemple"


def charge(fichier: Path) -> dict:
    """The file with every scalar as text, read by PyYAML alone."""
    return yaml.load(fichier.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def modele_de(fichier: Path) -> type[Element]:
    return trouve(fichier, RACINE).modele


def elements_lus() -> dict[str, Element]:
    """Each of its files as the model has it."""
    return {nom: modele_de(RACINE / nom).model_validate(brut, context={"pays": "FR"}) for nom, brut in BRUT.items()}


FICHIERS_YAML = sorted(RACINE.rglob("*.yml"))
BRUT = {fichier.relative_to(RACINE).as_posix(): charge(fichier) for fichier in FICHIERS_YAML}
FICHES = {nom: brut for nom, brut in BRUT.items() if nom.startswith("fiches/")}
TEXTES = {fichier.relative_to(RACINE).as_posix(): fichier.read_text(encoding="utf-8")
          for fichier in sorted(RACINE.rglob("*")) if fichier.is_file()}


def sous_types(annotation: object) -> Iterator[object]:
    """The types inside an annotation, one by one, without what only decorates them."""
    origine = get_origin(annotation)
    if origine is Annotated:
        yield from sous_types(get_args(annotation)[0])
    elif origine in (Union, UnionType, tuple, list, dict):
        for partie in get_args(annotation):
            yield from sous_types(partie)
    else:
        yield annotation


def utilises(valeur: object) -> Iterator[tuple[tuple[str, str], object]]:
    """((model, field), value) for each field that is written somewhere inside `valeur`, lists one item at a time."""
    if isinstance(valeur, Element):
        for champ in valeur.model_fields_set:
            ecrit = getattr(valeur, champ)
            for partie in ecrit if isinstance(ecrit, tuple) else (ecrit,):
                yield (type(valeur).__name__, champ), partie
            yield from utilises(ecrit)
    elif isinstance(valeur, dict):
        for partie in valeur.values():
            yield from utilises(partie)
    elif isinstance(valeur, tuple):
        for partie in valeur:
            yield from utilises(partie)
