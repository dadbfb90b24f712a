"""The words that lead to no door, a file for each language: a text passes only when its language's file has each of its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from pathlib import Path

from quifaitquoi.annuaire.check.portes.lisse import lisse

FICHIERS = {fichier.stem: fichier for fichier in Path(__file__).parent.glob("*.txt")}
# The languages that have such a file: a text in another one can't be judged.
LANGUES = frozenset(FICHIERS)
MOT = re.compile(r"[^\W\d_]{2,}")
TITRE = re.compile(r"\[(?:(.*) \| )?(.*?)\](?: (\w+))?")
# What may join the parts of a compound.
LIENS = ("", "s", "n", "es", "en", "er", "e")
# What a word loses before some of its endings.
MUETTES = ("", "e", "y")
BASE_MIN = 4  # letters, of a word that an ending makes another form of
PART_MIN = 3  # letters, of a part of a compound


def premier_mot_inconnu(texte: str, langue: str, connait: Callable[[str], bool] = lambda mot: False) -> int | None:
    """The place of the first word of a smooth text that neither the language's list nor `connait` knows; None if there is none."""
    return next((lu.start() for lu in MOT.finditer(texte) if not sans_porte(lu[0].lower(), langue) and not connait(lu[0])), None)


@lru_cache(maxsize=10_000)
def mene(mot: str, langue: str) -> bool:
    """Whether a word that names nothing leads to a door all the same: « links », « gegenüber », a colour."""
    return _paroles(langue).est(mot, "menent")


@lru_cache(maxsize=50_000)
def sans_porte(mot: str, langue: str) -> bool:
    """Whether a smooth word in small letters leads to no door, in this language."""
    return langue in LANGUES and _paroles(langue).connaissent(mot)


class Paroles:
    """One such file. Its titles, « [beginnings | endings] section », say what each word below may take."""

    def __init__(self, texte: str):
        self._sections: dict[str, dict[tuple[tuple[str, ...], tuple[str, ...]], set[str]]] = {}
        section, bouts = "surs", (("",), ("",))
        for ligne in texte.splitlines():
            if titre := TITRE.fullmatch(ligne):
                section = titre[3] or "surs"
                bouts = tuple(tuple(lisse(bout).strip("-") for bout in (dits or "-").split(" ")) for dits in titre.group(1, 2))
            elif not ligne.startswith("#"):
                self._sections.setdefault(section, {}).setdefault(bouts, set()).update(
                    (ligne if ligne.isascii() else lisse(ligne)).lower().split())

    def connaissent(self, mot: str) -> bool:
        """Whether it is in the list, ends as what can't be seen or walked to does, or is made of such words."""
        if self.est(mot, "exclus"):
            return False
        return (self.est(mot, "surs") or self.est(mot, "tetes")
                or mot.endswith(self._abstraites) and not self.est(mot, "jamais") and not mot.endswith(self._jamais_au_bout)
                or self._flechi(mot) or self._compose(mot))

    def est(self, mot: str, section: str) -> bool:
        """Whether the section has it, with a beginning and an ending that its title allows."""
        return any(mot.startswith(debut) and mot.endswith(fin) and mot[len(debut):len(mot) - len(fin)] in racines
                   for (debuts, fins), racines in self._sections.get(section, {}).items() for debut in debuts for fin in fins)

    def _flechi(self, mot: str) -> bool:
        """Whether it is a form of a word of the list: « caged » of « cage », « studies » of « study »."""
        bases = (mot[:len(mot) - len(fin)] for fin in self._flexions if mot.endswith(fin))
        return any(self.est(base + muette, section) for base in bases if len(base) >= BASE_MIN
                   for muette in MUETTES for section in ("surs", "tetes"))

    def _compose(self, mot: str) -> bool:
        """Whether it is a compound: what it is stands last, « Beratungs-termin », and must be one of the « tetes »; what stands
        first leads nowhere either, or is one of the « debuts », which are no word by themselves: « Schul-anmeldung »."""
        if "tetes" not in self._sections:
            return False
        return any(self.est(mot[coupe:], "tetes") and self._peut_preceder(mot[:coupe])
                   for coupe in range(PART_MIN, len(mot) - PART_MIN + 1))

    def _peut_preceder(self, debut: str) -> bool:
        parts = (debut.removesuffix(lien) for lien in LIENS if debut.endswith(lien))
        return any(len(part) >= PART_MIN and (self.est(part, "debuts") or self.connaissent(part)) for part in parts)

    @cached_property
    def _abstraites(self) -> tuple[str, ...]:
        return tuple(self._formes("abstraites"))

    @cached_property
    def _flexions(self) -> tuple[str, ...]:
        return tuple(self._formes("flexions"))

    @cached_property
    def _jamais_au_bout(self) -> tuple[str, ...]:
        return tuple(self._formes("jamais_au_bout"))

    def _formes(self, section: str) -> Iterator[str]:
        for (debuts, fins), racines in self._sections.get(section, {}).items():
            yield from sorted(debut + racine + fin for racine in racines for debut in debuts for fin in fins)


@lru_cache(maxsize=None)
def _paroles(langue: str) -> Paroles:
    return Paroles(FICHIERS[langue].read_text(encoding="utf-8"))
