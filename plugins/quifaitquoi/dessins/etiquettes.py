"""Labels that do not overlap: each takes the first free side of its point, or is left out."""

from __future__ import annotations

Boite = tuple[float, float, float, float]  # left, top, right, bottom

# No font is measured: these are wide enough for every common sans-serif, so that nothing touches.
CASE = 32  # units; about a name's length
_ETROITES, _LARGES = frozenset("iIljtfr.,;:'’!|()[] -"), frozenset("mwMWŒœÆæ@%")


def largeur(texte: str, corps: float) -> float:
    """An upper estimate of the width of `texte` set in `corps` units."""
    return corps * sum(0.36 if c in _ETROITES else 0.92 if c in _LARGES else 0.7 if c.isupper() else 0.6 for c in texte)


def abrege(texte: str, longueur: int) -> str:
    """At most `longueur` characters, cut at a word where that keeps most of it."""
    if len(texte) <= longueur:
        return texte
    debut = texte[:longueur - 1].rstrip()
    mot = debut.rfind(" ")
    return (debut[:mot] if mot > longueur * 2 // 3 else debut) + "…"


class Feuille:
    """The room there is: `largeur` × `hauteur` units, and the boxes already taken."""

    def __init__(self, largeur: float, hauteur: float) -> None:
        self.largeur, self.hauteur = largeur, hauteur
        self.prises: list[Boite] = []
        # The same by cells: a place is compared with its neighbours only.
        self._voisines: dict[tuple[int, int], list[Boite]] = {}

    def prend(self, boite: Boite) -> None:
        self.prises.append(boite)
        for case in _cases(boite):
            self._voisines.setdefault(case, []).append(boite)

    def rend(self, boite: Boite) -> None:
        self.prises.remove(boite)
        for case in _cases(boite):
            self._voisines[case].remove(boite)

    def libre(self, boite: Boite) -> bool:
        gauche, haut, droite, bas = boite
        if gauche < 2 or haut < 2 or droite > self.largeur - 2 or bas > self.hauteur - 2:
            return False
        voisines = self._voisines
        for case in _cases(boite):
            if case in voisines:
                for g, h, d, b in voisines[case]:
                    if gauche < d and g < droite and haut < b and h < bas:
                        return False
        return True

    def place(self, x: float, y: float, ecart: float, texte: str, corps: float) -> tuple[float, float, str] | None:
        """Where the text starts: (x, baseline, text-anchor), or None if no side of the point is free."""
        large, haut = largeur(texte, corps), corps * 1.15
        for gauche, milieu, ancre in ((x + ecart, y, "start"), (x - ecart - large, y, "end"),
                                      (x - large / 2, y + ecart + haut / 2, "middle"),
                                      (x - large / 2, y - ecart - haut / 2, "middle")):
            boite = (gauche, milieu - haut / 2, gauche + large, milieu + haut / 2)
            if self.libre(boite):
                self.prend(boite)
                depart = {"start": gauche, "end": gauche + large, "middle": x}[ancre]
                return depart, milieu + corps * 0.36, ancre
        return None

    def signale(self, x: float, y: float, demi: float, ecart: float, texte: str, corps: float) -> tuple[float, float, str] | None:
        """As `place`, beside a sign that takes `demi` on each side of the point: both have their room, or neither takes any."""
        signe = (x - demi, y - demi, x + demi, y + demi)
        if not self.libre(signe):
            return None
        self.prend(signe)
        placee = self.place(x, y, ecart, texte, corps)
        if placee is None:
            self.rend(signe)
        return placee


def _cases(boite: Boite) -> list[tuple[int, int]]:
    gauche, haut, droite, bas = boite
    rangs = range(int(haut // CASE), int(bas // CASE) + 1)
    return [(colonne, rang) for colonne in range(int(gauche // CASE), int(droite // CASE) + 1) for rang in rangs]
