"""A link or a mailbox that may lead to a door: the map of any site, an address that another one hides, a street in its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from quifaitquoi.annuaire.check.portes.lecture import soupcons
from quifaitquoi.annuaire.check.portes.lisse import lisse
from quifaitquoi.annuaire.check.portes.mots import motifs, mots

LIEN = re.compile(
    r"(?:https?:|www\.)\S+|[\w.+%-]+@[\w.-]+"
    r"|(?<![\w.])[\w-]+(?:\.[\w-]+)*\.(?:fr|org|net|com|eu|info|io|app|de|ch|be|gl|co|page|link|me|to|ly|cc)"
    r"(?:/\S*)?(?![\w-])", re.IGNORECASE)
# Numbers that a site gives to its pages, and the days of its articles.
PAGE = re.compile(
    r"(?<![\d.,@-])(?:(?:19|20)\d\d(?:[/-]\d\d){0,2}|\d{5,}|(?:article|page|id|p|spip\.php\?article|actualites?)[-/=]?\d+)(?![\d.,])")
# How the names of map sites begin.
CARTES = ("maps", "mapp", "umap", "osm", "openstreet", "moovit", "framacarte", "geoloc")
# Where a word says nothing and the whole host does.
HOTES = re.compile(r"(?:^|\.)(?:goo|g|t)\.(?:gl|page|co)$|(?:google|bing|apple|yandex)\.[\w.]+$")
FIN = re.compile(r"\.(?:html?|php|aspx?|pdf|jpe?g|png)\b")
GUILLEMETS = " »)]>\"'.,;"


def liens(texte: str) -> Iterator[tuple[int, str]]:
    """The links and mailboxes in a text, with their place."""
    for lien in LIEN.finditer(texte):
        yield lien.start(), lien[0].rstrip(GUILLEMETS)


def soupcon_de_lien(lien: str, connus: Iterable[re.Pattern] = (), permis: Iterable[re.Pattern] = ()) -> str:
    """What a link may give away, "" if nothing."""
    clair = lisse(unquote(unquote(lien)))
    hote, chemin = _parts(clair)
    if any(mot in _cartes() or mot.startswith(CARTES) for mot in mots_de(hote)) or HOTES.search(hote):
        return "un lien vers une carte, ou qui cache où il mène"
    if any(un.search(_en_mots(chemin)) for un in _chemins()):
        return "un lien vers une carte ou un plan"
    for part in (*hote.split(".")[:-1], PAGE.sub(" ", chemin)):
        if trouve := next(soupcons(_en_mots(part), connus, permis), None):
            return trouve.quoi
    return ""


def _parts(lien: str) -> tuple[str, str]:
    """The host, and everything else."""
    if "@" in lien and "//" not in lien:
        boite, _, hote = lien.rpartition("@")
        return hote, boite
    try:
        parts = urlsplit(lien if "//" in lien else f"//{lien}")
        return (parts.hostname or "").lower(), " ".join((parts.path, parts.query, parts.fragment))
    except ValueError:
        return "", lien


def mots_de(texte: str) -> set[str]:
    return set(re.findall(r"\w+", texte.lower()))


def _en_mots(part: str) -> str:
    """« /le-12_rue.html » as words; a decimal number and what stands at an @ stay whole."""
    return re.sub(r"(?<!\d)[.,]|[.,](?!\d)|[/?&=#+_:;~|!*()\[\]-]", " ", FIN.sub(" ", part)).strip()


@lru_cache(maxsize=1)
def _cartes() -> frozenset[str]:
    return frozenset(mots("cartes"))


@lru_cache(maxsize=1)
def _chemins() -> tuple[re.Pattern, ...]:
    return motifs("chemins")
