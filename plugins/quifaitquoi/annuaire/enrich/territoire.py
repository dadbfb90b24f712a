"""The directory as readers look at it: each fiche with all it needs, and the lists it appears in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType

from quifaitquoi.annuaire.enrich.services import ServiceVu, service_vu
from quifaitquoi.annuaire.fraicheur import Confiance, confiance
from quifaitquoi.annuaire.geographie import A_PEU_PRES, contient
from quifaitquoi.annuaire.model.confiance import Complet, Fermeture
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.lieu import Adresse, AdresseProvisoire, Arret, Numero
from quifaitquoi.annuaire.model.organisme import Organisme
from quifaitquoi.annuaire.model.quartier import Quartier
from quifaitquoi.annuaire.model.vocabulaire import Besoin
from quifaitquoi.base.texte import cle_de_tri
from quifaitquoi.horaires import Horaires, composer


@dataclass(frozen=True)
class FicheVue:
    """A fiche as readers meet it on `jour`: what is over is left out. `position` is None where unknown or withheld."""

    fiche: Fiche
    organismes: tuple[Organisme, ...]
    quartiers: tuple[Quartier, ...]
    services: tuple[ServiceVu, ...]
    horaires: Horaires | None
    position: tuple[float, float] | None
    confiance: Confiance
    jour: date
    clos: bool = False  # whether one goes there from inside only: a prison, a ward

    @cached_property
    def slug(self) -> str:
        return self.fiche.slug

    @cached_property
    def besoins(self) -> tuple[Besoin, ...]:
        """Each need it answers, once, in the order of its services."""
        return tuple({service.besoin.slug: service.besoin for service in self.services}.values())

    @cached_property
    def demenagement(self) -> AdresseProvisoire | None:
        """The move that holds now or is announced; None where there is none, or where the address is withheld."""
        provisoire = self.fiche.adresse_provisoire
        return provisoire if provisoire and not self.retenue and provisoire.tient(self.jour) else None

    @cached_property
    def adresse(self) -> Adresse | None:
        """Where one goes on that day: the usual address, or the one of a move that holds."""
        return adresse_du_jour(self.fiche, self.jour)

    @cached_property
    def precision(self) -> str | None:
        """What `position` is that of: the door (« porte »), the street, the neighbourhood; None without a position."""
        return self.adresse.situe if self.position else None

    @cached_property
    def environ(self) -> int:
        """Metres around `position` within which the door is; 0 where it is the door's own, or there is none."""
        return A_PEU_PRES[self.precision] if self.precision else 0

    @cached_property
    def en_service(self) -> bool:
        """Whether one can go there now: not planned, suspended, closed or replaced."""
        return self.fiche.etat is None or self.fiche.etat.en_service

    @cached_property
    def retenue(self) -> bool:
        """Whether the address is withheld: then nothing but the commune is ever read from it."""
        return self.fiche.confidentialite is not None

    @cached_property
    def arrets(self) -> tuple[Arret, ...]:
        """The stops that its round still has, in their order; none of a withheld place."""
        return () if self.retenue else tuple(arret for arret in self.fiche.tournee or () if arret.tient(self.jour))

    def pour(self, besoins: Set[str]) -> FicheVue:
        """The fiche as who comes for these needs meets it: nowhere to go where only closed doors answer them."""
        siens = [service.clos for service in self.services if service.besoin.slug in besoins]
        return replace(self, position=None, clos=True) if siens and all(siens) and not self.clos else self

    def horaires_de(self, arret: Arret) -> Horaires | None:
        """When one is received at a stop: its own hours, closed whenever an exception closes the whole fiche."""
        return composer(self.fiche.horaires, arret.horaires, self.fiche.fermetures or ()) if arret.horaires else None

    @cached_property
    def fermetures(self) -> tuple[Fermeture, ...]:
        """The closures that are announced and not over, the next one first."""
        return tuple(sorted((f for f in self.fiche.fermetures or () if f.tient(self.jour)), key=lambda f: f.du))

    @cached_property
    def complet(self) -> Complet | None:
        """No room in the whole place."""
        return self.fiche.complet if self.fiche.complet and self.fiche.complet.tient(self.jour) else None

    @cached_property
    def numeros(self) -> tuple[Numero, ...]:
        """Its phone numbers; where it gives none, those of its services."""
        siens = self.fiche.contact.numeros if self.fiche.contact else ()
        return siens or tuple({n.numero: n for s in self.services if s.service.contact for n in s.service.contact.numeros}.values())

    @property
    def joignable(self) -> bool:
        """Whether somebody can ask before going there: by phone, by message, by mail or on a site."""
        contacts = (self.fiche.contact, *(s.service.contact for s in self.services))
        return bool(self.numeros) or any(
            c and (c.courriel or c.site or c.sms or c.prise_de_rendez_vous) for c in contacts)

    @cached_property
    def sms(self) -> str:
        """Where a message can be sent: to the place, else for one of its services; "" if nowhere."""
        contacts = (self.fiche.contact, *(s.service.contact for s in self.services))
        return next((contact.sms for contact in contacts if contact and contact.sms), "")


