"""The words that lead to no door, a file for each language: a text passes only when each of its words is one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from pathlib import Path

from quifaitquoi.annuaire.check.portes.lisse import lisse

FICHIERS = tuple(sorted(Path(__file__).parent.glob("*.txt")))
# The languages that have such a file: a text in another one can't be judged.
LANGUES = frozenset(fichier.stem for fichier in FICHIERS)
MOT = re.compile(r"[^\W\d_]{2,}")


def premier_mot_inconnu(texte: str, connus: Set[str] = frozenset()) -> int | None:
    """The place of the first word of a smooth text that is neither in a list nor among `connus`; None if there is none."""
    return next((lu.start() for lu in MOT.finditer(texte) if (mot := lu[0].lower()) not in connus and not sans_porte(mot)), None)


def sans_porte(mot: str) -> bool:
    """Whether a smooth word in small letters leads to no door: it is in a list, or ends as what can't be seen or walked to does."""
    surs, jamais, abstraites = _listes()
    return mot in surs or (mot.endswith(abstraites) and mot not in jamais)


@lru_cache(maxsize=1)
def _listes() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """The words of all languages, but those that a form of another or another language would let pass; those that never pass by
    their ending alone; the endings of what is no thing."""
    listes: dict[str, set[str]] = {"surs": set(), "jamais": set(), "abstraites": set(), "exclus": set()}
    for fichier in FICHIERS:
        for quelle, mots in _sections(fichier.read_text(encoding="utf-8")):
            listes[quelle].update(mots)
    jamais = listes["jamais"] | listes["exclus"]
    return frozenset(listes["surs"] - listes["exclus"]), frozenset(jamais), tuple(sorted(listes["abstraites"]))


def _sections(lignes: str) -> Iterator[tuple[str, Iterable[str]]]:
    """Of each line, which list it is of, and its words as the title above says: with each beginning, « | », each ending."""
    quelle, debuts, fins = "surs", ("",), ("",)
    for ligne in lignes.splitlines():
        if titre := re.fullmatch(r"\[(?:(.*) \| )?(.*?)\](?: (\w+))?", ligne):
            quelle = titre[3] or "surs"
            debuts, fins = (tuple((bouts or "-").replace("-", "").split(" ")) for bouts in titre.group(1, 2))
        elif not ligne.startswith("#"):
            mots = (ligne if ligne.isascii() else lisse(ligne)).lower().split()
            yield quelle, (debut + mot + fin for mot in mots for debut in debuts for fin in fins)
