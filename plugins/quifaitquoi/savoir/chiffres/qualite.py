"""The quality score of the national schema (data.inclusion), by its own package, on the territory's day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import NamedTuple

from pydantic import ValidationError

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.enrich.services import ServiceVu
from quifaitquoi.savoir.national import service

TRANCHES = 5
# Younger than six months a fact is fresh, older it ages; the package has no answer for the day between and calls it worthless.
SIX_MOIS, VEILLE = timedelta(180), timedelta(179)


class Note(NamedTuple):
    """The score of a service, and that of each criterion in the order of the package: None where it does not apply."""

    total: float
    criteres: tuple[float | None, ...]


Notes = tuple[Note | None, ...]


@dataclass(frozen=True)
class Qualite:
    """Scores from 0 to 1. `tranches` counts the services from 0 to 0.2, then to 0.4 and so on.

    `criteres` gives for each criterion its mean and how many services it applies to. `refuses` are services that the
    schema can't hold at all: they have no score. `moyenne` is None where no service has one.
    """

    moyenne: float | None
    tranches: tuple[int, ...]
    criteres: Mapping[str, tuple[float, int]]
    refuses: int


def noter(territoire: Territoire, vues: Iterable[FicheVue]) -> list[Notes]:
    """For each fiche the score of each service and of its criteria, None where the schema refuses the service.

    They depend on the fiche and the day, on no other fiche."""
    # Loading the schema and its clock costs a quarter of a second: only who asks for figures waits for it.
    import time_machine

    midi = datetime.combine(territoire.aujourdhui, time(12), territoire.directory.calendrier.zone)
    with time_machine.travel(midi, tick=False):
        return [tuple(_score(en_national(territoire, vue, vu)) for vu in vue.services) for vue in vues]


def qualite(par_fiche: Iterable[Notes]) -> Qualite:
    """What the notes of all fiches make together."""
    from data_inclusion.schema.v1.score_qualite import CRITERES

    tous = [note for siennes in par_fiche for note in siennes]
    notes = [note for note in tous if note is not None]
    scores = [note.total for note in notes]
    tranches = [0] * TRANCHES
    for total in scores:
        tranches[min(int(total * TRANCHES), TRANCHES - 1)] += 1
    criteres = {}
    for critere, toutes in zip(CRITERES, zip(*(note.criteres for note in notes), strict=False), strict=False):
        valeurs = [valeur for valeur in toutes if valeur is not None]
        criteres[critere.__name__] = (sum(valeurs) / len(valeurs) if valeurs else 0.0, len(valeurs))
    return Qualite(sum(scores) / len(scores) if scores else None, tuple(tranches), criteres, len(tous) - len(scores))


def _score(national: dict[str, object]) -> Note | None:
    """The score on the day that the clock says, and each criterion's; None where the schema refuses the service."""
    from data_inclusion.schema.v1.score_qualite import CRITERES, score

    valide = _valide(national)
    if valide is None:
        return None
    total, criteres = score(valide)
    return Note(total, tuple(criteres[critere.__name__] for critere in CRITERES))


def en_national(territoire: Territoire, vue: FicheVue, vu: ServiceVu) -> dict[str, object]:
    """The service, dated so that the score of the package falls by the day and never at a stroke."""
    jour, national = territoire.aujourdhui, service(territoire, vue, vu)
    # What is six months old on `jour` counts as the day before.
    return national | {"date_maj": jour - VEILLE if jour - national["date_maj"] == SIX_MOIS else national["date_maj"]}


def _valide(national: dict[str, object]):
    """The schema's own object; without the optional fields that it refuses, None where it refuses the rest."""
    from data_inclusion.schema.v1 import Service

    for _ in range(3):
        try:
            return Service.model_validate(national)
        except ValidationError as error:
            national = {nom: valeur for nom, valeur in national.items() if nom not in {e["loc"][0] for e in error.errors()}}
    return None
