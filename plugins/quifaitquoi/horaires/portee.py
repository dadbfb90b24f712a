"""Which days a rule touches, as one big integer with a bit per day: comparing rules is exact and cheap.

Each day stands four times: as an ordinary day, as a public holiday, as the eve of one, and as both, since
any day may be a holiday somewhere; then four times more as a day of the school holidays. Nothing here depends on today.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

from .modele import Regle
from .quinzaines import tombe
from .selecteurs import Periode

# Seven years hold two leap years and a week 53; the years that rules name come on top.
ANNEES_TYPES = frozenset(range(2024, 2031))
ANNEES_NOMMEES_MAX = 12
# About how much of a year the school holidays are.
PART_DES_VACANCES = 0.3


def annees_nommees(regles: Iterable[Regle]) -> frozenset[int]:
    """The years that the rules write out."""
    nommees: set[int] = set()
    for regle in regles:
        if regle.quinzaine:
            nommees.add(regle.quinzaine.year)
        for bornes in regle.annees:
            nommees.update(bornes)
        for periode in regle.periodes:
            if periode.debut.annee:
                nommees.update((periode.debut.annee, periode.fin.annee))
    return frozenset(nommees)


class Univers:
    """The days of some years, and the bits of each kind of day."""

    def __init__(self, annees: frozenset[int]):
        self.annees = sorted(annees)
        self.jours = [
            date(annee, 1, 1) + timedelta(n)
            for annee in self.annees
            for n in range((date(annee + 1, 1, 1) - date(annee, 1, 1)).days)
        ]
        bits: dict[tuple, bytearray] = defaultdict(lambda: bytearray(len(self.jours) // 8 + 1))
        for i, jour in enumerate(self.jours):
            octet, bit = i >> 3, 1 << (i & 7)
            fin = (jour.replace(day=28) + timedelta(4)).replace(day=1) - jour
            for cle in (
                ("jour", jour.weekday(), 0),
                ("jour", jour.weekday(), (jour.day + 6) // 7),
                ("jour", jour.weekday(), -((fin.days + 6) // 7)),
                ("semaine", jour.isocalendar().week),
                ("annee", jour.year),
                ("date", jour.month, jour.day),
            ):
                bits[cle][octet] |= bit
        self.bits = defaultdict(int, {cle: int.from_bytes(valeur, "little") for cle, valeur in bits.items()})
        self.tous = (1 << len(self.jours)) - 1

    @lru_cache(maxsize=512)  # noqa: B019 - universes are few and live as long as the program
    def periode(self, periode: Periode) -> int:
        debut, fin = periode.debut, periode.fin
        if debut.paques is not None:
            jours = (easter(annee) + timedelta(debut.paques) for annee in self.annees)
            return _ou(self._entre(jour, jour) for jour in jours)
        if debut.annee and debut.jour:
            return self._entre(date(debut.annee, debut.mois, debut.jour), date(fin.annee, fin.mois, fin.jour))
        premier, dernier = (debut.mois, debut.jour or 1), (fin.mois, fin.jour or 31)
        masque = 0
        for (genre, *cle), bits in self.bits.items():
            ici = tuple(cle)
            if genre == "date" and (
                premier <= ici <= dernier if premier <= dernier else not dernier < ici < premier
            ):
                masque |= bits
        return masque

    @lru_cache(maxsize=512)  # noqa: B019 - as above
    def quinzaine(self, depuis: date) -> int:
        return _ou(1 << rang for rang, jour in enumerate(self.jours) if tombe(depuis, jour))

    def _entre(self, debut: date, fin: date) -> int:
        return (1 << bisect_right(self.jours, fin)) - (1 << bisect_left(self.jours, debut))

    def saison(self, regle: Regle) -> int:
        """The days that the selectors wider than the week let through."""
        masque = self.tous
        if regle.annees:
            masque &= _ou(self.bits["annee", a] for a in self.annees if any(x <= a <= y for x, y in regle.annees))
        if regle.periodes:
            masque &= _ou(self.periode(periode) for periode in regle.periodes)
        if regle.quinzaine:
            masque &= self.quinzaine(regle.quinzaine)
        if regle.semaines:
            masque &= _ou(self.bits["semaine", s] for a, b, pas in regle.semaines for s in range(a, b + 1, pas))
        return masque

    def masque(self, regle: Regle) -> int:
        """The bits of the days a rule touches, in the eight copies."""
        saison = self.saison(regle)
        simple = saison
        if regle.jours or regle.feries:
            simple &= _ou(self.bits["jour", jour.jour, jour.rang] for jour in regle.jours)
        copies = [simple, simple, simple, simple]
        if 0 in regle.feries:
            copies[1] = copies[3] = saison
        if -1 in regle.feries:
            copies[2] = copies[3] = saison
        return self._en_copies([0, 0, 0, 0, *copies] if regle.vacances else copies * 2)

    def jour_de_semaine(self, jour: int) -> int:
        """The bits of one weekday, in the eight copies."""
        return self._en_copies([self.bits["jour", jour, 0]] * 8)

    def _en_copies(self, copies: list[int]) -> int:
        return _ou(bits << rang * len(self.jours) for rang, bits in enumerate(copies) if bits)


def _ou(masques: Iterable[int]) -> int:
    resultat = 0
    for masque in masques:
        resultat |= masque
    return resultat


@lru_cache(maxsize=32)
def _univers(annees: frozenset[int]) -> Univers:
    return Univers(annees)


def univers(regles: Iterable[Regle]) -> Univers:
    """The smallest set of days on which these rules can be told apart."""
    return _univers(ANNEES_TYPES | annees_nommees(regles))


def ampleur(regle: Regle, monde: Univers) -> float:
    """How many days a rule names, so that equal breadths compare equal: days of the season × share of the week."""
    part = sum(7 * 12 / 365 if jour.rang else 1 for jour in regle.jours) or 7
    return monde.saison(regle).bit_count() * part * (PART_DES_VACANCES if regle.vacances else 1)


def couverts_ensuite(masques: list[int], regles: tuple[Regle, ...]) -> list[int]:
    """For each rule, the days that later rules take over."""
    resultat, pris = [], 0
    for masque, regle in zip(reversed(masques), reversed(regles), strict=True):
        resultat.append(pris)
        if regle.remplace:
            pris |= masque
    return resultat[::-1]
