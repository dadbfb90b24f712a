"""Which entries a leaflet holds, in which order: by need, then nearest first; and what is left out, always said."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, field

from quifaitquoi.annuaire.enrich import FicheVue, ServiceVu, Territoire
from quifaitquoi.annuaire.geographie import Position, centre, metres
from quifaitquoi.annuaire.model.lieu import Arret
from quifaitquoi.annuaire.model.vocabulaire import Racine
from quifaitquoi.base.texte import cle_de_tri
from quifaitquoi.savoir.depliants import Demande


@dataclass(frozen=True)
class Choisie:
    """A fiche of the leaflet, with the services that it is there for."""

    vue: FicheVue
    services: tuple[ServiceVu, ...]
    racines: tuple[str, ...]
    arrets: tuple[Arret, ...]
    distance: float

    @property
    def positions(self) -> tuple[Position, ...]:
        """Where it is drawn. Nothing of a withheld address is."""
        if self.vue.fiche.confidentialite:
            return ()
        return tuple(p for p in (self.vue.position, *(a.position for a in self.arrets)) if p)


@dataclass(frozen=True)
class Groupe:
    """One need: the entries printed under it, then those that answer it too and are printed under another."""

    racine: Racine
    entrees: tuple[Choisie, ...]
    ailleurs: tuple[Choisie, ...] = ()


@dataclass(frozen=True)
class Contenu:
    groupes: tuple[Groupe, ...]
    exclues: tuple[FicheVue, ...]  # planned, suspended, closed, replaced
    toutes: tuple[Choisie, ...] = field(default=())

    def sans(self, retirees: Set[str]) -> Contenu:
        """The same without those that have these slugs; groups that lose all of theirs go too."""
        groupes = []
        for g in self.groupes:
            restent = tuple(c for c in g.entrees if c.vue.slug not in retirees)
            ailleurs = tuple(c for c in g.ailleurs if c.vue.slug not in retirees)
            if restent or ailleurs:
                groupes.append(Groupe(g.racine, restent, ailleurs))
        return Contenu(tuple(groupes), tuple(vue for vue in self.exclues if vue.slug not in retirees),
                       tuple(c for c in self.toutes if c.vue.slug not in retirees))

    def par_importance(self) -> list[Choisie]:
        """Those to keep first: the nearest of each need, then the second nearest of each, and so on."""
        rangs = [(rang, c.distance, n, c) for n, g in enumerate(self.groupes) for rang, c in enumerate(g.entrees)]
        return [c for *_, c in sorted(rangs, key=lambda x: x[:3])]


def contenu(territoire: Territoire, demande: Demande) -> Contenu:
    """Everything of the neighbourhood that answers the needs asked for."""
    vues = territoire.par_quartier.get(demande.quartier, ())
    milieu = centre(territoire.directory.quartiers[demande.quartier])
    choisies = [c for vue in vues if vue.en_service and (c := _choisie(territoire, vue, demande, milieu))]
    groupes = []
    for racine in territoire.directory.vocabulaire.racines.values():
        ici = [c for c in choisies if racine.slug in c.racines]
        ici.sort(key=lambda c: (c.distance, cle_de_tri(c.vue.fiche.nom), c.vue.slug))
        propres = tuple(c for c in ici if c.racines[0] == racine.slug)
        if ici:
            groupes.append(Groupe(racine, propres, tuple(c for c in ici if c not in propres)))
    exclues = tuple(v for v in vues if not v.en_service and _services(territoire, v, demande))
    return Contenu(tuple(groupes), exclues, tuple(c for g in groupes for c in g.entrees))


def _choisie(territoire: Territoire, vue: FicheVue, demande: Demande, milieu: Position | None) -> Choisie | None:
    services = tuple(_services(territoire, vue, demande))
    rendus = [s for s in services if s.en_service]
    if not rendus:
        return None
    vue = vue.pour({s.besoin.slug for s in rendus})
    voulues = set(demande.besoins) & set(territoire.directory.vocabulaire.racines)
    racines = tuple(dict.fromkeys(
        r for s in rendus for r in s.besoin.racines
        if not demande.besoins or r in voulues or s.besoin.slug in demande.besoins))
    ecarts = [metres(milieu, p) for p in (vue.position, *(a.position for a in vue.arrets)) if p] if milieu else []
    return Choisie(vue, services, racines, vue.arrets, min(ecarts, default=float("inf")))


def _services(territoire: Territoire, vue: FicheVue, demande: Demande) -> Iterator[ServiceVu]:
    voulus = set(demande.besoins)
    for s in vue.services:
        if not voulus or s.besoin.slug in voulus or voulus & set(s.besoin.racines):
            yield s
