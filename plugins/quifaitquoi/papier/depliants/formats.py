"""The five formats: their template, their pages, and the steps by which a leaflet is made to fit."""

from __future__ import annotations

from dataclasses import dataclass

CORPS_MINIMAL = 8.0  # points; below, nobody can read a photocopy
GROS_CORPS = 18.0


@dataclass(frozen=True)
class Budget:
    """At most `maximum` pages (None: as many as it takes), always a multiple of `multiple`."""

    maximum: int | None
    multiple: int = 1


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
    budget: Budget
    niveaux: tuple[Niveau, ...]
    papiers: tuple[str, ...] = ("a4",)
    colonnes: int = 0
    discret: bool = False
    impose: bool = False


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
    Format("affiche", "Affiche", f"{_GABARITS}/affiche.typ", Budget(1), _niveaux(10, CORPS_MINIMAL, (16, 14, 12, 11)),
           papiers=("a4", "a3"), colonnes=3),
    Format("depliant", "Dépliant plié en trois", f"{_GABARITS}/depliant.typ", Budget(2), _PETITS, colonnes=3),
    Format("livret", "Livret", f"{_GABARITS}/livret.typ", Budget(None, 4), _niveaux(10, CORPS_MINIMAL), impose=True),
    Format("grands-caracteres", "Grands caractères", f"{_GABARITS}/grands.typ", Budget(None), _niveaux(GROS_CORPS, GROS_CORPS)),
    Format("discret", "Dépliant discret", f"{_GABARITS}/depliant.typ", Budget(2), _PETITS, colonnes=3, discret=True),
)}
