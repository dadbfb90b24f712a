"""The open data that a build gives out: what pages say of each format, without knowing how its files are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from quifaitquoi.annuaire.enrich.territoire import FicheVue, Territoire

DOSSIER = "data"  # below the site's root
# What the files of a format hold of one place: records, each of them texts.
Dits = Sequence[Sequence[str]]
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
    """One with files of its own: `chemins`, below DOSSIER.

    `un_lieu` tells how to write one place of a territory that is `publiable`, whatever the others are; `reunir` gives the
    contents of the files from what was written of all of them, bit by bit: those of 10,000 places weigh hundreds of megabytes.
    """

    chemins: tuple[str, ...]
    un_lieu: Callable[[Territoire], Callable[[FicheVue], Dits]]
    reunir: Callable[[Territoire, Sequence[Dits]], Mapping[str, Iterable[bytes]]]

    def faire(self, territoire: Territoire) -> Mapping[str, bytes]:
        """Path → content of each file."""
        faits = self.reunir(territoire, [*map(self.un_lieu(territoire), territoire.fiches.values())])
        return {chemin: b"".join(contenu) for chemin, contenu in faits.items()}
