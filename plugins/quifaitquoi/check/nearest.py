"""The word that was probably meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process


def _simple(texte: str) -> str:
    sans_accent = "".join(c for c in unicodedata.normalize("NFKD", texte.lower()) if not unicodedata.combining(c))
    return sans_accent.replace("-", " ").replace("_", " ")


def proche(mot: str, possibles: Iterable[str]) -> str | None:
    """The nearest of `possibles`, None if none is near."""
    trouve = process.extractOne(mot[:80], list(possibles), scorer=fuzz.ratio, processor=_simple, score_cutoff=66)
    return trouve[0] if trouve else None


def terme_proche(mot: str, noms: Mapping[str, Iterable[str]]) -> str | None:
    """The slug whose own spelling, name or synonyms come nearest to `mot`; `noms` gives those by slug."""
    formes = [(slug, forme) for slug, autres in noms.items() for forme in (slug, *autres)]
    trouve = process.extractOne(mot[:80], [forme for _, forme in formes], scorer=fuzz.ratio, processor=_simple,
                                score_cutoff=66)
    return formes[trouve[2]][0] if trouve else None


def vouliez_vous_dire(propose: str | None, nom: str | None = None) -> str:
    """The closing question of a message, empty if there is nothing to propose."""
    if not propose:
        return ""
    return f" Vouliez-vous dire « {propose} »" + (f" ({nom})" if nom and nom != propose else "") + " ?"
