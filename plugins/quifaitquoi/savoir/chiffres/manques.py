"""Which needs nobody answers, neighbourhood by neighbourhood."""

from __future__ import annotations

from dataclasses import dataclass

from quifaitquoi.annuaire.enrich import Territoire


@dataclass(frozen=True)
class Manque:
    """What is missing in a neighbourhood: roots without any address, then the needs without one under the other roots.

    Addresses of the whole town and lines to call are not counted: they are no help around the corner.
    """

    quartier: str
    adresses: int
    racines: tuple[str, ...]
    besoins: tuple[str, ...]


def manques(territoire: Territoire) -> tuple[Manque, ...]:
    """One for each zone that is a neighbourhood, in the order of the territory."""
    return tuple(_manque(territoire, slug) for slug, quartier in territoire.directory.quartiers.items()
                 if quartier.etendue == "quartier")


def _manque(territoire: Territoire, quartier: str) -> Manque:
    vocabulaire = territoire.directory.vocabulaire
    vues = [vue for vue in territoire.par_quartier.get(quartier, ()) if vue.en_service]
    servis = {besoin.slug for vue in vues for besoin in vue.besoins}
    racines = {racine for vue in vues for besoin in vue.besoins for racine in besoin.racines}
    vides = tuple(slug for slug in vocabulaire.racines if slug not in racines)
    return Manque(quartier, len(vues), vides, tuple(
        slug for slug, besoin in vocabulaire.besoins.items() if slug not in servis and not set(besoin.racines) <= set(vides)))
