"""The day that one leaves a place: who is there for each part of the sheet, those first who come before and take at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, zip_longest

from quifaitquoi.annuaire.enrich import FicheVue, ServiceVu, Territoire
from quifaitquoi.annuaire.model.annuaire import Urgence
from quifaitquoi.annuaire.model.lieu import Numero
from quifaitquoi.annuaire.model.vocabulaire import PARTIES, TempsDeVie
from quifaitquoi.base.texte import cle_de_tri
from quifaitquoi.savoir.temps_de_vie import pour_d_autres


@dataclass(frozen=True)
class La:
    """A fiche that is there on the day, as who leaves meets it, with the services that it is there for."""

    vue: FicheVue
    services: tuple[ServiceVu, ...]

    @property
    def numeros(self) -> tuple[Numero, ...]:
        """Whom to call for them: their own numbers where each has some, else those of the place."""
        propres = [service.service.contact.numeros if service.service.contact else () for service in self.services]
        return tuple({n.numero: n for siens in propres for n in siens}.values()) if propres and all(propres) else self.vue.numeros


@dataclass(frozen=True)
class Partie:
    """One part of the sheet: `numeros` are the emergency numbers that answer its needs; `la` is empty where nobody is known."""

    nom: str
    numeros: tuple[Urgence, ...]
    la: tuple[La, ...]


def sorties(territoire: Territoire) -> tuple[TempsDeVie, ...]:
    """The life moments that have such a sheet."""
    return tuple(temps for temps in territoire.directory.vocabulaire.temps_de_vie.values() if temps.sortie)


def peuvent_y_etre(territoire: Territoire, temps: TempsDeVie) -> tuple[FicheVue, ...]:
    """The fiches that may stand on its sheet: those that answer a need of any part, whomever they receive."""
    besoins = (besoin for nom in PARTIES for besoin in getattr(temps.sortie, nom))
    return tuple({vue.slug: vue for besoin in besoins for vue in territoire.par_besoin.get(besoin, ())}.values())


def parties(territoire: Territoire, temps: TempsDeVie) -> tuple[Partie, ...]:
    """The parts of its sheet, in their order. In each, the first of each need come before the second of any."""
    return tuple(_partie(territoire, temps, nom) for nom in PARTIES)


def _partie(territoire: Territoire, temps: TempsDeVie, nom: str) -> Partie:
    besoins: Sequence[str] = getattr(temps.sortie, nom)
    connus = territoire.directory.vocabulaire.besoins
    voulus = {*besoins, *(racine for besoin in besoins for racine in connus[besoin].racines)}
    urgences = territoire.directory.annuaire.urgences
    # All of them stand at the foot of the sheet.
    numeros = () if nom == "qui_appeler" else tuple(u for u in urgences if voulus & {*(u.besoins or ())})
    dits = {u.fiche for u in (urgences if nom == "qui_appeler" else numeros)}
    par_besoin = [_du_besoin(territoire, temps, besoin) for besoin in besoins]
    tour_a_tour = dict.fromkeys(vue.slug for vue in chain.from_iterable(zip_longest(*par_besoin)) if vue)
    la = [_la(territoire.fiches[slug], temps, besoins) for slug in tour_a_tour if slug not in dits]
    # Whatever they are there for, those who take at once come first.
    la.sort(key=lambda x: _a_la_sortie(x.services))
    return Partie(nom, numeros, tuple(x for x in la if nom != "qui_appeler" or x.vue.numeros))


def _la(vue: FicheVue, temps: TempsDeVie, besoins: Sequence[str]) -> La:
    services = tuple(s for besoin in besoins for s in vue.services if s.besoin.slug == besoin and _recoit(s, temps))
    vue = vue.pour({s.besoin.slug for s in services})
    if vue.clos:
        # Whoever waits inside is not received as the public is.
        dedans = {"acces": services[0].acces, "publics": services[0].publics}
        vue = replace(vue, fiche=vue.fiche.model_copy(update=dedans))
    return La(vue, services)


def _du_besoin(territoire: Territoire, temps: TempsDeVie, besoin: str) -> list[FicheVue]:
    """Who answers it that day: those who take at once, then those who come before, then those made for whoever leaves, for
    everybody, for others; of these, those where one needs no appointment first and the full ones last.
    """
    gardees = [(_rang(vue, temps, besoin), vue) for vue in territoire.par_besoin.get(besoin, ())
               if vue.en_service and any(_siens(vue, temps, besoin))]
    return [vue for _, vue in sorted(gardees, key=lambda x: (x[0], cle_de_tri(x[1].fiche.nom), x[1].slug))]


def _siens(vue: FicheVue, temps: TempsDeVie, besoin: str) -> Iterator[ServiceVu]:
    return (s for s in vue.services if s.besoin.slug == besoin and _recoit(s, temps))


def _rang(vue: FicheVue, temps: TempsDeVie, besoin: str) -> tuple[int, ...]:
    siens = tuple(_siens(vue, temps, besoin))
    pour = {situation for s in siens if s.publics for situation in s.publics.situations or ()}
    tout_de_suite = any(s.acces and (s.acces.rendez_vous == "sans" or s.acces.delai_environ == "ce-soir") for s in siens)
    pour_qui = 1 if not pour else 2 * pour.isdisjoint(temps.publics or ())
    return (*_a_la_sortie(siens), pour_qui, not tout_de_suite,
            vue.complet is not None or all(s.complet for s in siens))


def _a_la_sortie(services: Iterable[ServiceVu]) -> tuple[bool, bool]:
    """Two things that they do not say: that they take at once, that they come before."""
    dits = {dit for s in services if s.acces for dit in s.acces.a_la_sortie or ()}
    return "sans-attente" not in dits, "intervient-avant" not in dits


def _recoit(service: ServiceVu, temps: TempsDeVie) -> bool:
    """Whether it may be for who leaves: inside a closed place, only those who come there before the day; elsewhere, all but
    what is for others alone."""
    if not service.en_service:
        return False
    if service.clos:
        return service.acces.ouvert_a == temps.sortie.de and "intervient-avant" in (service.acces.a_la_sortie or ())
    return not pour_d_autres(service, temps)
