"""What was asked for and not found, in words: why, how many times, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from quifaitquoi.annuaire.model.manques import Demande
from quifaitquoi.annuaire.model.quartier import Quartier
from quifaitquoi.annuaire.model.vocabulaire import Besoin
from quifaitquoi.langues.marques import N_
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.savoir.chiffres.demandes import MOINS_DE, Introuvable

RAISONS = {
    "complet": N_("C'était complet"),
    "refuse": N_("On a refusé"),
    "langue": N_("Personne ne parlait la langue"),
    "horaires": N_("C'était fermé à ce moment"),
    "trop_loin": N_("C'était trop loin"),
    "rien": N_("Rien n'existait"),
}


@dataclass(frozen=True)
class BesoinIntrouvable:
    """`raisons`: (why, how many times), in words. `devenues`: (the month, the line that says what became of it)."""

    besoin: Besoin
    raisons: tuple[tuple[str, str], ...]
    adresses: int
    devenues: tuple[tuple[str, Demande], ...]


def introuvables(parole: Parole, tous: Iterable[Introuvable]) -> list[tuple[Quartier, list[BesoinIntrouvable]]]:
    """Neighbourhood by neighbourhood."""
    quartiers = parole.directory.quartiers
    return [(quartiers[slug], [_besoin(parole, x) for x in groupe]) for slug, groupe in groupby(tous, key=lambda x: x.quartier)]


def _besoin(parole: Parole, x: Introuvable) -> BesoinIntrouvable:
    demandes = [parole.directory.manques.demandes[i] for i in x.devenues]
    return BesoinIntrouvable(
        parole.directory.vocabulaire.besoins[x.besoin],
        tuple((parole._(RAISONS[raison]), str(n) if n else parole._("moins de {n}", n=MOINS_DE))
              for raison, n in x.raisons.items()),
        x.adresses, tuple((parole.date(demande.mois), demande) for demande in demandes))
