"""The five formats: their template, their pages, and the steps by which a leaflet is made to fit."""

from __future__ import annotations

from dataclasses import dataclass

from quifaitquoi.annuaire.model.formats import BUDGETS, Budget

CORPS_MINIMAL = 8.0  # points; below, nobody can read a photocopy
GROS_CORPS = 18.0


@dataclass(frozen=True)
class Niveau:
    """How tight: type size in points, detail (0 all, 2 the essential), space between things (1 is normal).

    `continu`: the facts of an entry follow each other instead of each having its line.
    """

    corps: float
    detail: int
    espace: float
    continu: bool = False


@dataclass(frozen=True)
class Format:
    """`colonnes`: panels or columns that are filled by measure; 0 where the text simply flows from page to page."""

    nom: str
    titre: str
    gabarit: str
    niveaux: tuple[Niveau, ...]
    colonnes: int = 0
    discret: bool = False
    impose: bool = False

    @property
    def budget(self) -> Budget:
        return BUDGETS[self.nom]


def _niveaux(depart: float, minimum: float, plus_grands: tuple[float, ...] = ()) -> tuple[Niveau, ...]:
    """Roomy first; then less space, then less detail, then smaller type, never below `minimum`."""
    echelle = [Niveau(corps, 0, 1.5) for corps in plus_grands]
    echelle += [Niveau(depart, 0, 1.5), Niveau(depart, 0, 1.0), Niveau(depart, 0, 0.7), Niveau(depart, 1, 0.7),
                Niveau(depart, 2, 0.7), Niveau(depart, 2, 0.7, True)]
    corps = depart - 0.5
    while corps >= minimum:
        echelle.append(Niveau(corps, 2, 0.7, True))
        corps -= 0.5
    echelle.append(Niveau(minimum, 2, 0.5, True))
    return tuple(echelle)


_GABARITS = "papier/depliants/gabarits"
_PETITS = _niveaux(10, CORPS_MINIMAL, (12, 11))

FORMATS: dict[str, Format] = {forme.nom: forme for forme in (
    Format("affiche", "Affiche", f"{_GABARITS}/affiche.typ", _niveaux(10, CORPS_MINIMAL, (16, 14, 12, 11)), colonnes=3),
    Format("depliant", "Dépliant plié en trois", f"{_GABARITS}/depliant.typ", _PETITS, colonnes=3),
    Format("livret", "Livret", f"{_GABARITS}/livret.typ", _niveaux(10, CORPS_MINIMAL), impose=True),
    Format("grands-caracteres", "Grands caractères", f"{_GABARITS}/grands.typ", _niveaux(GROS_CORPS, GROS_CORPS)),
    Format("discret", "Dépliant discret", f"{_GABARITS}/depliant.typ", _PETITS, colonnes=3, discret=True),
)}
