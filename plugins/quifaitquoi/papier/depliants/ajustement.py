"""Making a leaflet fit its pages: as roomy as they allow; and what cannot fit is named, never dropped."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from quifaitquoi.papier.depliants.formats import Niveau

ESSAIS = 12  # layouts; a selection that takes longer is as good as it gets
SEULES = 3  # entries in a row that do not fit alone: the pages are full
# Entries are not cut, so that columns are never filled to the last point: about what fits, and what surely does not.
PLEIN, TROP = 0.95, 0.94
# The guess is less sure from facts in a row to facts one a line, which is far easier to read: worth a look.
TROP_AUTREMENT = 1.02


@dataclass(frozen=True)
class Mesure:
    """One layout: what is left over (slugs, "~…" for fixed parts), how full the columns would be (1: exactly full), and what each
    entry takes of that, where it was measured.
    """

    debordent: tuple[str, ...]
    charge: float
    parts: Mapping[str, float] = field(default_factory=dict)


# Lays out one level without these slugs.
Essai = Callable[[Niveau, frozenset[str]], Mesure]


@dataclass(frozen=True)
class Ajuste:
    """The level that fits, the slugs that only stand in the list, and what is still left over: nothing, where all is well."""

    niveau: Niveau
    retirees: frozenset[str] = frozenset()
    debordent: tuple[str, ...] = ()


def ajuster(niveaux: Sequence[Niveau], essai: Essai, hauteurs: Sequence[float], place: float,
            par_importance: Sequence[tuple[str, float]], selection: bool) -> Ajuste:
    """Each try costs a layout, so it begins where the guess (`hauteurs` of each level, in the same unit as `place`) says."""
    rien: frozenset[str] = frozenset()
    trop, bon = -1, len(niveaux)  # levels up to `trop` do not fit, those from `bon` on do
    reste = Mesure((), 0)
    ici = _plus_large(hauteurs, place * PLEIN, 0, bon - 1)
    while bon - trop > 1:
        mesure = essai(niveaux[ici], rien)
        # How full this level really was corrects the guess for the others.
        place = hauteurs[ici] / max(mesure.charge, 0.01)
        if mesure.debordent:
            trop, reste = ici, mesure
            ici = max(trop + 1, _plus_large(hauteurs, place * PLEIN, trop + 1, bon - 1))
        else:
            bon = ici
            if bon and hauteurs[bon - 1] > place * (TROP if niveaux[bon].continu == niveaux[bon - 1].continu else TROP_AUTREMENT):
                break
            ici = bon - 1
            # Nothing nearer than the roomiest that may fit needs a look.
            if trop < bon - 1:
                ici = min(ici, max(trop + 1, _plus_large(hauteurs, place * PLEIN, trop + 1, bon - 1)))
    if bon < len(niveaux):
        return Ajuste(niveaux[bon])
    if not selection:
        return Ajuste(niveaux[-1], rien, reste.debordent)
    # The tightest level was the last to be tried.
    parts = [(slug, reste.parts.get(slug, hauteur / place)) for slug, hauteur in par_importance]
    return _choisir(niveaux[-1], essai, parts, reste.debordent)


def _plus_large(hauteurs: Sequence[float], place: float, de: int, a: int) -> int:
    """The roomiest level from `de` to `a` that should fit; `a` where none should."""
    return next((n for n in range(de, a + 1) if hauteurs[n] <= place), a)


def _choisir(niveau: Niveau, essai: Essai, parts: Sequence[tuple[str, float]], debordent: tuple[str, ...]) -> Ajuste:
    """As many as fit, the most important first; the others are only named. One that is too tall alone stops no other."""
    toutes = frozenset(slug for slug, _ in parts)
    vide = essai(niveau, toutes)
    if vide.debordent:
        return Ajuste(niveau, frozenset(), debordent)
    gardees: list[str] = []
    ici, seules, charge, pas = 0, 0, vide.charge, max(1, _combien(parts, PLEIN - vide.charge))
    for _ in range(ESSAIS):
        if ici >= len(parts) or seules == SEULES:
            break
        suivantes = parts[ici:ici + pas]
        mesure = essai(niveau, toutes.difference(gardees, (slug for slug, _ in suivantes)))
        # An entry brings its heading along, and leaves the list: what these took beside what they were to take.
        juste = max(0.1, (mesure.charge - charge) / sum(part for _, part in suivantes))
        if not mesure.debordent:
            gardees += (slug for slug, _ in suivantes)
            ici, seules, charge = ici + pas, 0, mesure.charge
            pas = max(1, _combien(parts[ici:], (PLEIN - charge) / juste))
        elif pas > 1:
            pas = max(1, min(pas * 7 // 8, _combien(suivantes, (PLEIN - charge) / juste)))
        else:
            ici, seules = ici + 1, seules + 1
    return Ajuste(niveau, toutes.difference(gardees))


def _combien(parts: Sequence[tuple[str, float]], place: float) -> int:
    """How many of the first should fit."""
    for n, (_, part) in enumerate(parts):
        place -= part
        if place < 0:
            return n
    return len(parts)
