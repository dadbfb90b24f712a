"""The school holidays of a territory: days off that somebody published, and beyond them nothing that anybody knows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True)
class Vacances:
    """`periodes` of days off, both ends included, all that there are until `jusqu_au`.

    `au_dela` is what the days after it are taken for: hours are read both ways, and are unknown where that makes a difference.
    """

    periodes: tuple[tuple[date, date], ...] = ()
    jusqu_au: date = date.min
    au_dela: bool = False

    def comprennent(self, jour: date) -> bool:
        """Whether that day is a day off."""
        return self.au_dela if jour > self.jusqu_au else any(du <= jour <= au for du, au in self.periodes)

    @property
    def lectures(self) -> tuple[Vacances, Vacances]:
        """The same without, then with, school holidays on each day of which nothing is known."""
        return replace(self, au_dela=False), replace(self, au_dela=True)


# Where the territory has no calendar.
INCONNUES = Vacances()
