"""Streets, water and buildings → the text of fond/rues.txt: the same ones make the same bytes, in whatever order they come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from quifaitquoi.annuaire.read.fond import COTE, MARQUE, NOM_MAX, SURFACES, UNITE, Trait
from quifaitquoi.annuaire.read.source import INTERDITS
from quifaitquoi.base.geometrie import Boite, Point, aire, coupe_anneau, coupe_ligne, simplifie

ECART = 1.0  # units: what stands out by less is not seen
AIRE_MIN = 40  # square units: a shed


def en_texte(traits: Iterable[Trait], boite: Boite, date: str, attribution: str) -> str:
    """`boite` in units; what lies out of it is cut off."""
    cellules: dict[tuple[int, int], list[tuple[str, Boite]]] = defaultdict(list)
    for trait in traits:
        for suites in _tailles(trait, boite):
            points = [point for suite in suites for point in suite]
            x, y = points[0][0] // COTE, points[0][1] // COTE
            xs, ys = [p[0] - x * COTE for p in points], [p[1] - y * COTE for p in points]
            ligne = f"{trait.genre}{trait.niveau}\t{_nom(trait.nom)}\t{';'.join(_suite(s, x * COTE, y * COTE) for s in suites)}"
            cellules[y, x].append((ligne, (min(xs), min(ys), max(xs), max(ys))))
    ouest, sud, est, nord = (cote / UNITE for cote in boite)
    lignes = [MARQUE, f"boite {sud:.5f} {ouest:.5f} {nord:.5f} {est:.5f}", f"date {date}", f"attribution {attribution}"]
    for (y, x), contenu in sorted(cellules.items()):
        boites = [b for _, b in contenu]
        bord = (
            *map(min, zip(*((b[0], b[1]) for b in boites), strict=True)),
            *map(max, zip(*((b[2], b[3]) for b in boites), strict=True)),
        )
        lignes.append("@ " + " ".join(map(str, (y, x, *bord))))
        lignes += sorted({ligne for ligne, _ in contenu})
    return "\n".join(lignes) + "\n"


def _tailles(trait: Trait, boite: Boite) -> Iterable[list[list[tuple[int, int]]]]:
    """The pieces of it that lie in the box, on the grid."""
    if trait.genre in SURFACES:
        anneaux = [_sur_la_grille(simplifie([*a, a[0]], ECART))[:-1] for suite in trait.suites if (a := coupe_anneau(suite, boite))]
        anneaux = [anneau for anneau in anneaux if len(anneau) > 2 and abs(aire(anneau)) >= AIRE_MIN]
        if anneaux:
            yield anneaux
    elif len(trait.suites[0]) == 1:
        ouest, sud, est, nord = boite
        x, y = trait.suites[0][0]
        if ouest <= x <= est and sud <= y <= nord:
            yield [[(round(x), round(y))]]
    else:
        for part in coupe_ligne(trait.suites[0], boite):
            points = _sur_la_grille(simplifie(part, ECART))
            if len(points) > 1:
                yield [points]


def _sur_la_grille(points: Sequence[Point]) -> list[tuple[int, int]]:
    """Whole numbers, each place said once."""
    ronds = [(round(x), round(y)) for x, y in points]
    return [p for rang, p in enumerate(ronds) if rang == 0 or p != ronds[rang - 1]]


def _suite(points: Sequence[tuple[int, int]], x: int, y: int) -> str:
    nombres = []
    for px, py in points:
        nombres += [px - x, py - y]
        x, y = px, py
    # A minus parts two numbers as well as a space does, and a map has hundreds of thousands of them.
    return " ".join(map(str, nombres)).replace(" -", "-")


def _nom(nom: str) -> str:
    return " ".join(INTERDITS.sub("", nom).split())[:NOM_MAX].strip()
