"""What a service takes from its fiche: hours by their own rule, access, languages and publics key by key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from quifaitquoi.annuaire.model.accueil import Acces, Cout, Langues, Publics
from quifaitquoi.annuaire.model.confiance import Complet, Etat
from quifaitquoi.annuaire.model.dates import DateAnnoncee
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.equipe import Metier, Pairs
from quifaitquoi.annuaire.model.fiche import Fiche, Service
from quifaitquoi.annuaire.model.lieu import Contact
from quifaitquoi.annuaire.model.organisme import Organisme
from quifaitquoi.annuaire.model.types import Element
from quifaitquoi.annuaire.model.vocabulaire import Besoin
from quifaitquoi.horaires import Horaires, composer

E = TypeVar("E", bound=Element)
# Services write the same few sets of fields.
_PROPRES: dict[frozenset[str], frozenset[str]] = {}


@dataclass(frozen=True)
class ServiceVu:
    """A service as a reader meets it on one day: every field holds what applies, wherever it was written.

    `propre` names the fields that the service states itself, so that pages repeat nothing needlessly.
    """

    service: Service
    besoin: Besoin
    organismes: tuple[Organisme, ...]
    horaires: Horaires | None
    acces: Acces | None
    langues: Langues | None
    publics: Publics | None
    pairs: Pairs | None
    equipe: tuple[Metier, ...] | None
    prochaines_dates: tuple[DateAnnoncee, ...]
    cout: Cout | None
    contact: Contact | None
    complet: Complet | None
    etat: Etat | None
    propre: frozenset[str]

    @property
    def en_service(self) -> bool:
        """Whether it is there now: not planned, suspended, closed or replaced."""
        return self.etat is None or self.etat.en_service

    @property
    def complet_a_lui(self) -> Complet | None:
        """No room for this service, where it says so itself."""
        return self.complet if "complet" in self.propre else None

    @property
    def clos(self) -> bool:
        """Whether it is inside a place where the public does not go."""
        return bool(self.acces and self.acces.ouvert_a)

    @property
    def nom(self) -> str:
        return self.service.nom or self.besoin.nom


def fusion(fiche: E | None, service: E | None) -> E | None:
    """Key by key: what the service says wins, the rest comes from the fiche."""
    if fiche is None or service is None:
        return service or fiche
    return fiche.model_copy(update={nom: getattr(service, nom) for nom in service.model_fields_set})


def _acces(fiche: Acces | None, service: Acces | None) -> Acces | None:
    """What a service asks is no more what its fiche does not ask, and the other way round."""
    tout = fusion(fiche, service)
    if fiche is None or service is None:
        return tout
    contraires = {"conditions": service.sans_exiger, "documents": service.sans_exiger,
                  "sans_exiger": (*(service.conditions or ()), *(service.documents or ()))}
    change = {}
    for nom, dits in contraires.items():
        if nom not in service.model_fields_set and not {*(dits or ())}.isdisjoint(getattr(tout, nom) or ()):
            change[nom] = tuple(terme for terme in getattr(tout, nom) if terme not in dits) or None
    return tout.model_copy(update=change) if change else tout


def _publics(fiche: Publics | None, service: Publics | None, acces: Acces | None) -> Publics | None:
    """Inside a closed place, nothing is open to everybody, whatever its fiche says."""
    tout = fusion(fiche, service)
    if tout and tout.accueil == "inconditionnel" and acces and acces.ouvert_a:
        return tout.model_copy(update={"accueil": None})
    return tout


def service_vu(directory: Directory, fiche: Fiche, service: Service, jour: date) -> ServiceVu:
    complet = service.complet or fiche.complet
    slugs = service.organisme or fiche.organisme or ()
    acces = _acces(fiche.acces, service.acces)
    return ServiceVu(
        service=service,
        besoin=directory.vocabulaire.besoins[service.quoi],
        organismes=tuple(directory.organismes[slug] for slug in slugs),
        horaires=composer(fiche.horaires, service.horaires, fiche.fermetures or ()),
        acces=acces,
        langues=fusion(fiche.langues, service.langues),
        publics=_publics(fiche.publics, service.publics, acces),
        pairs=service.pairs or fiche.pairs,
        equipe=service.equipe or fiche.equipe,
        prochaines_dates=tuple(d for d in service.prochaines_dates or fiche.prochaines_dates or () if d.tient(jour)),
        cout=service.cout or fiche.cout,
        contact=service.contact or fiche.contact,
        complet=complet if complet and complet.tient(jour) else None,
        etat=service.etat or fiche.etat,
        propre=_PROPRES.setdefault(propre := frozenset(service.model_fields_set), propre),
    )
