"""One record as its file holds it, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# What this program adds to a record that it refuses, for whoever corrects it and imports it again.
POURQUOI, FICHE, BESOINS = "_pourquoi", "_fiche", "_besoins"
AJOUTS = (POURQUOI, FICHE, BESOINS)


@dataclass(frozen=True)
class Enregistrement:
    """`place` is said to people: « lieux.csv, ligne 12 ». `champs` holds what JSON can hold; cells of tables are texts."""

    place: str
    champs: Mapping[str, object]
    feuille: str = ""

    @property
    def propres(self) -> dict[str, object]:
        """Its fields, without what this program added to it."""
        return {nom: valeur for nom, valeur in self.champs.items() if nom not in AJOUTS}
