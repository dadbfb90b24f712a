"""Reads mots.txt and alentours.txt: words of each section, and patterns in the one notation that mots.txt explains."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from quifaitquoi.annuaire.check.portes.lisse import lisse

FICHIERS = tuple(Path(__file__).with_name(nom) for nom in ("mots.txt", "alentours.txt"))
# Nothing names what came before: no complement with an article, no capital, no figure, no quote, no adjective of streets.
RIEN_NE_LE_NOMME = (
    r"(?!['-]?\w|[ -](?:(?:d[ue]s?|de la|de l|d|aux?)\b(?! (?:jour|nuit|secours))|(?-i:[A-Z])|\d|[«\"“„‹]|"
    r"(?:pietonn|principal|voisin|parallel|derri|devant|adjacent|perpendiculaire|juste|calme|"
    r"couvert(?!e)|ou se tien|(?:\w+ )?ressembl|a servi|servait|etait|abrit|"
    r"(?:est |sont )?(?:bleu|vert|rouge|jaune|rose|blanc|noir|gris|orange|beige|marron|ocre|violet))))")


@lru_cache(maxsize=1)
def _sections() -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    for ligne in "\n".join(fichier.read_text(encoding="utf-8") for fichier in FICHIERS).splitlines():
        if titre := re.fullmatch(r"\[\w+ (\w+)\]", ligne):
            lignes = sections.setdefault(titre[1], [])
        elif ligne and not ligne.startswith("#"):
            lignes.append(ligne)
    return sections


def mots(section: str) -> tuple[str, ...]:
    """The words of a section."""
    return tuple(lisse(" ".join(_sections()[section])).split())


def un_des_mots(section: str) -> str:
    """A pattern for any word of a section, the longest first."""
    return "|".join(sorted(map(re.escape, mots(section)), key=len, reverse=True)).replace(r"\-", "[ -]")


def motifs(section: str, **parties: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of a section, one a line; a word in capitals stands for one of `parties`."""
    return tuple(motif(ligne, **parties) for ligne in _sections()[section])


def alternatives(section: str, **parties: str) -> str:
    """All the patterns of a section as one, to be put into others."""
    return "|".join(_ecrit(ligne, parties) for ligne in _sections()[section])


def motif(ligne: str, **parties: str) -> re.Pattern[str]:
    """One pattern in the notation of mots.txt: whole words, capitals alike."""
    return re.compile(rf"(?<![\w])(?:{_ecrit(ligne, parties)})(?!\w)", re.IGNORECASE)


def _ecrit(ligne: str, parties: dict[str, str]) -> str:
    ligne = re.sub(r"(\[[^\]]*\])| ", lambda lu: lu[1] or "[ -]", ligne).replace("~", RIEN_NE_LE_NOMME)
    return re.sub(r"\b[A-Z_]+", lambda mot: f"(?:{parties[mot[0]]})" if mot[0] in parties else mot[0], ligne) if parties else ligne
