"""Rights as readers meet them on one day: which hold, where they are shown, who opens them here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from quifaitquoi.annuaire.enrich import FicheVue, ServiceVu, Territoire
from quifaitquoi.annuaire.fraicheur import droit_a_relire_le
from quifaitquoi.annuaire.model.droit import Droit
from quifaitquoi.annuaire.model.vocabulaire import Besoin
from quifaitquoi.base.texte import cle_de_tri


@dataclass(frozen=True)
class Porte:
    """A fiche that opens a right; `service` is which of its services does, None where one asks at its desk."""

    vue: FicheVue
    service: ServiceVu | None


def tient(droit: Droit, jour: date) -> bool:
    """Whether one may still ask for it."""
    return droit.jusqu_au is None or droit.jusqu_au >= jour


def en_cours(territoire: Territoire) -> tuple[Droit, ...]:
    """Those that one may ask for, in alphabetical order."""
    droits = (droit for droit in territoire.directory.droits.values() if tient(droit, territoire.aujourdhui))
    return tuple(sorted(droits, key=lambda droit: (cle_de_tri(droit.nom), droit.slug)))


def du_besoin(territoire: Territoire, *besoins: str) -> tuple[Droit, ...]:
    return tuple(droit for droit in en_cours(territoire) if not set(besoins).isdisjoint(droit.besoins or ()))


def du_temps_de_vie(territoire: Territoire, temps: str) -> tuple[Droit, ...]:
    return tuple(droit for droit in en_cours(territoire) if temps in (droit.temps_de_vie or ()))


def portes(territoire: Territoire, droit: Droit) -> tuple[Porte, ...]:
    """The fiches that it names and that are in service, with the service that it names where that is."""
    trouvees = []
    for guichet in (droit.ouvert_par.fiches if droit.ouvert_par else None) or ():
        vue = territoire.fiches.get(guichet.fiche)
        service = next((s for s in vue.services if s.besoin.slug == guichet.quoi), None) if vue else None
        if vue and vue.en_service and (service is None or service.en_service):
            trouvees.append(Porte(vue, service))
    return tuple(trouvees)


def besoins_qui_ouvrent(territoire: Territoire, droit: Droit) -> tuple[tuple[Besoin, int], ...]:
    """The needs whose services help to ask for it, with how many fiches answer each; those that nobody answers are left out."""
    besoins = (droit.ouvert_par.besoins if droit.ouvert_par else None) or ()
    connus = territoire.directory.vocabulaire.besoins
    comptes = ((connus[slug], _en_service(territoire.par_besoin.get(slug, ()))) for slug in besoins)
    return tuple((besoin, n) for besoin, n in comptes if n)


def _en_service(vues: Iterable[FicheVue]) -> int:
    return sum(vue.en_service for vue in vues)


def perime(territoire: Territoire, droit: Droit) -> bool:
    """Whether its official page was read too long ago."""
    limite = droit_a_relire_le(territoire.directory, droit)
    return limite is not None and limite < territoire.aujourdhui


def a_relire(territoire: Territoire) -> tuple[Droit, ...]:
    """Those that the territory tells itself and somebody should read again: never read, read too long ago, or over."""
    siens = (droit for droit in territoire.directory.droits.values() if not droit.national)
    return tuple(droit for droit in siens
                 if droit.lu_le is None or perime(territoire, droit) or not tient(droit, territoire.aujourdhui))
