"""Where each part of a YAML text begins and ends, its comments included: what an edit cuts along.

`read.document` keeps where things begin, which is all that a message needs; here their ends are needed too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from quifaitquoi.annuaire.read.faute import Chemin
from quifaitquoi.annuaire.read.yaml_tree import CHARGEUR, INSECABLES

FIN_DE_LIGNE = re.compile(r"\r\n?|\n")
SAUT = re.compile(r"[\r\n]")
COMMENTAIRE = re.compile(r"(?:^|(?<=\s))#[^\r\n]*", re.M)


@dataclass
class Part:
    """A value: `debut` and `fin` are indices in the text, `fin` just after its last character.

    `genre` is "texte", "bloc" (keys and values) or "liste". `style` is the opening sign of a text (empty if it
    has none) or of a collection within braces or brackets; a collection of indented lines has none. `cle` is the
    span of the key that leads here, None for an item of a list.
    """

    genre: str
    debut: int
    fin: int
    style: str = ""
    cle: tuple[int, int] | None = None
    enfants: dict[str | int, Part] = field(default_factory=dict)

    @property
    def en_lignes(self) -> bool:
        """Whether this is a collection of indented lines."""
        return self.genre != "texte" and not self.style

    @property
    def vide(self) -> bool:
        return self.genre == "texte" and self.debut == self.fin


class Trame:
    """The parts of one text, which `lire_yaml` must have read without fault: its bounds hold here too."""

    def __init__(self, texte: str) -> None:
        self.texte = texte
        self._textes: list[tuple[int, int]] = []
        self.racine = self._parcourt()

    def part(self, chemin: Chemin) -> Part | None:
        part: Part | None = self.racine
        for nom in chemin:
            part = part.enfants.get(nom) if part else None
        return part

    def debut_de_ligne(self, index: int) -> int:
        return self._debuts[bisect_right(self._debuts, index) - 1]

    @cached_property
    def _debuts(self) -> list[int]:
        """Where each line begins: who makes the moulds of a fiche asks two hundred times."""
        return [0, *(saut.end() for saut in SAUT.finditer(self.texte))]

    def fin_de_ligne(self, index: int) -> int:
        """Where the line of `index` ends, its line break left out."""
        trouve = FIN_DE_LIGNE.search(self.texte, index)
        return trouve.start() if trouve else len(self.texte)

    def apres_la_ligne(self, index: int) -> int:
        """Where the next line begins."""
        trouve = FIN_DE_LIGNE.search(self.texte, index)
        return trouve.end() if trouve else len(self.texte)

    def colonne(self, index: int) -> int:
        return index - self.debut_de_ligne(index)

    @cached_property
    def saut(self) -> str:
        """The line break of this file: the first it uses."""
        trouve = FIN_DE_LIGNE.search(self.texte)
        return trouve[0] if trouve else "\n"

    @cached_property
    def pas(self) -> int:
        """How far a block is indented in this file."""
        for part in self.racine.enfants.values():
            if part.en_lignes and part.genre == "bloc":
                return max(1, self.colonne(part.debut) - self.colonne(part.cle[0]))
        return 2

    @cached_property
    def decalage_des_tirets(self) -> int:
        """How far the dash of a list stands from its key; some write it right below."""
        for part in self.racine.enfants.values():
            if part.en_lignes and part.genre == "liste":
                return self.colonne(part.debut) - self.colonne(part.cle[0])
        return self.pas

    @cached_property
    def commentaires(self) -> tuple[tuple[int, int], ...]:
        """The spans of all comments, in order: what looks like one outside of every text."""
        trouves, depuis = [], 0
        for debut, fin in [*self._textes, (len(self.texte), len(self.texte))]:
            if self.texte.find("#", depuis, debut) >= 0:
                trouves += [c.span() for c in COMMENTAIRE.finditer(self.texte, depuis, debut)]
            depuis = max(depuis, fin)
        return tuple(trouves)

    def commentaires_entre(self, debut: int, fin: int) -> list[str]:
        return [self.texte[a:b].rstrip() for a, b in self.commentaires if debut <= a < fin]

    def _parcourt(self) -> Part:
        pile: list[Part] = []
        cles: list[tuple[str, tuple[int, int]] | None] = []
        racine: Part | None = None
        for event in yaml.parse(self.texte, Loader=CHARGEUR):
            if isinstance(event, (MappingEndEvent, SequenceEndEvent)):
                part = pile.pop()
                cles.pop()
                # libyaml ends a block where the next thing begins, comments and empty lines included.
                part.fin = event.end_mark.index if part.style else max(
                    (enfant.fin for enfant in part.enfants.values()), default=part.debut)
                continue
            if not isinstance(event, (ScalarEvent, MappingStartEvent, SequenceStartEvent, AliasEvent)):
                continue
            if pile and pile[-1].genre == "bloc" and cles[-1] is None and isinstance(event, ScalarEvent):
                span = (event.start_mark.index, event.end_mark.index)
                self._textes.append(span)
                cles[-1] = (event.value.strip(INSECABLES), span)
                continue
            part = self._part(event)
            if not pile:
                racine = part
            elif pile[-1].genre == "bloc":
                (nom, part.cle), cles[-1] = cles[-1], None
                pile[-1].enfants[nom] = part
            else:
                pile[-1].enfants[len(pile[-1].enfants)] = part
            if part.genre != "texte":
                pile.append(part)
                cles.append(None)
        return racine or Part("texte", 0, 0)

    def _part(self, event: yaml.Event) -> Part:
        debut, fin = event.start_mark.index, event.end_mark.index
        if isinstance(event, MappingStartEvent):
            return Part("bloc", debut, fin, "{" if event.flow_style else "")
        if isinstance(event, SequenceStartEvent):
            return Part("liste", debut, fin, "[" if event.flow_style else "")
        style = getattr(event, "style", None) or ""
        if style and style in "|>":
            entete = self.fin_de_ligne(debut)
            garde = "+" in COMMENTAIRE.sub("", self.texte[debut:entete])
            # Empty lines that follow belong to the text only if its first line says so (« + »).
            derniers = r"(?:\r\n?|\n)\Z" if garde else r"(?:(?:\r\n?|\n)[ \t]*)+\Z"
            fin = debut + len(re.sub(derniers, "", self.texte[debut:fin]))
            self._textes.append((entete, fin))
        elif debut < fin:
            self._textes.append((debut, fin))
        return Part("texte", debut, fin, style)
