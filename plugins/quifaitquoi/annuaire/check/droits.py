"""The rights of the whole country, which the program holds beside a territory's own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from quifaitquoi.annuaire.check.du_programme import lus, pour
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.droit import Droit

DOSSIER = Path(__file__).parents[1] / "droits"


def nationaux_lus() -> tuple[Lu, ...]:
    """Each file of the program as it was read, by name."""
    return lus(DOSSIER, "droit")


def avec_les_nationaux(directory: Directory) -> Mapping[str, Droit]:
    """The rights of a territory: its own, and those of the program that it does not tell itself, as far as it has their terms."""
    if getattr(directory.annuaire, "droits_nationaux", "non") != "oui":
        return directory.droits
    nationaux = {lu.trouve.slug: pour(lu.element, directory.vocabulaire) for lu in nationaux_lus()}
    for slug, droit in nationaux.items():
        droit.nomme(slug=slug, national=True)
    return dict(sorted((nationaux | directory.droits).items()))
