"""Facts in French for formats that have text where we have fields."""

from __future__ import annotations

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
    return {champ: " ".join(phrases) for champ, phrases in dits.items()}


def _phrase(dit: str) -> str:
    return dit if dit.endswith((".", "!", "?", "…")) else f"{dit}."
