"""Hours as the browser reads them: for each day of the next three months, what is open or unknown.

A day's content is coded once for the whole site, in minutes since that day's local midnight: the browser then needs to
know nothing about clocks that change. Hours are seven contents, Monday first, and the days that differ.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from quifaitquoi.horaires import Calendrier, Horaires, intervalles
from quifaitquoi.horaires.mots import commentaire_dit
from quifaitquoi.langues import Langue
from quifaitquoi.site.pages.trouver.colonnes import Table

JOURS = 92  # yesterday, for clocks that are behind; today; ninety more
NON_RENSEIGNES = 0

# (start, length, what) of one day; what is the rank of its state, plus three times that of its comment.
ETATS = ("ouvert", "inconnu", "rendez-vous")
Contenu = tuple[tuple[int, int, int], ...]
Cle = tuple[Horaires, date | None, date | None]


class Grilles:
    """Collects hours and numbers them; equal ones have one number. 0 is « non renseigné ». Days are counted from `du`."""

    def __init__(self, calendrier: Calendrier, aujourdhui: date):
        self._calendrier, self.du = calendrier, aujourdhui - timedelta(1)
        minuits = [datetime.combine(self.du + timedelta(n), time(), calendrier.zone).astimezone(UTC) for n in range(JOURS + 1)]
        self._debut = minuits[0]
        self._minuits = [self._minute(minuit) for minuit in minuits]
        self._numeros: dict[Cle, int] = {}
        self._semaines, self._contenus, self._commentaires = Table(), Table(()), Table("")

    def numero(self, horaires: Horaires | None, du: date | None = None, au: date | None = None) -> int:
        """The number of these hours, those of a stop between its two dates."""
        if horaires is None:
            return NON_RENSEIGNES
        cle = (horaires, du, au)
        if (connu := self._numeros.get(cle)) is None:
            connu = self._numeros[cle] = self._semaines(self._code(self._jours(*cle))) + 1
        return connu

    def donnees(self, langue: Langue) -> dict:
        """For the browser: every content and all hours; their comments in `langue`, or isolated as `horaires.mots` does."""
        return self._cadre(langue, self._contenus, self._semaines, self._commentaires)

    def quelques(self, numeros: Iterable[int], langue: Langue) -> dict:
        """The same for these only, which are 1, 2 … there."""
        gardes, dits = Table(0), Table(0)
        # The contents are the first seven numbers, then every third one.
        codes = [tuple(gardes(n) if i < 7 or (i - 7) % 3 == 2 else n for i, n in enumerate(self._semaines[numero - 1]))
                 for numero in numeros]
        n = len(ETATS)
        contenus = [tuple((debut, duree, quoi % n + n * dits(quoi // n)) for debut, duree, quoi in self._contenus[garde])
                    for garde in gardes]
        return self._cadre(langue, contenus, codes, [self._commentaires[dit] for dit in dits])

    def _cadre(
        self, langue: Langue, contenus: Iterable[Contenu], semaines: Iterable[tuple[int, ...]], commentaires: Iterable[str]
    ) -> dict:
        longueurs = [b - a for a, b in zip(self._minuits, self._minuits[1:], strict=False)]
        return {
            "du": self.du.isoformat(), "fuseau": self._calendrier.fuseau, "minuit": int(self._debut.timestamp()) // 60,
            "jours": JOURS, "longueurs": {n: long for n, long in enumerate(longueurs) if long != 1440},
            "lundi": self.du.weekday(),
            "commentaires": [langue.typographie(commentaire_dit(ecrit, langue)) for ecrit in commentaires],
            "contenus": [[n for plage in contenu for n in plage] for contenu in contenus],
            "semaines": [list(code) for code in semaines],
        }

    def _minute(self, instant: datetime) -> int:
        return int((instant - self._debut).total_seconds()) // 60

    def _jours(self, horaires: Horaires, du: date | None, au: date | None) -> list[int]:
        """The content of each day."""
        plages: list[list[tuple[int, int, int]]] = [[] for _ in range(JOURS)]
        for intervalle in intervalles(horaires, self._calendrier, self.du, self.du + timedelta(JOURS - 1)):
            debut, fin = self._minute(intervalle.debut), self._minute(intervalle.fin)
            quoi = ETATS.index(intervalle.etat) + len(ETATS) * self._commentaires(intervalle.commentaire)
            jour = bisect_right(self._minuits, debut) - 1
            # Cut at midnight, so that a bar's Saturday looks like any other; the browser puts the pieces together again.
            while debut < fin and jour < JOURS:
                jusque = min(fin, self._minuits[jour + 1])
                plages[jour].append((debut - self._minuits[jour], jusque - debut, quoi))
                debut, jour = jusque, jour + 1
        premier = (du - self.du).days if du else 0
        dernier = (au - self.du).days if au else JOURS
        return [self._contenus(tuple(contenu) if premier <= n <= dernier else ()) for n, contenu in enumerate(plages)]

    def _code(self, jours: list[int]) -> tuple[int, ...]:
        """Seven contents, Monday first, then (days since the last exception, how many days, content) for the rest."""
        rang = self.du.weekday()
        semaine = []
        for jour in range(7):
            suite = jours[(jour - rang) % 7::7]
            semaine.append(Counter(suite).most_common(1)[0][0] if suite else 0)
        exceptions: list[int] = []
        fin = n = 0
        while n < JOURS:
            if jours[n] == semaine[(n + rang) % 7]:
                n += 1
                continue
            debut = n
            while n < JOURS and jours[n] == jours[debut] and jours[n] != semaine[(n + rang) % 7]:
                n += 1
            # A closure goes on over the days that are closed anyway.
            suite = n
            while suite < JOURS and jours[suite] == jours[debut]:
                suite += 1
                if jours[suite - 1] != semaine[(suite - 1 + rang) % 7]:
                    n = suite
            exceptions += (debut - fin, n - debut, jours[debut])
            fin = n
        return (*semaine, *exceptions)
