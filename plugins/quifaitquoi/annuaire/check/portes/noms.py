"""Names, looked for in a text as people write them: whole, in another order, among thousands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import permutations

from quifaitquoi.annuaire.check.portes.lisse import lisse
from quifaitquoi.annuaire.check.portes.mots import alternatives

ARTICLES = re.compile(r"^(?:l'|(?:le|la|les|the)[ -])", re.IGNORECASE)


class Noms:
    """Thousands of names, found in a text as one pattern would."""

    def __init__(self, noms: Iterable[str]):
        self._noms = frozenset(" ".join(re.findall(r"\w+", nom)) for nom in noms)
        self._longueurs = sorted({nom.count(" ") + 1 for nom in self._noms})

    def finditer(self, texte: str) -> Iterator[re.Match]:
        """The first word of each name in a smooth text."""
        lus = [*re.finditer(r"\w+", texte)]
        mots_lus = [lu[0].lower() for lu in lus]
        yield from (lu for rang, lu in enumerate(lus) for long in self._longueurs
                    if " ".join(mots_lus[rang:rang + long]) in self._noms)


def mots_lisses(texte: str) -> frozenset[str]:
    """Its words in small smooth letters, figures left out."""
    return frozenset(re.findall(r"[^\W\d]+", lisse(texte).lower()))


def surs(noms: Iterable[str]) -> frozenset[str]:
    """Names in small smooth letters, but common nouns: of these, nobody is sure."""
    communs = re.compile(rf"(?:{alternatives('nommes')}|gare|centre|phare|partout\b.*)", re.IGNORECASE)
    lisses = {lisse(nom).lower() for nom in noms}
    return frozenset(nom for nom in lisses if len(nom) > 3 and not communs.fullmatch(ARTICLES.sub("", nom)))


def dans_tout_ordre(nom: str) -> str:
    """The words of a name that say something, close to each other: « Horizon, le refuge » names « Refuge Horizon »."""
    tous = re.findall(r"\w+", lisse(nom))
    # One word of several is anybody's: « Maison » of « Maison de la Mer ».
    longs = longs if len(longs := [mot for mot in tous if len(mot) > 3]) > 1 else tous
    ordres = permutations(longs) if len(longs) <= 3 else (longs,)
    return "|".join(r"(?<!\w)" + r"\W+(?:\w{1,3}\W+){0,2}".join(map(re.escape, ordre)) + r"(?!\w)" for ordre in ordres)


def mot_a_mot(texte: str) -> re.Pattern:
    """These words in this order, whatever stands between them: in a name of file or a link, hyphens do."""
    return re.compile(r"(?<!\w)" + (r"[\W_]+".join(re.findall(r"\w+", lisse(texte))) or "(?!)") + r"(?!\w)", re.IGNORECASE)
