"""Which announcements hold in the seven days from a day on, in the territory or in one neighbourhood."""

from __future__ import annotations

from datetime import date, timedelta

from quifaitquoi.annuaire.model.annonce import Annonce
from quifaitquoi.annuaire.model.directory import Directory

SEMAINE = timedelta(6)


def de_la_semaine(directory: Directory, jour: date, quartier: str | None = None) -> tuple[Annonce, ...]:
    """Those not over on `jour` that begin within seven days, the first one first; with those for all neighbourhoods."""
    siennes = (a for a in directory.annonces.values() if quartier is None or a.quartiers is None or quartier in a.quartiers)
    cette_semaine = (a for a in siennes if a.tient(jour) and a.quand.du - jour <= SEMAINE)
    return tuple(sorted(cette_semaine, key=lambda a: (max(a.quand.du, jour), a.quand.fin, a.slug)))


def lieux_de_la_semaine(directory: Directory, jour: date) -> dict[str, tuple[Annonce, ...]]:
    """What is announced, by the slug of the neighbourhood, "" for the whole territory; only where anything is."""
    quartiers = (q.slug for q in directory.quartiers.values() if q.etendue == "quartier")
    tous = {"": de_la_semaine(directory, jour)} | {slug: de_la_semaine(directory, jour, slug) for slug in quartiers}
    return {slug: annonces for slug, annonces in tous.items() if annonces}
