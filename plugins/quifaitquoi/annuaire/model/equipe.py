"""Whom one meets there: those who have been through it themselves."""

from typing import Literal

from pydantic import Field

from quifaitquoi.annuaire.model.heures import HorairesLus
from quifaitquoi.annuaire.model.types import Element, Liste, Terme


class Pairs(Element):
    """Peers: what they have lived, never who they are. `plusieurs` says that nobody can be recognised by the rest."""

    vecu: Liste(Literal["rue", "addiction", "psychique", "handicap", "vih", "exil", "justice", "prostitution", "placement",
                        "violences", "deuil"]) = Field(
        title="Ce qu'ils ont vécu", examples=[["rue", "addiction"]],
        description="psychique : des troubles psychiques ; placement : aide sociale à l'enfance ; justice : prison ou peine. "
                    "Jamais un nom, un prénom ou un âge.")
    plusieurs: Literal["oui"] | None = Field(
        None, title="Ils sont plusieurs",
        description="Sans cette ligne, une seule expérience, sans jours ni langues : on reconnaîtrait la personne.")
    horaires: HorairesLus | None = Field(
        None, title="Quand les rencontrer", description="Seulement s'ils sont plusieurs.", examples=[{"mardi": "14h-17h"}])
    langues: Liste(Terme("langues")) | None = Field(
        None, title="Langues que parlent ces pairs", description="Seulement s'ils sont plusieurs.", examples=[["fr", "ti"]])
