"""Digests of what a page depends on: two equal things have the same, in this process and in the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from pydantic import BaseModel

from quifaitquoi.annuaire.enrich import FicheVue
from quifaitquoi.annuaire.model.types import Nomme

_FEUILLES = (str, int, float, bool, date, type(None))
# Organisations, zones and terms are on many pages; a fiche stays the same from one preview to the next.
_PARTAGES = (Nomme, FicheVue)


class Empreintes:
    """Digests immutable objects; those that come again are digested once."""

    def __init__(self):
        self._connues: dict[int, tuple[object, str]] = {}

    def de(self, *objets: object) -> bytes:
        return blake2b("\x1f".join(map(self._texte, objets)).encode(), digest_size=16).digest()

    def _texte(self, objet: object) -> str:
        if isinstance(objet, _FEUILLES):
            return repr(objet)
        if isinstance(objet, bytes):
            return objet.hex()
        if isinstance(objet, (tuple, list)):
            return f"({','.join(map(self._texte, objet))})"
        if isinstance(objet, (set, frozenset)):
            return f"{{{','.join(sorted(map(self._texte, objet)))}}}"
        if isinstance(objet, Mapping):
            return f"{{{','.join(f'{cle!r}:{self._texte(valeur)}' for cle, valeur in objet.items())}}}"
        if not isinstance(objet, _PARTAGES):
            return self._element(objet)
        connue = self._connues.get(id(objet))
        if connue is None:
            # Kept with the object itself, so that its id cannot be given to another one meanwhile.
            connue = (objet, blake2b(self._element(objet).encode(), digest_size=16).hexdigest())
            self._connues[id(objet)] = connue
        return connue[1]

    def _element(self, objet: object) -> str:
        nom = type(objet).__name__
        if isinstance(objet, BaseModel):
            valeurs = [(cle, v) for cle, v in objet.__dict__.items() if v is not None]
        elif is_dataclass(objet):
            valeurs = [(champ.name, getattr(objet, champ.name)) for champ in fields(objet)]
        else:
            raise TypeError(f"{nom} has no digest")
        return f"{nom}({','.join(f'{cle}={self._texte(valeur)}' for cle, valeur in valeurs)})"


@lru_cache(maxsize=1)
def programme() -> bytes:
    """The program itself: another version may write other pages from the same facts."""
    racine = Path(__file__).resolve().parents[1]
    somme = blake2b(digest_size=16)
    for fichier in sorted(racine.rglob("*")):
        if fichier.suffix in (".py", ".html", ".css", ".js", ".po") and "__pycache__" not in fichier.parts:
            somme.update(f"{fichier.relative_to(racine)}\0".encode() + fichier.read_bytes())
    return somme.digest()
