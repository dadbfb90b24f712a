"""How far a fiche can be trusted on a given day: verified, due for review, or only read somewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import MAXYEAR, date
from typing import Literal

from quifaitquoi.annuaire.model.confiance import Source, Verification
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.droit import Droit
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.types import DatePartielle
from quifaitquoi.base.jours import dans


@dataclass(frozen=True)
class Confiance:
    """`statut` on the day asked: "verifiee", "perimee" (verified, review overdue) or "lue" (never verified).

    `a_revoir_le` is the day the review falls due, None where there never was a verification: absolute, so
    that a browser can judge again. `lue_le` is the date, as precise as it is known, of the page that the facts come from
    by which one decides to come or to call; where several pages gave them, the oldest.
    """

    statut: Literal["verifiee", "perimee", "lue"]
    verification: Verification | None
    a_revoir_le: date | None
    lue_le: DatePartielle | None

    @property
    def sure(self) -> bool:
        """Only then may a page say « ouvert »."""
        return self.statut == "verifiee"

    @property
    def semaine_entiere(self) -> bool:
        """Whether a day that its hours do not name is known to be closed: whoever verified them asked about the whole week."""
        return self.verification is not None


def rythme(directory: Directory, fiche: Fiche) -> int:
    """The review rhythm in months: the shortest among the territory's and those of the fiche's needs."""
    besoins = directory.vocabulaire.besoins
    return min([directory.annuaire.revue] + [besoins[s.quoi].revue for s in fiche.services if s.quoi in besoins])


# By what is read of them one comes or calls.
DECISIFS = ("horaires", "services", "adresse", "adresse_provisoire", "contact", "tournee")


def lu_le(fiche: Fiche, champ: str) -> DatePartielle | None:
    """How old what was read about `champ` is: the newest source that names it, else the newest that is for everything."""
    sources = fiche.sources or ()
    propres = [s for s in sources if any(nom == champ or nom.startswith((champ + ".", champ + "[")) for nom in s.pour or ())]
    return _la_plus_recente(propres or [s for s in sources if s.pour is None])


def _lue_le(fiche: Fiche) -> DatePartielle | None:
    decisives = [lu for champ in DECISIFS if getattr(fiche, champ) and (lu := lu_le(fiche, champ))]
    return min(decisives, key=lambda d: d.debut) if decisives else _la_plus_recente(fiche.sources or ())


def _la_plus_recente(sources: Iterable[Source]) -> DatePartielle | None:
    dates = [source.date for source in sources if source.date]
    return max(dates, key=lambda d: d.debut) if dates else None


def confiance(directory: Directory, fiche: Fiche, aujourdhui: date) -> Confiance:
    lue_le = _lue_le(fiche)
    if fiche.verification is None:
        return Confiance("lue", None, None, lue_le)
    limite = dans(rythme(directory, fiche), fiche.verification.le)
    return Confiance("verifiee" if aujourdhui <= limite else "perimee", fiche.verification, limite, lue_le)


def droit_a_relire_le(directory: Directory, droit: Droit) -> date | None:
    """The last day on which what its official page said may be trusted; None where nobody says when it was read."""
    # A day still to come is an error of its own, and may be the last that a calendar holds.
    return dans(directory.annuaire.revue, droit.lu_le) if droit.lu_le and droit.lu_le.year < MAXYEAR - 2 else None
