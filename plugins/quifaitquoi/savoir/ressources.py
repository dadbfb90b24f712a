"""Which guides, kits and courses belong on a page, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.model.ressource import Ressource
from quifaitquoi.base.texte import cle_de_tri


def toutes(territoire: Territoire) -> tuple[Ressource, ...]:
    """All of them, in alphabetical order."""
    return tuple(sorted(territoire.directory.ressources.values(), key=lambda r: (cle_de_tri(r.nom), r.slug)))


def des_besoins(territoire: Territoire, besoins: Iterable[str]) -> tuple[Ressource, ...]:
    voulus = {*besoins}
    return tuple(r for r in toutes(territoire) if not voulus.isdisjoint(r.besoins or ()))


def des_jours_difficiles(territoire: Territoire) -> tuple[Ressource, ...]:
    return tuple(r for r in toutes(territoire) if r.jours_difficiles == "oui")


def donnee_par(territoire: Territoire, ressource: Ressource) -> FicheVue | None:
    """The fiche that gives it, where that one is in service."""
    vue = territoire.fiches.get(ressource.fiche or "")
    return vue if vue and vue.en_service else None
