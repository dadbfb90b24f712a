"""What selects days in a rule: months and dates, weeks, weekdays; each in OpenStreetMap's words. Weekdays count from Monday = 0."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

JOURS_OSM = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MOIS_OSM = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NOMS_JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
NOMS_MOIS = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin",
    "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
)  # fmt: skip
ACCENTS = {"fevrier": "février", "aout": "août", "decembre": "décembre", "feries": "fériés"}
SANS_ACCENT = re.compile(rf"\b({'|'.join(ACCENTS)})\b")
# Beyond these years a date is a typing error.
PREMIERE_ANNEE, DERNIERE_ANNEE = 2000, 2099


@dataclass(frozen=True)
class Jalon:
    """One end of a period: a month, a day of a month, with or without its year, or a day counted from Easter."""

    mois: int = 0
    jour: int | None = None
    annee: int | None = None
    paques: int | None = None

    @property
    def osm(self) -> str:
        if self.paques is not None:
            unite = "day" if abs(self.paques) == 1 else "days"
            return f"easter {self.paques:+d} {unite}" if self.paques else "easter"
        annee = f"{self.annee} " if self.annee else ""
        jour = f" {self.jour:02d}" if self.jour else ""
        return f"{annee}{MOIS_OSM[self.mois - 1]}{jour}"


# The ends of what has no beginning, or lasts until further notice.
DEPUIS_TOUJOURS, TOUJOURS = Jalon(1, 1, PREMIERE_ANNEE), Jalon(12, 31, DERNIERE_ANNEE)


@dataclass(frozen=True)
class Periode:
    """Days of the year from `debut` to `fin`, both included and of the same kind; it may pass the new year."""

    debut: Jalon
    fin: Jalon

    @property
    def jour_seul(self) -> Jalon | None:
        """The day of a period of one day."""
        return self.debut if self.debut == self.fin and (self.debut.jour or not self.debut.mois) else None

    @property
    def osm(self) -> str:
        return self.debut.osm if self.debut == self.fin else f"{self.debut.osm}-{self.fin.osm}"


@dataclass(frozen=True, order=True)
class Jour:
    """A weekday, or with `rang` only one of each month: 1 to 5, or -1 for the last."""

    jour: int
    rang: int = 0


SEMAINE_ENTIERE = tuple(Jour(j) for j in range(7))


def mois_joints(periodes: Iterable[Periode]) -> tuple[Periode, ...]:
    """The same periods, where months in a row are one: July, August → July to August."""
    periodes = tuple(dict.fromkeys(periodes))
    if any(p.debut != p.fin or not p.debut.mois or p.debut.jour or p.debut.annee for p in periodes):
        return periodes
    return tuple(Periode(Jalon(a), Jalon(b)) for a, b in suites(sorted(p.debut.mois for p in periodes)))


def accentue(mots: str) -> str:
    """Plain words with the accents of their months and holidays."""
    return SANS_ACCENT.sub(lambda mot: ACCENTS[mot[1]], mots)


def suites(nombres: Iterable[int]) -> list[tuple[int, int]]:
    """Runs of consecutive numbers, ends included: 0, 1, 2, 5 → (0, 2), (5, 5)."""
    resultat: list[tuple[int, int]] = []
    for nombre in nombres:
        if resultat and resultat[-1][1] == nombre - 1:
            resultat[-1] = (resultat[-1][0], nombre)
        else:
            resultat.append((nombre, nombre))
    return resultat


def date_dite(jour: date) -> str:
    """« 7 janvier 2026 », in French."""
    mois = NOMS_MOIS[jour.month - 1]
    return f"{jour.day}{'er' if jour.day == 1 else ''} {ACCENTS.get(mois, mois)} {jour.year}"


def annees_osm(debut: int, fin: int) -> str:
    return str(debut) if debut == fin else f"{debut}+" if fin == DERNIERE_ANNEE else f"{debut}-{fin}"


def semaines_osm(semaines: tuple[int, int, int]) -> str:
    debut, fin, pas = semaines
    return f"{debut:02d}" if debut == fin else f"{debut:02d}-{fin:02d}" + (f"/{pas}" if pas > 1 else "")


def jours_osm(jours: tuple[Jour, ...], feries: tuple[int, ...]) -> str:
    mots = [
        JOURS_OSM[a] if a == b else f"{JOURS_OSM[a]}-{JOURS_OSM[b]}"
        for a, b in suites(jour.jour for jour in jours if not jour.rang)
    ]
    for j, nom in enumerate(JOURS_OSM):
        rangs = [str(jour.rang) for jour in jours if jour.jour == j and jour.rang]
        if rangs:
            mots.append(f"{nom}[{','.join(rangs)}]")
    mots += ["PH" if decalage == 0 else f"PH {decalage:+d} day" for decalage in feries]
    return ",".join(mots)