@dataclass(frozen=True)
class Territoire:
    """Everything a renderer needs, on one day.

    The lists hold fiches in alphabetical order; where only those of a closed place are let in comes after the others, what is not
    in service last.
    """

    directory: Directory
    aujourdhui: date
    fiches: Mapping[str, FicheVue]
    par_besoin: Mapping[str, tuple[FicheVue, ...]]
    par_racine: Mapping[str, tuple[FicheVue, ...]]
    par_quartier: Mapping[str, tuple[FicheVue, ...]]
    par_organisme: Mapping[str, tuple[FicheVue, ...]]
    par_temps_de_vie: Mapping[str, tuple[FicheVue, ...]]
    par_public: Mapping[str, tuple[FicheVue, ...]]
    traduit_de: Territoire | None = None

    @cached_property
    def codes_insee(self) -> Mapping[str, str]:
        """Name of a town, for sorting → its INSEE code, as fiches give both; without those that two codes are given for."""
        codes: dict[str, set[str]] = defaultdict(set)
        for vue in self.fiches.values():
            f = vue.fiche
            if f.identifiants and f.identifiants.insee and f.adresse and f.adresse.commune:
                codes[cle_de_tri(f.adresse.commune)].add(f.identifiants.insee)
        return {commune: min(siens) for commune, siens in codes.items() if len(siens) == 1}

    @property
    def source(self) -> Territoire:
        """The territory in the language of its fiches: the same hours and places, worked out once for all languages."""
        return self.traduit_de or self


def enrichir(directory: Directory, aujourdhui: date, connues: Mapping[str, FicheVue] = MappingProxyType({}),
             traduit_de: Territoire | None = None) -> Territoire:
    """`directory` must have passed the check: every reference leads somewhere.

    `connues` holds fiches seen before, on the same day and with the same vocabulary, zones and organisations:
    those that were not read again since are taken as they are.
    """
    fiches = {slug: connue if (connue := connues.get(slug)) and connue.fiche is fiche else _fiche_vue(directory, fiche, aujourdhui)
              for slug, fiche in directory.fiches.items()}
    ordre = sorted(fiches.values(), key=lambda vue: (not vue.en_service, cle_de_tri(vue.fiche.nom), vue.slug))
    listes: dict[str, dict[str, list[FicheVue]]] = {genre: defaultdict(list) for genre in (
        "besoin", "racine", "quartier", "organisme", "temps_de_vie", "public")}
    besoins_de_vie = {slug: set(temps.besoins) for slug, temps in directory.vocabulaire.temps_de_vie.items()}
    for vue in ordre:
        besoins = {besoin.slug for besoin in vue.besoins}
        cles = {
            "besoin": besoins,
            "racine": {racine for besoin in vue.besoins for racine in besoin.racines},
            "quartier": {quartier.slug for quartier in vue.quartiers},
            "organisme": {o.slug for o in vue.organismes} | {o.slug for s in vue.services for o in s.organismes},
            "public": {slug for s in vue.services if s.publics for slug in s.publics.situations or ()},
            "temps_de_vie": {slug for slug, voulus in besoins_de_vie.items() if voulus & besoins},
        }
        for genre, slugs in cles.items():
            for slug in slugs:
                listes[genre][slug].append(vue.pour(_besoins_de(directory, genre, slug)))
    figees = {f"par_{genre}": {slug: tuple(sorted(vues, key=lambda vue: (not vue.en_service, vue.clos)))
                               for slug, vues in par.items()} for genre, par in listes.items()}
    return Territoire(directory, aujourdhui, fiches, **figees, traduit_de=traduit_de)


def _besoins_de(directory: Directory, genre: str, slug: str) -> Set[str]:
    """The needs that a list of this kind is about; none where it is about something else."""
    if genre == "racine":
        return {besoin.slug for besoin in directory.vocabulaire.besoins.values() if slug in besoin.racines}
    return {slug} if genre == "besoin" else frozenset()


def adresse_du_jour(fiche: Fiche, jour: date) -> Adresse | None:
    """Where one goes on that day; of a withheld place, what may be said of its own address."""
    provisoire = fiche.adresse_provisoire
    if provisoire and not fiche.confidentialite and provisoire.du <= jour and provisoire.tient(jour):
        return provisoire
    return fiche.adresse


def _fiche_vue(directory: Directory, fiche: Fiche, aujourdhui: date) -> FicheVue:
    adresse = adresse_du_jour(fiche, aujourdhui)
    services = tuple(service_vu(directory, fiche, service, aujourdhui) for service in fiche.services)
    clos = all(service.clos for service in services)
    position = adresse.position if adresse and not fiche.confidentialite and not clos else None
    return FicheVue(
        fiche=fiche,
        organismes=tuple(directory.organismes[slug] for slug in fiche.organisme or ()),
        quartiers=_quartiers(directory, fiche, position, aujourdhui),
        services=services,
        horaires=composer(fiche.horaires, None, fiche.fermetures or ()),
        position=position,
        confiance=confiance(directory, fiche, aujourdhui),
        jour=aujourdhui,
        clos=clos,
    )


def _quartiers(directory: Directory, fiche: Fiche, position: tuple[float, float] | None,
               aujourdhui: date) -> tuple[Quartier, ...]:
    """Its own zone first, then those it serves, then those that hold its position or a stop that its round still has."""
    slugs = [fiche.zone, *((fiche.secteur.quartiers or ()) if fiche.secteur else ())]
    positions = [position] if position else []
    positions += [arret.position for arret in fiche.tournee or ()
                  if arret.position and arret.tient(aujourdhui) and not fiche.confidentialite]
    slugs += [slug for slug, quartier in directory.quartiers.items() if any(contient(quartier, p) for p in positions)]
    return tuple(directory.quartiers[slug] for slug in dict.fromkeys(slugs))
