"""The open data that a build gives out: what pages say of each format, without knowing how its files are made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from quifaitquoi.annuaire.enrich.territoire import Territoire

DOSSIER = "data"  # below the site's root
# Why most formats leave them out.
D_AUTRES_BASES = "Comment d'autres bases appellent ce lieu ne sert qu'aux imports."


@dataclass(frozen=True)
class Correspondance:
    """What becomes of our fields in a format of the field, or in a table for people.

    `pour` says in French whom it is for; `adresse` is where it is described, if anywhere. `ou`: field of ours → where it goes;
    `perdu`: fields of ours (« * » stands for any) → why they have no place.
    """

    nom: str
    pour: str
    adresse: str | None
    ou: Mapping[str, str]
    perdu: Mapping[str, str]


@dataclass(frozen=True)
class Format(Correspondance):
    """One with files of its own: `chemins`, below DOSSIER; `faire` gives their contents, of a territory that is `publiable`."""

    chemins: tuple[str, ...]
    faire: Callable[[Territoire], Mapping[str, bytes]]
