"""Public holidays of one territory only: how they are written, and the same date for OpenStreetMap."""

import re
from calendar import monthrange
from typing import Annotated

from pydantic import BeforeValidator, Field

from quifaitquoi.annuaire.model.types import Cite, Element, Mention, faux
from quifaitquoi.base.texte import sans_accents

MOIS_OSM = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MOIS = ("janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
        "decembre")


def jour_ferie_osm(quand: str) -> str | None:
    """« 26 décembre » or « pâques - 2 jours » as an OpenStreetMap date; None if it is neither."""
    texte = sans_accents(quand.lower())
    if paques := re.fullmatch(r"paques(?: ?([+-]) ?(\d{1,2}) jours?)?", texte):
        signe, n = paques.groups()
        return f"easter {signe}{n} day{'s' if int(n) > 1 else ''}" if n else "easter"
    if fixe := re.fullmatch(r"(\d{1,2})(?:er)? ([a-z]+)", texte):
        jour, mois = int(fixe[1]), fixe[2]
        # A leap year has them all: the 29th of February is a date.
        if mois in MOIS and 1 <= jour <= monthrange(2024, MOIS.index(mois) + 1)[1]:
            return f"{MOIS_OSM[MOIS.index(mois)]} {jour:02}"
    return None


def _quand(valeur: object) -> object:
    if isinstance(valeur, str) and jour_ferie_osm(valeur) is None:
        raise faux("jour_ferie", "« {lu} » n'est pas un jour férié lisible. Exemples : 26 décembre, pâques - 2 jours",
                   lu=valeur)
    return valeur


class FerieLocal(Element):
    """A public holiday of this territory only."""

    nom: Mention = Field(title="Nom", examples=["Vendredi saint"])
    quand: Annotated[Cite, BeforeValidator(_quand)] = Field(
        title="Quand", examples=["26 décembre", "pâques - 2 jours"])

    @property
    def osm(self) -> str:
        return jour_ferie_osm(self.quand)
