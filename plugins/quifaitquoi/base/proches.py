"""The word that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quifaitquoi.base.texte import sans_accents

LU_MAX = 1000  # letters of what was typed that are looked at
ASSEZ = 66  # of 100


def proche(mot: str, possibles: Iterable[str], assez: float = ASSEZ) -> str | None:
    """The nearest of `possibles`, None if none is near. `assez` is how much must agree, of 100."""
    trouve = _plus_proche(mot, list(possibles), assez)
    return trouve[0] if trouve else None


def terme_proche(mot: str, noms: Mapping[str, Iterable[str]]) -> str | None:
    """The slug whose own spelling, name or synonyms come nearest to `mot`; `noms` gives those by slug."""
    formes = [(slug, forme) for slug, autres in noms.items() for forme in (slug, *autres)]
    trouve = _plus_proche(mot, [forme for _, forme in formes], ASSEZ)
    return formes[trouve[2]][0] if trouve else None


def vouliez_vous_dire(propose: str | None, nom: str | None = None) -> str:
    """The closing question of a message, empty if there is nothing to propose."""
    if not propose:
        return ""
    return f" Vouliez-vous dire « {propose} »" + (f" ({nom})" if nom and nom != propose else "") + " ?"


def _plus_proche(mot: str, possibles: list[str], assez: float) -> tuple[str, float, int] | None:
    """The nearest, how near it is, and its rank."""
    # Only loaded where something went wrong: a command that needs none of it starts without.
    from rapidfuzz import fuzz, process
    return process.extractOne(mot[:LU_MAX], possibles, scorer=fuzz.ratio, processor=_simple, score_cutoff=assez)


def _simple(texte: str) -> str:
    return sans_accents(texte.lower()).replace("-", " ").replace("_", " ")
