"""The days that a key names, as far as they have been read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass
class Quand:
    """The days that a key names; each selector narrows the others, as in modele.Regle."""

    annees: tuple = ()
    periodes: tuple = ()
    semaines: tuple = ()
    jours: frozenset = frozenset()
    feries: frozenset = frozenset()
    vacances: bool = False
    hors_vacances: bool = False
    sur_deux: bool = False
    quinzaine: date | None = None
