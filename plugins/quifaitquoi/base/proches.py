"""The word that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quifaitquoi.base.texte import sans_accents

LU_MAX = 1000  # letters of what was typed that are looked at
ASSEZ = 66  # of 100


def proche(mot: str, possibles: Iterable[str], assez: float = ASSEZ) -> str | None:
    """The nearest of `possibles`, None if none is near. `assez` is how much must agree, of 100."""
    # Only loaded where something went wrong: a command that needs none of it starts without.
    from rapidfuzz import fuzz, process
    trouve = process.extractOne(mot[:LU_MAX], [*possibles], scorer=fuzz.ratio, processor=_simple, score_cutoff=assez)
    return trouve[0] if trouve else None


def vouliez_vous_dire(propose: str | None, nom: str | None = None) -> str:
    """The closing question of a message, empty if there is nothing to propose."""
    return lequel({propose: nom}) if propose else ""


def lequel(proposes: Mapping[str, str | None]) -> str:
    """The same question where several are likely; each with its name, if it has another."""
    dits = liste_ou(f"« {propose} »" + (f" ({nom})" if nom and nom != propose else "") for propose, nom in proposes.items())
    return f" Vouliez-vous dire {dits} ?" if dits else ""


def liste_ou(dits: Iterable[str]) -> str:
    """« a, b ou c »."""
    *debut, fin = [*dits] or [""]
    return f"{', '.join(debut)} ou {fin}" if debut else fin


def _simple(texte: str) -> str:
    return sans_accents(texte.lower()).replace("-", " ").replace("_", " ")
