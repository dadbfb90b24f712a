"""Facts in French for formats that have text where we have fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase

from quifaitquoi.paroles import texte
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.segments import Fait


def en_phrases(parole: Parole, faits: Iterable[Fait], ou: Mapping[str, str]) -> dict[str, str]:
    """Field of theirs → what is said there. `ou`: field of ours (« * » stands for any, the first that fits counts) → theirs."""
    dits: dict[str, list[str]] = {}
    for fait in faits:
        if champ := next((leur for notre, leur in ou.items() if fnmatchcase(fait.champ, notre)), None):
            dits.setdefault(champ, []).append(_phrase(texte.fait(parole, fait)))
    return {champ: " ".join(_sans_redites(phrases)) for champ, phrases in dits.items()}


def _sans_redites(phrases: list[str]) -> list[str]:
    """Each once: what came in from another base says, in words, the terms that came in beside it."""
    lues = {" ".join(phrase.split()): phrase for phrase in phrases}  # kinds of spaces tell none from another
    return [phrase for lue, phrase in lues.items() if not any(
        lue != autre and re.search(rf"(?:^|[.!?…] ){re.escape(lue)}(?: |$)", autre) for autre in lues)]


def _phrase(dit: str) -> str:
    return dit if dit.endswith((".", "!", "?", "…")) else f"{dit}."
