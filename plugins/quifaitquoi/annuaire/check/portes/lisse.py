"""A text as whoever reads it aloud hears it: plain letters and figures, each with the place where it was written."""

from __future__ import annotations

import re
from unicodedata import category, decimal, normalize

from quifaitquoi.base.texte import SIGNES

# Letters that the eye takes for others, or that no normal form takes apart.
LETTRES = SIGNES | str.maketrans("АВЕЅІЈКМНОРСТУХаеіјорсуѕхһԁɡ", "ABESIJKMHOPCTYXaeijopcysxhdg") | str.maketrans(
    "οανικρτΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oavikptABEZHIKMNOPTYX") | str.maketrans({
    "ß": "ss", "ẞ": "SS", "œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "đ": "d",
    "ـ": "", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "_": " ", "⁄": "/"})
# « r.u.e », « r u e »: one word, that somebody spelt.
EPELE = re.compile(r"(?<![\w'])[^\W\d](?:(?:\.[^\W\d](?!\w))+|([ *-])[^\W\d](?!\w)(?:\1[^\W\d](?!\w))+)")


class Lisse:
    """`texte` smoothed; `place(i)` is where its sign number `i` stands in the text as written."""

    def __init__(self, ecrit: str):
        signes, places = [], []
        for place, signe in enumerate(ecrit):
            for lettre in normalize("NFKD", signe.translate(LETTRES)):
                if category(lettre) not in ("Mn", "Me", "Cf", "Sk"):
                    chiffre = decimal(lettre, None)
                    lettre = " " if lettre.isspace() else lettre if chiffre is None else str(chiffre)
                    if lettre != " " or signes[-1:] != [" "]:
                        signes.append(lettre)
                        places.append(place)
        texte = "".join(signes)
        for epele in reversed([*EPELE.finditer(texte)]):
            garde = range(epele.start(), epele.end(), 2)
            texte = texte[:epele.start()] + "".join(texte[i] for i in garde) + texte[epele.end():]
            places[epele.start():epele.end()] = [places[i] for i in garde]
        self.texte, self._places = texte, places

    def place(self, i: int) -> int:
        return self._places[i] if i < len(self._places) else 0


def lisse(texte: str) -> str:
    """`texte` smoothed, for words that are looked for in smooth texts."""
    return Lisse(texte).texte
