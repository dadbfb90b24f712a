"""A moment of life and who is there for it: those made for it, those for everybody, those for others alone."""

from __future__ import annotations

from collections.abc import Iterable

from quifaitquoi.annuaire.enrich import FicheVue, ServiceVu
from quifaitquoi.annuaire.model.vocabulaire import TempsDeVie


def pour_d_autres(service: ServiceVu, temps: TempsDeVie) -> bool:
    """Whether it takes only people in situations that this moment does not speak of."""
    publics = service.publics
    return bool(publics and publics.accueil == "exclusif" and publics.situations
                and {*publics.situations}.isdisjoint(temps.publics or ()))


def selon_le_moment(vues: Iterable[FicheVue], temps: TempsDeVie, besoin: str) -> list[FicheVue]:
    """Who answers this need: those made for this moment first, then for everybody, then for others alone or behind closed doors,
    whoever is in mourning may be in one of these situations too; what is not in service last. Each in the order they had.
    """
    def rang(vue: FicheVue) -> tuple[bool, bool, bool]:
        siens = [service for service in vue.services if service.besoin.slug == besoin]
        situations = {s for service in siens if service.publics for s in service.publics.situations or ()}
        return (not vue.en_service, vue.clos or all(pour_d_autres(service, temps) for service in siens),
                situations.isdisjoint(temps.publics or ()))

    return sorted(vues, key=rang)
