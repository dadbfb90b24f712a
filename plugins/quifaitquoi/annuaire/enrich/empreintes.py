"""Digests of what a page or a leaflet depends on: two equal things have the same, in this process and in the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from hashlib import blake2b

from pydantic import BaseModel

from quifaitquoi.annuaire.enrich.territoire import FicheVue, Territoire
from quifaitquoi.annuaire.model.types import Nomme
from quifaitquoi.base.programme import programme

_FEUILLES = (str, int, float, bool, date, type(None))
# Organisations, zones and terms are on many pages; a fiche stays the same from one preview to the next.
_PARTAGES = (Nomme, FicheVue)


class Empreintes:
    """Digests immutable objects; those that come again are digested once."""

    def __init__(self):
        self._connues: dict[int, tuple[object, str]] = {}

    def de(self, *objets: object) -> bytes:
        return blake2b("\x1f".join(map(self._texte, objets)).encode(), digest_size=16).digest()

    def retiens(self, objet: object, *empreintes: bytes) -> None:
        """Digest this object by these, which say as much as it does: what it was made from."""
        self._connues[id(objet)] = (objet, blake2b(b"".join(empreintes), digest_size=16).hexdigest())

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


def commun(territoire: Territoire, empreintes: Empreintes) -> bytes:
    """Digest of what anything may show: the program, the day, and all of the territory but its fiches and their translations."""
    d = territoire.directory
    return empreintes.de(programme(), territoire.aujourdhui, d.annuaire, dict(d.vocabulaire), d.quartiers, d.reperes, d.lignes,
                         d.organismes, d.droits, d.ressources, d.annonces, d.vacances, d.manques, d.fond and d.fond.empreinte)


def remplacants(territoire: Territoire) -> dict[str, str]:
    """The names that may be said of other fiches: of those that replace one, or a service of it."""
    fiches = territoire.directory.fiches
    etats = (porteur.etat for fiche in fiches.values() for porteur in (fiche, *fiche.services))
    slugs = {etat.remplace_par for etat in etats if etat and etat.remplace_par}
    return {slug: fiches[slug].nom for slug in sorted(slugs & fiches.keys())}
