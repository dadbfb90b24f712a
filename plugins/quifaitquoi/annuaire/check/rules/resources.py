"""Guides, kits and courses: where they are, and how old they are."""

from __future__ import annotations

from collections.abc import Iterable

from quifaitquoi.annuaire.check.context import Contexte, Signal, regle
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.model.ressource import Ressource


@regle("ressource-sans-lien", "erreur", Ressource, absence=True)
def ressource_sans_lien(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Une ressource dit où la lire, ou qui la donne."""
    if not lu.element.page and not lu.element.fiche:
        yield Signal((), "ni page, ni fiche : personne ne saurait où la trouver. Exemple : « page: "
                         "https://ville.example.org/guide », ou « fiche: maison-des-habitants »", place=(1, 1))


@regle("ressource-sans-date", "avertissement", Ressource, absence=True)
def ressource_sans_date(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Une ressource dit de quand elle date."""
    if lu.element.date is None:
        yield Signal((), "de quand date cette ressource ? Ajoutez une année, un mois ou un jour. Exemple : « date: 2025-04 »",
                     place=(1, 1))


@regle("ressource-future", "erreur", Ressource)
def ressource_future(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Une ressource n'est pas datée de demain."""
    quand = lu.element.date
    if quand and quand.debut > contexte.aujourdhui:
        yield Signal(("date",), f"{quand} n'est pas encore passé (aujourd'hui : {contexte.aujourdhui}) : mettez la date à laquelle "
                                "elle a été faite. Un cours à venir est une annonce, dans annonces/")
