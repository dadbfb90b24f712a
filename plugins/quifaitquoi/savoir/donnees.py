"""The open data that a build gives out: what pages say of each format, without knowing how its files are made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from quifaitquoi.annuaire.enrich.territoire import Territoire

DOSSIER = "data"  # below the site's root


@dataclass(frozen=True)
class Format:
    """A format of the field, or a table for people.

    `pour` says in French whom it is for; `adresse` is where it is described, if anywhere; `chemins` are its files below DOSSIER,
    and `faire` gives their contents, of a territory that is `publiable`. `ou`: field of ours → where it goes; `perdu`: fields of
    ours (« * » stands for any) → why they have no place.
    """

    nom: str
    pour: str
    adresse: str | None
    chemins: tuple[str, ...]
    faire: Callable[[Territoire], Mapping[str, bytes]]
    ou: Mapping[str, str] = field(default_factory=dict)
    perdu: Mapping[str, str] = field(default_factory=dict)
