"""What a source says of one place, in our own fields: what every format makes, and all that the later steps know."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from quifaitquoi.echanges.entrees.besoins import Besoins
from quifaitquoi.echanges.entrees.lecture import Enregistrement
from quifaitquoi.edition.decoupe.ecriture import Valeur

DOUTE_MAX = 400  # signs, as the model has it


@dataclass
class Notice:
    """`valeurs` is the tree of a fiche as YAML holds it, without sources and identifiers.

    `enregistrements` are those it was made of. `doutes` are (field, why): what could not be taken as it is, with the source's text.
    `ecartes` says what was left out because it speaks of a person.
    """

    id: str
    enregistrements: list[Enregistrement]
    valeurs: dict[str, Valeur] = field(default_factory=dict)
    identifiants: dict[str, str] = field(default_factory=dict)
    source: dict[str, str] = field(default_factory=dict)
    doutes: list[tuple[str, str]] = field(default_factory=list)
    ecartes: list[str] = field(default_factory=list)
    position: tuple[float, float] | None = None

    def pose(self, champ: str, valeur: Valeur | None) -> None:
        """Sets a field, « adresse.voie », unless there is nothing to say."""
        if valeur in (None, "", [], {}):
            return
        *blocs, nom = champ.split(".")
        ici = self.valeurs
        for bloc in blocs:
            ici = ici.setdefault(bloc, {})
        ici[nom] = valeur

    def doute(self, champ: str, pourquoi: str | None) -> None:
        if pourquoi:
            self.doutes.append((champ, pourquoi if len(pourquoi) <= DOUTE_MAX else pourquoi[:DOUTE_MAX - 1] + "…"))

    @property
    def place(self) -> str:
        return self.enregistrements[0].place


@dataclass(frozen=True)
class Refusee:
    """Records of which nothing can be made, and a sentence that says why and what to do."""

    enregistrements: Sequence[Enregistrement]
    pourquoi: str


@dataclass(frozen=True)
class Atelier:
    """What a format needs to know to read its records."""

    pays: str
    aujourdhui: date
    besoins: Besoins
    publics: Mapping[str, Sequence[str]] = field(default_factory=dict)  # data.inclusion's word → the situations that have it


@dataclass(frozen=True)
class Format:
    """A format of the field. `base` is the field of « identifiants » that holds its ids; `adresse` is where it is published."""

    nom: str
    base: str
    titre: str
    adresse: str | None
    licence: str | None
    lire: Callable[[Sequence[Path], Atelier], Iterator[Notice | Refusee]]
    termes: str = ""  # the list of a need in the vocabulary that holds its terms: data_inclusion, soliguide
    connus: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # its terms that no vocabulary holds → our needs
    remarque: str = ""  # what whoever imports must know
