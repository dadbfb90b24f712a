"""Which sheets on the walls are due for replacement."""

from __future__ import annotations

from datetime import date, timedelta

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.annuaire.model.relais import Relais


def a_remplacer(territoire: Territoire, quartier: str | None = None) -> tuple[Relais, ...]:
    """Those whose sheets were never replaced, then the oldest; of one neighbourhood, or of all."""
    liste = territoire.directory.relais
    if liste is None:
        return ()
    avant = territoire.aujourdhui - timedelta(weeks=liste.semaines)
    dus = (r for r in liste.relais if quartier in (None, r.quartier) and (r.remplace_le is None or r.remplace_le < avant))
    return tuple(sorted(dus, key=lambda r: r.remplace_le or date.min))
