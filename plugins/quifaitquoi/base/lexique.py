"""What a word means among things that have names: the one that is so called, or those that it may mean."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from quifaitquoi.base.texte import simple

# Words that join others: « cours de français » and « cours français » are one name. « Sans » is none of them.
LIANTS = frozenset("a au aux avec chez d dans de des du en et l la le les ou par pour sur un une".split())
VOISINS_MAX = 5
LETTRES_MIN, LETTRES_LONGUES = 4, 8
LU_MAX = 200  # letters of what was typed that are looked at

Cle = tuple[str, ...]


def cle(texte: str) -> Cle:
    """Its words in any order, without accents, plurals and the words that join them."""
    return tuple(sorted(mot[:-1] if len(mot) > 3 and mot[-1] in "sx" else mot for mot in _mots(texte)))


def _mots(texte: str) -> list[str]:
    mots = re.findall(r"\w+", simple(texte[:LU_MAX]).replace("œ", "oe"))
    return [mot for mot in mots if mot not in LIANTS] or mots


class Lexique:
    """Things by their slug; `noms` gives what each is called, its own name first, then all other names."""

    def __init__(self, noms: Mapping[str, Iterable[str]]):
        self._formes = {slug: [*formes] or [slug] for slug, formes in noms.items()}
        self._cles = {slug: [cle(forme) for forme in formes] for slug, formes in self._formes.items()}
        self._propres: dict[Cle, list[str]] = defaultdict(list)
        self._autres: dict[Cle, list[str]] = defaultdict(list)
        for slug, (propre, *autres) in self._cles.items():
            for une in {cle(slug), propre}:
                self._propres[une].append(slug)
            for une in {*autres}:
                self._autres[une].append(slug)

    def appeles(self, mot: str) -> list[str]:
        """All that are so called: by their own name, or else by another."""
        cherche = cle(mot)
        return [*(self._propres.get(cherche) or self._autres.get(cherche) or ())] if cherche else []

    def seul(self, mot: str) -> list[str]:
        """The only one that has these words in its name, where no other has them in any."""
        trouves = self._contiennent(cle(mot))
        return trouves if len(trouves) == 1 and self._dans_le_nom(trouves[0], cle(mot)) else []

    def voisins(self, mot: str) -> list[str]:
        """Those that may be meant, the likeliest first; none where nothing is likely."""
        cherche = cle(mot)
        if not cherche:
            return []
        contiennent = sorted(self._contiennent(cherche), key=lambda slug: not self._dans_le_nom(slug, cherche))
        contenus = [slug for slug, (propre, *_) in self._cles.items() if propre and {*propre} <= {*cherche}]
        if len(contiennent) > VOISINS_MAX:  # people type one word for many things: what it is the name of is meant first
            contiennent = [slug for slug in contiennent if self._dans_le_nom(slug, cherche)] or contiennent
        trouves = self.appeles(mot) or contiennent or contenus or self._a_une_faute_pres(" ".join(_mots(mot)))
        return trouves if len(trouves) <= VOISINS_MAX else []

    def _contiennent(self, cherche: Cle) -> list[str]:
        mots = {*cherche}
        return [slug for slug, formes in self._cles.items() if any(mots <= {*forme} for forme in formes)] if mots else []

    def _dans_le_nom(self, slug: str, cherche: Cle) -> bool:
        return {*cherche} <= {*self._cles[slug][0]}

    def _a_une_faute_pres(self, ecrit: str) -> list[str]:
        """Those that a slip of the finger tells apart: one letter, two in a long word, never the first."""
        # Only loaded where something went wrong: a command that needs none of it starts without.
        from rapidfuzz.distance import OSA
        permis = 0 if len(ecrit) < LETTRES_MIN else 1 if len(ecrit) < LETTRES_LONGUES else 2
        distances = {
            slug: min((OSA.distance(ecrit, autre, score_cutoff=permis) for autre in map(" ".join, map(_mots, (slug, *formes)))
                       if autre[:1] == ecrit[:1]), default=permis + 1)
            for slug, formes in self._formes.items()}
        pres = min(distances.values(), default=permis + 1)
        return [slug for slug, distance in distances.items() if distance == pres] if pres <= permis else []
