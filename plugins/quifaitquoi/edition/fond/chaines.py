"""Pieces of lines → the longest lines and the rings that they make, and the sea out of its shores."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from quifaitquoi.base.geometrie import Boite, Point, aire, coupe_ligne

Ligne = tuple[Point, ...]
MIETTE = 8  # times the distance between two tracks: what is shorter and joins others at both ends is a switch
BOUT = 3  # the same of what ends by itself: one of two tracks that is a little longer


def enchaine(lignes: Sequence[Ligne], sens: bool = False) -> list[Ligne]:
    """Lines put end to end while they can be; one that comes back to its start is a ring. `sens`: none is turned round."""
    bouts: dict[Point, set[int]] = defaultdict(set)
    for rang, ligne in enumerate(lignes):
        bouts[ligne[0]].add(rang)
        if not sens:
            bouts[ligne[-1]].add(rang)
    debuts = {ligne[-1] for ligne in lignes} if sens else set()
    # With a direction, a chain starts where nothing leads to; rings come last.
    ordre = sorted(range(len(lignes)), key=lambda rang: lignes[rang][0] in debuts) if sens else range(len(lignes))
    prises: set[int] = set()
    faites = []
    for rang in ordre:
        if rang in prises:
            continue
        prises.add(rang)
        chaine = list(lignes[rang])
        _allonge(chaine, lignes, bouts, prises)
        if not sens:
            chaine.reverse()
            _allonge(chaine, lignes, bouts, prises)
            chaine.reverse()
        faites.append(tuple(chaine))
    return faites


def _allonge(chaine: list[Point], lignes: Sequence[Ligne], bouts: dict[Point, set[int]], prises: set[int]) -> None:
    while chaine[0] != chaine[-1] or len(chaine) < 3:
        suivante = min((rang for rang in bouts.get(chaine[-1], ()) if rang not in prises), default=None)
        if suivante is None:
            return
        prises.add(suivante)
        ligne = lignes[suivante]
        chaine += ligne[1:] if ligne[0] == chaine[-1] else ligne[-2::-1]


def anneaux(lignes: Sequence[Ligne], boite: Boite) -> list[Ligne]:
    """The rings that these lines make, each without its first point said again.

    A ring that lacks a part is closed straight where that part lies out of the box; else nobody knows what it encloses.
    """
    return [
        chaine[:-1] if chaine[0] == chaine[-1] else chaine
        for chaine in enchaine(lignes)
        if len(chaine) > 3 and (chaine[0] == chaine[-1] or not [*coupe_ligne((chaine[-1], chaine[0]), boite)])
    ]


def mer(cotes: Sequence[Ligne], boite: Boite) -> list[Ligne]:
    """The rings of the sea in the box, islands among them (even-odd). A shore has the land on its left."""
    ouvertes, fermees = [], []
    for chaine in enchaine(cotes, sens=True):
        parts = [tuple(part) for part in coupe_ligne(chaine, boite)]
        # A ring that begins inside comes in two ends that meet again.
        if len(parts) > 1 and parts[0][0] == parts[-1][-1]:
            parts[0] = parts.pop() + parts[0][1:]
        for part in parts:
            (fermees if part[0] == part[-1] else ouvertes).append(part)
    rivages = [ferme[:-1] for ferme in fermees if len(ferme) > 3]
    if not ouvertes:
        # The largest one is an island, with the sea all around it, or a lagoon, with its own islands in it.
        return [_coins(boite), *rivages] if rivages and aire(max(rivages, key=lambda r: abs(aire(r)))) > 0 else rivages
    return [*_le_long_du_bord(ouvertes, boite), *rivages]


def _le_long_du_bord(ouvertes: list[Ligne], boite: Boite) -> list[Ligne]:
    """From where a shore leaves the box, clockwise along the sides to where the next one comes in: the sea is on the right."""
    entrees = sorted((_tour(ligne[0], boite), rang) for rang, ligne in enumerate(ouvertes))
    coins = [(n, coin) for n, coin in enumerate(_coins(boite))]
    reste, rings = set(range(len(ouvertes))), []
    while reste:
        premier = rang = min(reste)
        anneau: list[Point] = []
        while True:
            reste.discard(rang)
            anneau += ouvertes[rang]
            sortie = _tour(ouvertes[rang][-1], boite)
            loin, suivant = min(
                ((tour - sortie) % 4, suivant) for tour, suivant in entrees if suivant in reste or suivant == premier
            )
            anneau += [
                coin
                for _, coin in sorted(((n - sortie) % 4, coin) for n, coin in coins)
                if (_tour(coin, boite) - sortie) % 4 < loin
            ]
            if suivant == premier:
                break
            rang = suivant
        rings.append(tuple(anneau))
    return rings


def _coins(boite: Boite) -> Ligne:
    """Clockwise from the north-west."""
    ouest, sud, est, nord = boite
    return (ouest, nord), (est, nord), (est, sud), (ouest, sud)


def _tour(point: Point, boite: Boite) -> float:
    """How far along the sides, clockwise from the north-west corner, one a side: of the nearest place of the sides."""
    ouest, sud, est, nord = boite
    x, y = min(max(point[0], ouest), est), min(max(point[1], sud), nord)
    cotes = (
        (nord - y, (x - ouest) / (est - ouest)),
        (est - x, 1 + (nord - y) / (nord - sud)),
        (y - sud, 2 + (est - x) / (est - ouest)),
        (x - ouest, 3 + (y - sud) / (nord - sud)),
    )
    return min(cotes)[1] % 4


def une_seule_voie(lignes: Sequence[Ligne], ecart: float) -> list[Ligne]:
    """Tracks that run side by side become one: what lies within `ecart` of a longer one is left out, switches too."""
    gardees, prises = [], set()
    for ligne in sorted(lignes, key=lambda ligne: (-_longueur(ligne), ligne)):
        points = _pas_a_pas(ligne, ecart)
        part: list[Point] = []
        for rang, (x, y) in enumerate(points):
            seule = not any((x // ecart + i, y // ecart + j) in prises for i in (-1, 0, 1) for j in (-1, 0, 1))
            if seule or part:
                # It starts on the track that it leaves, and ends on the one that it joins.
                part += [points[rang - 1], (x, y)] if not part and rang else [(x, y)]
            if part and (not seule or rang == len(points) - 1):
                jointe = part[0] != points[0], not seule
                if len(part) > (MIETTE if all(jointe) else BOUT if any(jointe) else 1):
                    gardees.append(tuple(part))
                part = []
        prises |= {(x // ecart, y // ecart) for x, y in points}
    return gardees


def _pas_a_pas(ligne: Ligne, pas: float) -> list[Point]:
    points = [ligne[0]]
    for (ax, ay), (bx, by) in zip(ligne, ligne[1:], strict=False):
        n = max(1, round(max(abs(bx - ax), abs(by - ay)) / pas))
        points += [(ax + (bx - ax) * i / n, ay + (by - ay) * i / n) for i in range(1, n + 1)]
    return points


def _longueur(ligne: Ligne) -> float:
    return sum(abs(bx - ax) + abs(by - ay) for (ax, ay), (bx, by) in zip(ligne, ligne[1:], strict=False))
