"""Addresses of the web and mailboxes that are not what they look like: a letter of another alphabet leads somewhere else."""

from __future__ import annotations

import re
from unicodedata import name, normalize
from urllib.parse import unquote

# Where a machine is named in a text; what stands before « @ » there is somebody's name.
MACHINE = re.compile(r"(?:https?://(?:[^\s/?#\"'<>@]*@)?|(?<=[^\s/]@))(?P<nom>[^\s/?#\"'<>()\[\]:@]+)", re.IGNORECASE)
POINTS = re.compile("[.。．｡]")
ENSEMBLE = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"})  # one word of these may have Latin letters too
COMME_LATINES = frozenset("аеорсухіјѕһӏԁԛԝ")


def sosie(texte: str) -> tuple[int, str] | None:
    """Where in `texte` the first letter stands that makes the name of a machine look like another one, and that letter."""
    for machine in MACHINE.finditer(texte):
        debut, parties = machine.start("nom"), POINTS.split(machine["nom"])
        for partie in parties:
            if lettre := _lettre(_lue(partie), parties[-1].isascii()):
                return debut + max(partie.lower().find(lettre), 0), lettre
            debut += len(partie) + 1
    return None


def _lue(partie: str) -> str:
    """One part of the name, as a browser reads it."""
    lue = normalize("NFKC", unquote(partie)).lower()
    try:
        return lue[4:].encode("ascii").decode("punycode") if lue.startswith("xn--") else lue
    except UnicodeError:
        return lue


def _lettre(lue: str, fin_latine: bool) -> str:
    """The letter that is not of the alphabet of the others, or the first where all look Latin and none is; "" if all is well."""
    alphabets = {lettre: name(lettre, "?").split()[0] for lettre in lue if lettre.isalpha()}
    autres = [lettre for lettre, alphabet in alphabets.items() if alphabet not in ENSEMBLE and alphabet != "LATIN"]
    melee = len({*alphabets.values()} - ENSEMBLE) > 1
    return autres[0] if autres and (melee or fin_latine and COMME_LATINES.issuperset(alphabets)) else ""
