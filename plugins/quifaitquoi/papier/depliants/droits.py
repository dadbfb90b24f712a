"""Rights on paper: their names, and who on the leaflet helps to ask for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.annuaire.model.droit import Droit
from quifaitquoi.papier.depliants.contenu import Choisie, Contenu
from quifaitquoi.papier.depliants.ecriture import Paroles, Segment
from quifaitquoi.savoir.droits import du_besoin

AU_PLUS = 3  # names of those who help with the same rights: the nearest


def nommes(p: Paroles, droits: Iterable[Droit]) -> list[list[Segment]]:
    """Each with its acronym, once: what stands on letters and counters."""
    return [[p.ecrit(droit.nom), *([" (", p.nom(sigle), ")"] if (sigle := droit.sigle_a_part) else [])] for droit in droits]


def du_depliant(territoire: Territoire, contenu: Contenu, p: Paroles) -> list[dict[str, object]]:
    """The rights that the needs of a leaflet call for, those that the same places open together: {"chez", "droits"}; last, with
    an empty "chez", those that no place of the leaflet does."""
    proches = sorted(contenu.toutes, key=lambda c: c.distance)
    par_portes: dict[tuple[str, ...], list[Droit]] = {}
    for droit in du_besoin(territoire, *_offerts(proches)):
        portes = [c.vue.slug for c in proches if _ouvre(c, droit)][:AU_PLUS]
        par_portes.setdefault(tuple(portes), []).append(droit)
    noms: Mapping[str, str] = {c.vue.slug: c.vue.fiche.nom for c in proches}
    groupes = sorted(par_portes.items(), key=lambda x: (not x[0], -len(x[1])))
    return [{"chez": p.noms((noms[slug] for slug in portes), p.virgule), "droits": nommes(p, droits)} for portes, droits in groupes]


def _offerts(choisies: Iterable[Choisie]) -> set[str]:
    return {service.besoin.slug for c in choisies for service in c.services if service.en_service}


def _ouvre(c: Choisie, droit: Droit) -> bool:
    """Whether somebody there helps to ask for it. Where the public does not go, nobody does."""
    if droit.ouvert_par is None or c.vue.clos:
        return False
    cites = {guichet.fiche for guichet in droit.ouvert_par.fiches or ()}
    aides = {service.besoin.slug for service in c.services if service.en_service and not service.clos}
    return c.vue.slug in cites or not aides.isdisjoint(droit.ouvert_par.besoins or ())
