"""The next dates of a group or a session: those that have passed are never among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from quifaitquoi.annuaire.model.dates import DateAnnoncee
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.segments import DECISIF, Fait, Segments, dit, ecrit


def prochaines_dates(parole: Parole, x: Iterable[DateAnnoncee] | None, jour: date) -> Iterator[Fait]:
    """Those to come on `jour`, the nearest first."""
    for rang, une in enumerate(sorted((d for d in x or () if d.tient(jour)), key=lambda d: (d.le, d.au or d.le))):
        yield Fait("prochaines_dates", "calendar-star", parole._("Prochaine date :") if not rang else parole._("Puis :"),
                   _date(parole, une), DECISIF)


def _date(parole: Parole, x: DateAnnoncee) -> Segments:
    jours = dit(parole._("du {du} au {au}", du=parole.date(x.le), au=parole.date(x.au)) if x.au else parole.date(x.le))
    return (*jours, *dit(parole._(", ")), *ecrit(x.precision)) if x.precision else jours
