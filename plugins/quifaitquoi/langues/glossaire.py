"""The terms of the field, the same in every text of a language: how each is said, and the wrong turn that somebody took before."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LISTE = Path(__file__).parent / "glossaire.tsv"


@dataclass(frozen=True)
class Terme:
    """A French term in one language: the words that say it, any of which will do, those that do not, and what it means."""

    francais: str
    dits: tuple[str, ...]
    pas: tuple[str, ...]
    sens: str


@cache
def termes(code: str) -> tuple[Terme, ...]:
    """The terms that the glossary has in a language, longer ones first; none in a language that it does not have."""
    with LISTE.open(encoding="utf-8", newline="") as lu:
        lignes = [*csv.DictReader(lu, delimiter="\t", quoting=csv.QUOTE_NONE)]
    trouves = [Terme(x["francais"], _mots(x[code]), _mots(x.get(f"pas_{code}", "")), x["sens"]) for x in lignes if x.get(code)]
    return tuple(sorted(trouves, key=lambda terme: -len(terme.francais)))


def ecarts(code: str, francais: str, traduit: str) -> Iterator[str]:
    """What the translation of a text calls otherwise than the glossary, as ends of a sentence that names the translation."""
    dit, trouves = _plie(traduit), _trouves(code, francais)
    permis = {mot for terme in trouves for mot in terme.dits}
    for terme in trouves:
        if faux := next((mot for mot in terme.pas if _plie(mot) in dit and mot not in permis), ""):
            yield f"dit « {terme.francais} » par « {faux} », qui veut dire autre chose ({terme.sens})"
        elif not any(_plie(mot) in dit for mot in terme.dits):
            yield f"ne dit pas « {terme.francais} » comme ailleurs : {_ou(terme.dits)} ({terme.sens})"


def _trouves(code: str, francais: str) -> list[Terme]:
    """The terms that a French text holds; a longer one hides those inside it."""
    trouves = []
    for terme in termes(code):
        francais, n = _motif(terme.francais).subn(" ", francais)
        trouves += [terme] * bool(n)
    return trouves


def _mots(case: str | None) -> tuple[str, ...]:
    return tuple(mot.strip() for mot in (case or "").split("|") if mot.strip())


def _plie(texte: str) -> str:
    return texte.casefold().replace("’", "'")


def _ou(mots: tuple[str, ...]) -> str:
    return " ou ".join(f"« {mot} »" for mot in mots)


@cache
def _motif(francais: str) -> re.Pattern[str]:
    """The term as a word of its own; letters of an acronym are capitals."""
    return re.compile(rf"(?<![\w’'-]){re.escape(francais)}(?![\w-])|(?<=['’]){re.escape(francais)}(?![\w-])",
                      0 if francais.isupper() or any(c.isdigit() for c in francais) else re.IGNORECASE)
