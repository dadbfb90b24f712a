"""Days to come of a group or a session that has no day of the week."""

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field

from quifaitquoi.annuaire.model.types import Element, Jour, Mention, UnOuPlusieurs


class DateAnnoncee(Element):
    """One day, or a session of several, both included. It is over by itself once its last day has passed."""

    periode = ("le", "au")
    le: Jour = Field(title="Jour, ou premier jour", examples=["2026-12-03"])
    au: Jour | None = Field(None, title="Dernier jour", description="D'une session de plusieurs jours. Absent : un seul jour.")
    precision: Mention | None = Field(None, title="Précision", examples=["de 14h à 16h, au premier étage"])

    def tient(self, jour: date) -> bool:
        """Whether it is not over on that day."""
        return (self.au or self.le) >= jour


def _un_jour(valeur: object) -> object:
    return {"le": valeur} if isinstance(valeur, str) else valeur


class _JourOuBloc:
    def __get_pydantic_json_schema__(self, core_schema, handler):
        return {"anyOf": [{"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}, handler(core_schema)]}


# A plain day is enough: `prochaines_dates: [2026-12-03]`.
Dates = UnOuPlusieurs(Annotated[DateAnnoncee, BeforeValidator(_un_jour), _JourOuBloc()])
