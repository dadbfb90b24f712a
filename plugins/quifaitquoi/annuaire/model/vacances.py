"""vacances.yml: the days off of the schools of a territory, which hours may speak of."""

from datetime import date, timedelta
from typing import Literal, Self

from pydantic import Field, model_validator

from quifaitquoi.annuaire.model.confiance import Acceptation, Source
from quifaitquoi.annuaire.model.types import Cite, Element, Jour, Liste, faux
from quifaitquoi.horaires import Vacances

# As the Ministry parts the country.
ZoneScolaire = Literal[
    "A", "B", "C", "corse", "guadeloupe", "guyane", "martinique", "mayotte", "nouvelle-caledonie", "polynesie", "reunion",
    "saint-pierre-et-miquelon", "wallis-et-futuna"]

# How long before the last day somebody is told: a season, so that whoever keeps the directory reads it more than once.
AVANT = timedelta(90)


class PeriodeDeVacances(Element):
    """Days without school, both ends included."""

    periode = ("du", "au")
    nom: Cite = Field(title="Nom", examples=["Vacances de la Toussaint"])
    du: Jour = Field(
        title="Premier jour sans classe", examples=["2026-10-18"], description="Le lendemain du dernier jour de classe.")
    au: Jour = Field(
        title="Dernier jour sans classe", examples=["2026-11-01"], description="La veille du jour où la classe reprend.")


class CalendrierScolaire(Element):
    """All school holidays until the last day of which they are known."""

    sources: Liste(Source) | None = Field(None, title="Sources", description="La page publique d'où viennent ces dates.")
    lu_le: Jour | None = Field(None, title="Lu le", description="Le jour où ces dates ont été lues. Exemple : 2026-11-20.")
    jusqu_au: Jour | None = Field(
        None, title="Dernier jour connu", examples=["2027-08-31"],
        description="Après ce jour, personne ne sait. Absent : le dernier jour des dernières vacances.")
    vacances: Liste(PeriodeDeVacances) = Field(
        title="Vacances", description="Toutes celles qui viennent, jusqu'au dernier jour connu.")
    accepte: Liste(Acceptation) | None = Field(
        None, title="Avertissements acceptés",
        description="Les avertissements de la vérification qui n'ont pas lieu d'être ici.")

    @model_validator(mode="after")
    def _connues_jusqu_au_bout(self) -> Self:
        if self.jusqu_au and self.jusqu_au < max(v.au for v in self.vacances):
            raise faux("jusqu_au", "« jusqu_au » ({lu}) est avant la fin des dernières vacances ({fin}) : repoussez-le, ou retirez "
                                   "ces vacances", lu=str(self.jusqu_au), fin=str(max(v.au for v in self.vacances)))
        return self

    @property
    def dernier_jour(self) -> date:
        """The last day of which it is known whether there is school."""
        return self.jusqu_au or max(v.au for v in self.vacances)

    def finit_bientot(self, jour: date) -> bool:
        """Whether hours that speak of them are about to be unknown, or are."""
        return self.dernier_jour - jour < AVANT

    @property
    def en_jours(self) -> Vacances:
        return Vacances(tuple((v.du, v.au) for v in self.vacances), self.dernier_jour)
