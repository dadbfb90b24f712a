"""What was asked for and not found, need by need and neighbourhood by neighbourhood, beside what exists there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.annuaire.model.manques import RAISONS, Demande
from quifaitquoi.annuaire.model.types import DatePartielle

# Fewer than this are never told apart: somebody may know who the one was.
MOINS_DE = 5
UN_AN = 12


@dataclass(frozen=True)
class Introuvable:
    """A need that was asked for in a neighbourhood and not met.

    `raisons`: why → how many times, None for fewer than MOINS_DE. There is no total: a small number would follow from it.
    `adresses` are those that are there for this need, `devenues` the lines of the file that say what came of it, the newest first.
    """

    quartier: str
    besoin: str
    raisons: Mapping[str, int | None]
    adresses: int
    devenues: tuple[int, ...]


def introuvables(territoire: Territoire) -> tuple[Introuvable, ...]:
    """Of the last twelve months that are over, the territory's neighbourhoods and needs in their order."""
    directory, (premier, dernier) = territoire.directory, mois_comptes(territoire.aujourdhui)
    lignes: dict[tuple[str, str], list[tuple[int, Demande]]] = defaultdict(list)
    for i, demande in enumerate(directory.manques.demandes if directory.manques else ()):
        if premier.debut <= demande.mois.debut <= dernier.debut:
            lignes[demande.quartier, demande.besoin].append((i, demande))
    return tuple(_ensemble(territoire, quartier, besoin, lignes[quartier, besoin]) for quartier in directory.quartiers
                 for besoin in directory.vocabulaire.besoins if (quartier, besoin) in lignes)


def mois_comptes(jour: date) -> tuple[DatePartielle, DatePartielle]:
    """The first and the last of the months that are counted. One that goes on is not: each visit would tell the last one asked."""
    dernier = jour.year * 12 + jour.month - 2  # months since the year 0, January is 0
    return tuple(DatePartielle(rang // 12, rang % 12 + 1) for rang in (dernier - UN_AN + 1, dernier))


def _ensemble(territoire: Territoire, quartier: str, besoin: str, lignes: list[tuple[int, Demande]]) -> Introuvable:
    fois = sum((Counter(demande.nombres) for _, demande in lignes), Counter())
    recentes = sorted(lignes, key=lambda ligne: ligne[1].mois.debut, reverse=True)
    ici = [vue for vue in territoire.par_quartier.get(quartier, ()) if vue.en_service]
    return Introuvable(
        quartier, besoin,
        {raison: fois[raison] if fois[raison] >= MOINS_DE else None for raison in RAISONS if fois[raison]},
        sum(besoin in {b.slug for b in vue.besoins} for vue in ici),
        tuple(i for i, demande in recentes if demande.devenu))
