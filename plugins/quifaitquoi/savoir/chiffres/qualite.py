"""The quality score of the national schema (data.inclusion), by its own package, on the territory's day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from pydantic import ValidationError

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.enrich.services import ServiceVu
from quifaitquoi.annuaire.model.accueil import Acces, Publics
from quifaitquoi.annuaire.model.correspondance import VALEURS

TRANCHES = 5
# The schema wants a date; one that nobody knows is as old as it can be.
SANS_DATE = date(2000, 1, 1)
# Younger than six months a fact is fresh, older it ages; the package has no answer for the day between and calls it worthless.
SIX_MOIS, VEILLE = timedelta(180), timedelta(179)


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


def qualite(territoire: Territoire, vues: Iterable[FicheVue]) -> Qualite:
    # Loading the schema and its clock costs a quarter of a second: only who asks for figures waits for it.
    import time_machine
    from data_inclusion.schema.v1.score_qualite import CRITERES

    midi = datetime.combine(territoire.aujourdhui, time(12), territoire.directory.calendrier.zone)
    with time_machine.travel(midi, tick=False):
        tous = [_score(tuple(en_national(territoire, vue, service, rang).items()), territoire.aujourdhui)
                for vue in vues for rang, service in enumerate(vue.services, 1)]
    notes = [note for note in tous if note is not None]
    scores = [total for total, _ in notes]
    tranches = [0] * TRANCHES
    for total in scores:
        tranches[min(int(total * TRANCHES), TRANCHES - 1)] += 1
    criteres = {}
    for rang, critere in enumerate(CRITERES):
        valeurs = [valeur for _, par_critere in notes if (valeur := par_critere[rang]) is not None]
        criteres[critere.__name__] = (sum(valeurs) / len(valeurs) if valeurs else 0.0, len(valeurs))
    return Qualite(sum(scores) / len(scores) if scores else None, tuple(tranches), criteres, len(tous) - len(scores))


@lru_cache(maxsize=20_000)  # a preview asks again for a thousand services of which one changed
def _score(national: tuple[tuple[str, object], ...], jour: date) -> tuple[float, tuple[float | None, ...]] | None:
    """The score on `jour`, which is what the clock says now, and each criterion's; None where the schema refuses the service."""
    from data_inclusion.schema.v1.score_qualite import CRITERES, score

    valide = _valide(dict(national))
    if valide is None:
        return None
    total, criteres = score(valide)
    return total, tuple(criteres[critere.__name__] for critere in CRITERES)


def en_national(territoire: Territoire, vue: FicheVue, service: ServiceVu, rang: int) -> dict[str, object]:
    """The service in the words of the national schema: what it says, else what its fiche says for it."""
    fiche, acces, cout, contact, publics = vue.fiche, service.acces, service.cout, service.contact, service.publics
    presentation = service.service.presentation or fiche.presentation
    national = {
        "source": "quifaitquoi", "structure_id": f"quifaitquoi--{vue.slug}", "id": f"quifaitquoi--{vue.slug}-{rang}",
        "nom": service.nom[:150].rstrip("."), "description": presentation or f"Service : {service.nom}",
        "date_maj": _date(vue, territoire.aujourdhui),
        "thematiques": service.besoin.data_inclusion, "modes_accueil": (VALEURS["genre"][fiche.genre],),
        "modes_mobilisation": _traduits("acces.porte", acces.porte if acces else None),
        "mobilisable_par": _traduits("acces.par", _mobilisable_par(acces)),
        "frais": VALEURS["cout.tarif"][cout.tarif] if cout else None, "frais_precisions": cout.precision if cout else None,
        "publics": _publics(territoire, publics), "publics_precisions": publics.precision if publics else None,
        "telephone": contact.numeros[0].numero if contact and contact.numeros else None,
        "courriel": contact.courriel if contact else None, "lien_mobilisation": contact.prise_de_rendez_vous if contact else None,
        "adresse": fiche.adresse.voie if fiche.adresse else None, "commune": fiche.adresse.commune if fiche.adresse else None,
    }
    return {nom: valeur for nom, valeur in national.items() if valeur}


def _mobilisable_par(acces: Acces | None) -> tuple[str, ...] | None:
    """Who is to be sent by somebody may not ask alone."""
    return (acces.par or (("professionnels",) if acces.oriente_par else None)) if acces else None


def _valide(national: dict[str, object]):
    """The schema's own object; without the optional fields that it refuses, None where it refuses the rest."""
    from data_inclusion.schema.v1 import Service

    for _ in range(3):
        try:
            return Service.model_validate(national)
        except ValidationError as error:
            national = {nom: valeur for nom, valeur in national.items() if nom not in {e["loc"][0] for e in error.errors()}}
    return None


def _date(vue: FicheVue, jour: date) -> date:
    """When somebody last knew: it is then that the score counts from. What is six months old on `jour` counts as the day before."""
    if vue.confiance.verification:
        le = vue.confiance.verification.le
    else:
        le = max(vue.confiance.lue_le.debut, SANS_DATE) if vue.confiance.lue_le else SANS_DATE
    return jour - VEILLE if jour - le == SIX_MOIS else le


def _traduits(champ: str, valeurs: Iterable[str] | None) -> tuple[str, ...]:
    return tuple(dit for valeur in valeurs or () if (dit := VALEURS[champ][valeur]))


def _publics(territoire: Territoire, publics: Publics | None) -> tuple[str, ...]:
    if publics is None:
        return ()
    connus = territoire.directory.vocabulaire.publics
    dits = {dit for slug in publics.situations or () for dit in connus[slug].data_inclusion or ()}
    return tuple(sorted(dits)) or (("tous-publics",) if publics.accueil == "inconditionnel" else ())
