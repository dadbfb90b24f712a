"""manques.yml: what people asked for and did not find, as counts. No person, no day: a need, a neighbourhood, a month, and why."""

import re
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from quifaitquoi.annuaire.model.confiance import Acceptation
from quifaitquoi.annuaire.model.types import DatePartielle, DateSue, Element, Liste, Phrase, Slug, Terme, faux


def _un_mois(valeur: DatePartielle) -> DatePartielle:
    if valeur.mois is None or valeur.jour is not None:
        trop = "un mois suffit, le jour d'une demande ne se note pas" if valeur.jour else "il y manque le mois"
        raise faux("mois", "« {lu} » : {trop}. Exemple : {exemple}", lu=str(valeur), trop=trop,
                   exemple=f"{valeur.annee:04}-{valeur.mois or 10:02}")
    return valeur


Mois = Annotated[DateSue, AfterValidator(_un_mois)]
Combien = Annotated[int, Field(ge=1, le=9999)]

# Why something was not found, in the order of the columns of the tick sheet.
RAISONS = ("complet", "refuse", "langue", "horaires", "trop_loin", "rien")


class Demande(Element):
    """A line of a tick sheet: how many times, in a month, a need was asked for in a neighbourhood and not met."""

    mois: Mois = Field(title="Mois", examples=["2026-10"], description="Année et mois, jamais de jour.")
    quartier: Slug = Field(title="Quartier", examples=["vieux-port"], description="Là où l'on cherchait.")
    besoin: Terme("besoins") = Field(title="Besoin", examples=["douche"])
    complet: Combien | None = Field(None, title="C'était complet", description="Combien de fois. Exemple : 7.")
    refuse: Combien | None = Field(None, title="On a refusé", description="Une condition, un papier, un âge. Exemple : 3.")
    langue: Combien | None = Field(None, title="Personne ne parlait la langue", description="Combien de fois. Exemple : 2.")
    horaires: Combien | None = Field(None, title="C'était fermé à ce moment", description="Combien de fois. Exemple : 4.")
    trop_loin: Combien | None = Field(None, title="C'était trop loin", description="Combien de fois. Exemple : 5.")
    rien: Combien | None = Field(None, title="Rien n'existait", description="Combien de fois. Exemple : 6.")
    devenu: Phrase | None = Field(
        None, title="Ce que c'est devenu", examples=["La ville ouvre les bains le dimanche depuis novembre."],
        description="Une phrase, si quelque chose a été fait.")

    @model_validator(mode="after")
    def _au_moins_une_fois(self) -> Self:
        if not self.nombres:
            raise faux("nombres", "cette ligne ne dit pas combien de fois, ni pourquoi : complet, refuse, langue, horaires, "
                                  "trop_loin ou rien. Exemple : complet: 7")
        return self

    @property
    def nombres(self) -> dict[str, int]:
        """How many times for each reason that was given."""
        return {raison: n for raison in RAISONS if (n := getattr(self, raison))}

    @property
    def cle(self) -> str:
        """What no other line of the file says."""
        return re.sub(r"\W", "-", f"{self.mois}-{self.quartier}-{self.besoin}")


class Manques(Element):
    """What was asked for and not found, a line for each month, neighbourhood and need."""

    demandes: Annotated[tuple[Demande, ...], Field(min_length=1, max_length=5000)] = Field(
        title="Demandes", description="Une par mois, quartier et besoin : ce que disent les feuilles à cocher.")
    accepte: Liste(Acceptation) | None = Field(
        None, title="Avertissements acceptés",
        description="Les avertissements de la vérification qui n'ont pas lieu d'être ici.")
