"""What one file says, and where: positions are kept small, and turned into lines and columns only when asked for."""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml

from quifaitquoi.annuaire.read.faute import Chemin, Faute

# For each key of a block, where the key and its value start; for each index of a list, where the item starts.
Marques = dict[str | int, tuple[int, ...]]
COLONNES = 1 << 20


def marque(mark: yaml.Mark) -> int:
    """A place in one number: a tuple a scalar would weigh more than the text itself."""
    return mark.line * COLONNES + mark.column


@dataclass
class Document:
    """`valeur` is made of dict, list and str only; `fautes` are those that reading it showed."""

    valeur: dict | list | str = ""
    fautes: list[Faute] = field(default_factory=list)
    _marques: dict[int, Marques] = field(default_factory=dict)

    def marques_de(self, collection: dict | list) -> Marques:
        """The places of a collection's parts, to be filled. The collection must become part of `valeur`."""
        return self._marques.setdefault(id(collection), {})

    @staticmethod
    def place_de(place: int) -> tuple[int, int]:
        """The (line, column) behind a mark, both counted from 1."""
        return place // COLONNES + 1, place % COLONNES + 1

    def valeur_a(self, chemin: Chemin) -> dict | list | str | None:
        """What is written at this path, None if nothing is."""
        noeud: object = self.valeur
        for partie in chemin:
            try:
                noeud = noeud[partie]
            except (KeyError, IndexError, TypeError):
                return None
        return noeud

    def ecrit(self, chemin: Chemin) -> bool:
        """Whether something stands at this path."""
        return len(self._trouves(chemin)) == len(chemin)

    def tel_qu_ecrit(self, chemin: Chemin) -> Chemin:
        """The path as the file has it: what stands alone, where a list could, is no first item of anything."""
        noeud, ecrit = self.valeur, []
        for partie in chemin:
            if partie == 0 and isinstance(noeud, (dict, str)) and noeud:
                continue
            ecrit.append(partie)
            noeud = self.valeur_a(tuple(ecrit))
        return tuple(ecrit)

    def place(self, chemin: Chemin, cle: bool = False) -> tuple[int, int]:
        """Where `chemin` stands, by its value or its key; where it is absent, the key of the nearest thing around it."""
        trouves = self._trouves(chemin)
        if not trouves:
            return 1, 1
        absent = len(trouves) < len(chemin)
        return self.place_de(trouves[-1][0 if cle or absent else -1])

    def _trouves(self, chemin: Chemin) -> list[tuple[int, ...]]:
        """The marks along `chemin`, as far as it is written."""
        noeud: object = self.valeur
        trouves = []
        for partie in chemin:
            marques = self._marques.get(id(noeud)) if isinstance(noeud, (dict, list)) else None
            if not marques or partie not in marques:
                break
            trouves.append(marques[partie])
            noeud = noeud[partie]
        return trouves
