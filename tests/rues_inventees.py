"""The streets of Port-Exemple, all invented: a coast with a harbour and an island, a river, bridges, tunnels, trams, named streets.

    build/venv/bin/python -m tests.rues_inventees        # writes tests/port-exemple/fond/rues.txt again

Streets that fiches stand in pass where the fiches are; the others fill the neighbourhoods. Same seed, same bytes.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from math import cos, hypot, radians, sin
from pathlib import Path

from tests.ville_inventee import (
    ARRETS,
    CHOSES,
    COTE,
    GRANDES,
    ILE,
    PARCS,
    PONTS,
    QUARTIERS,
    RAIL,
    REPERES,
    RIVIERE,
    SORTES,
    TRAM_A,
    TRAM_B,
    TUNNEL_DU_RAIL,
    TUNNEL_DU_TRAM,
    UN,
)

from quifaitquoi.annuaire.read.fond import PONT, TUNNEL, Trait, unites
from quifaitquoi.base.geometrie import Point, boite_de, simplifie
from quifaitquoi.edition.fond.chaines import mer, une_seule_voie
from quifaitquoi.edition.fond.ecriture import en_texte

ICI = Path(__file__).parent / "port-exemple/fond/rues.txt"
BOITE = tuple(round(cote) for coin in ((46.298, -3.105), (46.362, -2.995)) for cote in unites(*coin))
ATTRIBUTION, DATE = "© les cartographes de Port-Exemple (carte inventée)", "2026-10-01"


def _plan(points: list[tuple[float, float]]) -> list[Point]:
    return [unites(*position) for position in points]


def _dans(point: Point, anneau: list[Point]) -> bool:
    x, y = point
    dedans = False
    for (ax, ay), (bx, by) in zip(anneau, [*anneau[1:], anneau[0]], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            dedans = not dedans
    return dedans


def _courbe(points: list[Point], fois: int = 2) -> list[Point]:
    """Chaikin: corners become bends."""
    for _ in range(fois):
        ronde = [points[0]]
        for (ax, ay), (bx, by) in zip(points, points[1:], strict=False):
            ronde += [(ax * 0.75 + bx * 0.25, ay * 0.75 + by * 0.25), (ax * 0.25 + bx * 0.75, ay * 0.25 + by * 0.75)]
        points = [*ronde, points[-1]]
    return points


class Ville:
    def __init__(self, graine: int = 14) -> None:
        self.hasard = random.Random(graine)
        ile = _courbe(_plan([*ILE, ILE[0]]))
        self.mer = mer([tuple(_courbe(_plan(COTE), 1)), (*ile[:-1], ile[0])], BOITE)
        axe = _courbe(_plan(RIVIERE))
        self.riviere = [*((x - 26, y) for x, y in axe), *((x + 26, y) for x, y in reversed(axe))]
        self.parcs = {nom: self._parc(*unites(*ici), rayon) for nom, ici, rayon in PARCS if rayon}
        self.rues: list[tuple[str, str, list[Point]]] = []
        self.prises: set[tuple[int, int]] = set()
        choses = self.hasard.sample(CHOSES, len(CHOSES))
        noms = [f"{self.hasard.choice(SORTES)} {chose}" for chose in choses] + [
            f"{sorte} {chose}" for sorte in ("Chemin", "Sente", "Cour") for chose in choses
        ]
        self.noms = iter(noms)

    def traits(self) -> Iterator[Trait]:
        yield Trait("mer", "", "", tuple(self.mer))
        yield Trait("eau", "", "La Gouline", (tuple(self.riviere),))
        yield Trait("cours", "", "La Gouline", (tuple(_courbe(_plan(RIVIERE))),))
        for nom, anneau in self.parcs.items():
            yield Trait("parc", "", nom, (tuple(anneau),))
        for nom, (genre, points) in GRANDES.items():
            yield from self._grande(nom, genre, _plan(points))
        for contour, angle, pas, connues in QUARTIERS.values():
            self._quartier(_plan(contour), angle, pas, connues)
        for genre, nom, points in self.rues:
            yield Trait(genre, "", nom, (tuple(points),))
        yield from self._rails()
        yield from self._maisons()
        yield Trait("gare", "", "Gare de Port-Exemple", ((unites(46.3287, -3.0506),),))
        yield from (Trait("arret", "", nom, ((unites(*ici),),)) for nom, ici in ARRETS)
        yield from (Trait("repere", "", nom, ((unites(*ici),),)) for nom, ici in REPERES)

    def _parc(self, x: float, y: float, rayon: float) -> list[Point]:
        coins = [
            (x + cos(a) * rayon * UN[0] * f, y + sin(a) * rayon * UN[1] * f)
            for n in range(9)
            for a, f in [(n * 0.698, self.hasard.uniform(0.8, 1.15))]
        ]
        return _courbe([*coins, coins[0]])[:-1]

    def _a_sec(self, point: Point) -> bool:
        return not _dans(point, self.riviere) and sum(_dans(point, list(anneau)) for anneau in self.mer) % 2 == 0

    def _grande(self, nom: str, genre: str, points: list[Point]) -> Iterator[Trait]:
        pont = _plan(list(PONTS[nom])) if nom in PONTS else []
        if not pont:
            ligne = _courbe(points) if genre != "rue" else points
            self.rues.append((genre, nom, ligne))
            return
        ici = next(
            n
            for n, (a, b) in enumerate(zip(points, points[1:], strict=False))
            if a[0] <= pont[0][0] <= b[0] or b[0] <= pont[0][0] <= a[0]
        )
        avant, apres = points[: ici + 1], [p for p in points[ici + 1 :] if (p[0] - pont[1][0]) * (pont[1][0] - pont[0][0]) > 0]
        self.rues += [(genre, nom, [*avant, pont[0]]), (genre, nom, [pont[1], *apres])]
        yield Trait(genre, PONT, nom, (tuple(pont),))

    def _quartier(self, contour: list[Point], angle: float, pas: float, connues: list) -> None:
        cx, cy = unites(46.33, -3.05)
        c, s = cos(radians(angle)), sin(radians(angle))

        def vers(point: Point) -> Point:
            x, y = (point[0] - cx) / UN[0], (point[1] - cy) / UN[1]
            return x * c + y * s, y * c - x * s

        def retour(u: float, v: float) -> Point:
            return cx + (u * c - v * s) * UN[0], cy + (u * s + v * c) * UN[1]

        ouest, sud, est, nord = boite_de([vers(p) for p in contour])
        ou = {nom: vers(unites(*position)) for nom, _, position, _ in connues}
        for sens in "hv":
            debut, fin, de, a = (sud, nord, ouest, est) if sens == "h" else (ouest, est, sud, nord)
            siennes = [
                (ou[nom][1 if sens == "h" else 0] + 9, ou[nom][0 if sens == "h" else 1], nom, loin)
                for nom, d, _, loin in connues
                if d == sens
            ]
            for ecart, milieu, nom, loin in siennes:
                genre = "pietonne" if nom.startswith("Place") else "rue"
                self._trace(genre, nom, sens, ecart, milieu - loin, milieu + loin, retour, contour, droite=True)
            ecart = debut + pas * 0.5
            while ecart < fin:
                libres, depuis = [], de
                for _, milieu, _, loin in sorted((x for x in siennes if abs(x[0] - ecart) < 0.62 * pas), key=lambda x: x[1]):
                    libres.append((depuis, milieu - loin - 5))
                    depuis = milieu + loin + 5
                nom = next(self.noms, "")
                for rang, (x, y) in enumerate([*libres, (depuis, a)]):
                    if y - x > 60:
                        self._trace("rue", nom if rang == 0 else next(self.noms, ""), sens, ecart, x, y, retour, contour)
                ecart += pas * self.hasard.uniform(0.85, 1.25) * (1 if sens == "h" else 1.5)

    def _trace(
        self, genre: str, nom: str, sens: str, ecart: float, de: float, a: float, retour, contour: list[Point], droite: bool = False
    ) -> None:
        """A line that bends a little, where it lies in the outline, on dry ground and in no park."""
        amplitude, phase = (0 if droite else 7), self.hasard.uniform(0, 6)
        part: list[Point] = []
        n = max(2, round((a - de) / 20))
        for rang in range(n + 2):
            u = de + (a - de) * min(rang, n) / n
            v = ecart + amplitude * sin(u / 130 + phase)
            point = retour(u, v) if sens == "h" else retour(v, u)
            if (
                rang <= n
                and (droite or _dans(point, contour))
                and self._a_sec(point)
                and not any(_dans(point, p) for p in self.parcs.values())
            ):
                part.append(point)
                continue
            if len(part) > 3:
                self.rues.append((genre, nom, part))
            part = []

    def _rails(self) -> Iterator[Trait]:
        voie, (de, a) = _plan(RAIL), TUNNEL_DU_RAIL
        voies = [tuple((x, y + rang * 5) for x, y in voie) for rang in range(-1, 2)]  # three side by side
        for dessous, part in (("", slice(0, de + 1)), (TUNNEL, slice(de, a + 1)), ("", slice(a, None))):
            yield from (Trait("rail", dessous, "", (une,)) for une in une_seule_voie([v[part] for v in voies], 16))
        tram, (de, a) = _plan(TRAM_A), TUNNEL_DU_TRAM
        for dessous, part in (("", slice(0, de + 1)), (TUNNEL, slice(de, a + 1)), ("", slice(a, None))):
            yield Trait("tram", dessous, "", (tuple(_courbe(tram[part])),))
        yield Trait("tram", "", "", (tuple(_courbe(_plan(TRAM_B))),))

    def _maisons(self) -> Iterator[Trait]:
        """Rows along the streets, none over a street, another house or water."""
        for genre, _, points in self.rues:
            self._prend(points, 13 if genre == "grande" else 9)
        for genre, _, points in self.rues:
            if genre not in ("rue", "moyenne", "grande", "pietonne"):
                continue
            for cote in (-1, 1):
                yield from self._rangee(points, cote, 16 if genre == "grande" else 12)

    def _prend(self, points: list[Point], loin: float) -> None:
        for (ax, ay), (bx, by) in zip(points, points[1:], strict=False):
            n = max(1, round(hypot(bx - ax, by - ay) / 5))
            for rang in range(n + 1):
                x, y = ax + (bx - ax) * rang / n, ay + (by - ay) * rang / n
                k = round(loin / 5)
                self.prises |= {
                    (round(x / 5) + i, round(y / 5) + j)
                    for i in range(-k, k + 1)
                    for j in range(-k, k + 1)
                    if i * i + j * j <= k * k
                }

    def _rangee(self, points: list[Point], cote: int, recul: float) -> Iterator[Trait]:
        droits = simplifie(points, 2.5)
        for (ax, ay), (bx, by) in zip(droits, droits[1:], strict=False):
            long = hypot((bx - ax) / UN[0], (by - ay) / UN[1])
            if long < 12:
                continue
            ux, uy = (bx - ax) / UN[0] / long, (by - ay) / UN[1] / long
            ou = 0.0
            while ou < long - 8:
                large, fond = min(self.hasard.uniform(11, 24), long - ou), self.hasard.uniform(10, 15)
                coins = [
                    (ax + (ux * u - uy * v * cote) * UN[0], ay + (uy * u + ux * v * cote) * UN[1])
                    for u, v in ((ou, recul), (ou + large, recul), (ou + large, recul + fond), (ou, recul + fond))
                ]
                ou += large + (0.0 if self.hasard.random() < 0.8 else self.hasard.uniform(4, 18))
                cases = {
                    (round(x / 5), round(y / 5))
                    for i in range(5)
                    for j in range(4)
                    for x, y in [
                        (
                            coins[0][0] + (coins[1][0] - coins[0][0]) * i / 4 + (coins[3][0] - coins[0][0]) * j / 3,
                            coins[0][1] + (coins[1][1] - coins[0][1]) * i / 4 + (coins[3][1] - coins[0][1]) * j / 3,
                        )
                    ]
                }
                interieur = {(x, y) for x, y in cases if len({(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)} & cases) > 1}
                if (
                    self.prises & interieur
                    or not all(self._a_sec(p) for p in coins)
                    or any(_dans(coins[0], p) for p in self.parcs.values())
                    or self.hasard.random() < 0.05
                ):
                    continue
                self.prises |= cases
                yield Trait("bati", "", "", (tuple(coins),))


def texte() -> str:
    return en_texte(Ville().traits(), BOITE, DATE, ATTRIBUTION)


if __name__ == "__main__":
    ICI.parent.mkdir(exist_ok=True)
    ICI.write_text(texte(), encoding="utf-8")
    print(f"{ICI} : {ICI.stat().st_size // 1000} Ko")
