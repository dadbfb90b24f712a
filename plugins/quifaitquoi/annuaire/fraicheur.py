"""How far a fiche can be trusted on a given day: verified, due for review, or only read somewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateutil.relativedelta import relativedelta

from quifaitquoi.annuaire.model.confiance import Verification
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.types import DatePartielle


@dataclass(frozen=True)
class Confiance:
    """`statut` on the day asked: "verifiee", "perimee" (verified, review overdue) or "lue" (never verified).

    `a_revoir_le` is the day the review falls due, None where there never was a verification: absolute, so
    that a browser can judge again. `lue_le` is the date of the newest source, as precise as it is known.
    """

    statut: Literal["verifiee", "perimee", "lue"]
    verification: Verification | None
    a_revoir_le: date | None
    lue_le: DatePartielle | None

    @property
    def sure(self) -> bool:
        """Only then may a page say « ouvert »."""
        return self.statut == "verifiee"


def rythme(directory: Directory, fiche: Fiche) -> int:
    """The review rhythm in months: the shortest among the territory's and those of the fiche's needs."""
    besoins = directory.vocabulaire.besoins
    return min([directory.annuaire.revue] + [besoins[s.quoi].revue for s in fiche.services if s.quoi in besoins])


def lu_le(fiche: Fiche, champ: str) -> DatePartielle | None:
    """How old what was read about `champ` is: the newest source that names it, else the newest that is for everything."""
    sources = fiche.sources or ()
    propres = [s for s in sources if any(nom == champ or nom.startswith(champ + ".") for nom in s.pour or ())]
    dates = [s.date for s in propres or [s for s in sources if s.pour is None] if s.date]
    return max(dates, key=lambda d: d.debut) if dates else None


def confiance(directory: Directory, fiche: Fiche, aujourdhui: date) -> Confiance:
    dates = [source.date for source in fiche.sources or () if source.date]
    lue_le = max(dates, key=lambda d: d.debut) if dates else None
    if fiche.verification is None:
        return Confiance("lue", None, None, lue_le)
    limite = fiche.verification.le + relativedelta(months=rythme(directory, fiche))
    return Confiance("verifiee" if aujourdhui <= limite else "perimee", fiche.verification, limite, lue_le)
