"""The streets of Port-Exemple, all invented: a coast with a harbour and an island, a river, bridges, tunnels, trams, named streets.

    build/venv/bin/python -m tests.rues_inventees        # writes tests/port-exemple/fond/rues.txt again

Streets that fiches stand in pass where the fiches are; the others fill the neighbourhoods. Same seed, same bytes.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from math import cos, hypot, radians, sin
from pathlib import Path

from quifaitquoi.annuaire.read.fond import PONT, TUNNEL, Trait, unites
from quifaitquoi.base.geometrie import Point, boite_de, simplifie
from quifaitquoi.edition.fond.chaines import mer, une_seule_voie
from quifaitquoi.edition.fond.ecriture import en_texte

ICI = Path(__file__).parent / "port-exemple/fond/rues.txt"
BOITE = tuple(round(cote) for coin in ((46.298, -3.105), (46.362, -2.995)) for cote in unites(*coin))
ATTRIBUTION, DATE = "© les cartographes de Port-Exemple (carte inventée)", "2026-10-01"
UN = (1.3, 0.9)  # units in a metre, east and north

COTE = [
    (46.366, -3.1040),
    (46.3520, -3.1010),
    (46.3440, -3.0985),
    (46.3400, -3.0972),
    (46.3330, -3.0965),
    (46.3262, -3.0952),
    (46.3247, -3.0890),
    (46.3252, -3.0820),
    (46.3238, -3.0742),
    (46.3205, -3.0738),
    (46.3176, -3.0712),
    (46.3166, -3.0668),
    (46.3172, -3.0652),
    (46.3188, -3.0641),
    (46.3195, -3.0630),
    (46.3200, -3.0619),
    (46.3193, -3.0606),
    (46.3181, -3.0598),
    (46.3174, -3.0594),
    (46.3169, -3.0570),
    (46.3163, -3.0551),
    (46.3166, -3.0541),
    (46.3150, -3.0528),
    (46.3124, -3.0505),
    (46.3096, -3.0440),
    (46.3074, -3.0345),
    (46.3092, -3.0260),
    (46.3124, -3.0190),
    (46.3105, -3.0110),
    (46.3060, -2.9900),
]
ILE = [
    (46.3058, -3.0902),
    (46.3034, -3.0872),
    (46.3029, -3.0800),
    (46.3070, -3.0756),
    (46.3094, -3.0776),
    (46.3101, -3.0800),
    (46.3117, -3.0806),
    (46.3108, -3.0882),
]
RIVIERE = [
    (46.366, -3.0620),
    (46.3540, -3.0590),
    (46.3450, -3.0565),
    (46.3370, -3.0572),
    (46.3310, -3.0566),
    (46.3262, -3.0551),
    (46.3215, -3.0545),
    (46.3160, -3.0544),
]

GRANDES = {
    "Avenue des Marées": (
        "grande",
        [
            (46.3224, -3.0612),
            (46.3236, -3.0578),
            (46.3246, -3.0549),
            (46.3262, -3.0522),
            (46.3292, -3.0478),
            (46.3322, -3.0468),
            (46.3344, -3.0458),
            (46.3380, -3.0434),
            (46.3402, -3.0422),
        ],
    ),
    "Route des Salines": (
        "grande",
        [
            (46.3190, -3.0593),
            (46.3193, -3.0545),
            (46.3192, -3.0480),
            (46.3186, -3.0385),
            (46.3168, -3.0328),
            (46.3143, -3.0262),
            (46.3140, -3.0190),
            (46.3150, -3.0080),
            (46.3140, -2.9900),
        ],
    ),
    "Boulevard de l'Océan": (
        "grande",
        [
            (46.3224, -3.0612),
            (46.3236, -3.0650),
            (46.3262, -3.0690),
            (46.3296, -3.0735),
            (46.3306, -3.0790),
            (46.3340, -3.0800),
            (46.3400, -3.0822),
            (46.3480, -3.0850),
            (46.3640, -3.0880),
        ],
    ),
    "Avenue du Belvédère": (
        "grande",
        [(46.3402, -3.0422), (46.3418, -3.0440), (46.3432, -3.0454), (46.3450, -3.0464), (46.3500, -3.0470), (46.3640, -3.0500)],
    ),
    "Rocade des Goémons": (
        "autoroute",
        [(46.3640, -3.0330), (46.3520, -3.0230), (46.3400, -3.0150), (46.3280, -3.0080), (46.3200, -2.9900)],
    ),
    "Boulevard des Alizés": (
        "moyenne",
        [(46.3402, -3.0422), (46.3380, -3.0360), (46.3330, -3.0310), (46.3262, -3.0290), (46.3168, -3.0328)],
    ),
    "Pont des Fanaux": (
        "moyenne",
        [(46.3340, -3.0800), (46.3352, -3.0700), (46.3350, -3.0620), (46.3346, -3.0569), (46.3340, -3.0500), (46.3344, -3.0458)],
    ),
    "Promenade des Dunes": (
        "pietonne",
        [
            (46.3254, -3.0770),
            (46.3262, -3.0822),
            (46.3276, -3.0840),
            (46.3300, -3.0842),
            (46.3334, -3.0853),
            (46.3390, -3.0930),
            (46.3440, -3.0960),
        ],
    ),
    "Quai des Goélands": (
        "rue",
        [(46.3172, -3.0662), (46.3190, -3.0647), (46.3199, -3.0637), (46.3207, -3.0626), (46.3203, -3.0612)],
    ),
    "Quai du Levant": ("rue", [(46.3203, -3.0612), (46.3190, -3.0593), (46.3178, -3.0587), (46.3173, -3.0569), (46.3168, -3.0551)]),
    "Chemin de la Vigie": ("rue", [(46.3432, -3.0454), (46.3455, -3.0425), (46.3478, -3.0400), (46.3510, -3.0390)]),
    "Chemin du Ponton": (
        "rue",
        [(46.3099, -3.0806), (46.3096, -3.0811), (46.3093, -3.0817), (46.3089, -3.0829), (46.3082, -3.0845)],
    ),
    "Rue du Bourg": ("rue", [(46.3082, -3.0800), (46.3086, -3.0822), (46.3082, -3.0845), (46.3068, -3.0870)]),
    "Chemin de Ronde": (
        "chemin",
        [
            (46.3082, -3.0845),
            (46.3098, -3.0868),
            (46.3104, -3.0840),
            (46.3099, -3.0806),
            (46.3088, -3.0776),
            (46.3068, -3.0766),
            (46.3040, -3.0803),
            (46.3042, -3.0860),
            (46.3068, -3.0870),
        ],
    ),
}
PONTS = {
    "Avenue des Marées": ((46.3243, -3.0557), (46.3250, -3.0542)),
    "Route des Salines": ((46.3193, -3.0553), (46.3193, -3.0537)),
    "Pont des Fanaux": ((46.3347, -3.0580), (46.3345, -3.0560)),
}
RAIL = [
    (46.3287, -3.0508),
    (46.3290, -3.0440),
    (46.3300, -3.0350),
    (46.3310, -3.0240),
    (46.3322, -3.0180),
    (46.3334, -3.0110),
    (46.3340, -2.9900),
]
TUNNEL_DU_RAIL = (3, 5)  # between these corners
TRAM_A = [
    (46.3176, -3.0664),
    (46.3183, -3.0655),
    (46.3200, -3.0636),
    (46.3206, -3.0624),
    (46.3224, -3.0612),
    (46.3236, -3.0578),
    (46.3246, -3.0549),
    (46.3262, -3.0522),
    (46.3285, -3.0500),
    (46.3312, -3.0470),
    (46.3344, -3.0458),
    (46.3380, -3.0434),
    (46.3402, -3.0422),
    (46.3432, -3.0454),
    (46.3450, -3.0464),
]
TUNNEL_DU_TRAM = (9, 11)
TRAM_B = [
    (46.3246, -3.0549),
    (46.3262, -3.0522),
    (46.3258, -3.0470),
    (46.3225, -3.0440),
    (46.3192, -3.0420),
    (46.3186, -3.0362),
    (46.3168, -3.0328),
    (46.3158, -3.0288),
]

# Each neighbourhood: its outline, how its streets lie, and the streets that fiches stand in: along (h) or across (v), how far.
QUARTIERS = {
    "Vieux-Port": (
        [(46.3186, -3.0715), (46.3240, -3.0722), (46.3275, -3.0640), (46.3268, -3.0562), (46.3182, -3.0553), (46.3190, -3.0655)],
        -6,
        78,
        [
            ("Rue des Filets", "h", (46.3222, -3.0666), 240),
            ("Rue de la Boussole", "h", (46.3228, -3.0618), 260),
            ("Rue du Phare", "h", (46.3235, -3.0697), 260),
            ("Rue de la Godille", "h", (46.3245, -3.0640), 330),
            ("Rue des Carreaux", "v", (46.3249, -3.0562), 170),
            ("Rue des Balises", "v", (46.3212, -3.0559), 180),
            ("Place de l'Hôtel-de-Ville", "h", (46.3216, -3.0607), 45),
            ("Place de la Criée", "v", (46.3187, -3.0653), 40),
        ],
    ),
    "Gare": (
        [(46.3226, -3.0538), (46.3350, -3.0555), (46.3345, -3.0462), (46.3296, -3.0440), (46.3226, -3.0450)],
        12,
        88,
        [
            ("Place des Voyageurs", "v", (46.3282, -3.0512), 90),
            ("Rue des Alphabets", "h", (46.3272, -3.0536), 160),
            ("Rue des Aiguillages", "v", (46.3295, -3.0495), 200),
            ("Rue de la Locomotive", "v", (46.3319, -3.0528), 210),
            ("Impasse du Pédalier", "h", (46.3262, -3.0486), 60),
        ],
    ),
    "La Saline": (
        [(46.3246, -3.0490), (46.3246, -3.0330), (46.3200, -3.0205), (46.3142, -3.0200), (46.3086, -3.0345), (46.3134, -3.0490)],
        -14,
        125,
        [
            ("Rue du Sel", "v", (46.3168, -3.0317), 210),
            ("Place des Embruns", "v", (46.3193, -3.0371), 70),
            ("Allée des Salicornes", "h", (46.3178, -3.0341), 150),
            ("Chemin des Marais", "h", (46.3148, -3.0332), 330),
            ("Rue des Tamaris", "v", (46.3236, -3.0474), 190),
        ],
    ),
    "Les Dunes": (
        [
            (46.3262, -3.0800),
            (46.3272, -3.0680),
            (46.3330, -3.0690),
            (46.3400, -3.0760),
            (46.3398, -3.0900),
            (46.3345, -3.0868),
            (46.3290, -3.0838),
        ],
        20,
        110,
        [
            ("Place du Kiosque", "v", (46.3311, -3.0805), 55),
            ("Rue des Oyats", "h", (46.3345, -3.0819), 330),
            ("Allée des Oyats", "h", (46.3358, -3.0879), 120),
        ],
    ),
    "Les Hauts": (
        [(46.3372, -3.0540), (46.3490, -3.0545), (46.3500, -3.0370), (46.3380, -3.0340)],
        33,
        105,
        [("Rue des Cerfs-volants", "h", (46.3423, -3.0436), 230), ("Place du Belvédère", "v", (46.3411, -3.0413), 95)],
    ),
    "Faubourg": ([(46.3300, -3.0655), (46.3480, -3.0680), (46.3480, -3.0600), (46.3300, -3.0590)], 3, 120, []),
}
PARCS = [
    ("Parc des Tamaris", (46.3364, -3.0484), 150),
    ("Jardin des Sauniers", (46.3139, -3.0345), 85),
    ("Square de l'Ancre", (46.3214, -3.0640), 38),
    ("Bois des Vents", (46.3440, -3.0270), 420),
    ("Cimetière de la Lande", (46.3420, -3.0650), 120),
    ("Grande Plage", (46.3300, -3.0900), 0),
]
ARRETS = [
    ("Quai des Goélands", (46.3202, -3.0622)),
    ("Criée", (46.3183, -3.0660)),
    ("Phare", (46.3236, -3.0701)),
    ("Marché aux Algues", (46.3262, -3.0560)),
    ("Saline-Centre", (46.3186, -3.0362)),
    ("Les Paludiers", (46.3159, -3.0288)),
    ("Hôpital", (46.3448, -3.0462)),
    ("Belvédère", (46.3409, -3.0405)),
    ("Grande Plage", (46.3318, -3.0842)),
    ("Embarcadère", (46.3171, -3.0668)),
    ("Embarcadère de l'île", (46.3098, -3.0807)),
]
REPERES = [
    ("Hôtel de ville", (46.3217, -3.0610)),
    ("Phare des Inventés", (46.3240, -3.0710)),
    ("Halle aux Poissons", (46.3193, -3.0660)),
    ("Hôpital du Large", (46.3454, -3.0470)),
    ("Théâtre des Brumes", (46.3256, -3.0600)),
    ("Lycée des Hauts", (46.3440, -3.0480)),
    ("Musée de la Corne de brume", (46.3262, -3.0658)),
]
SORTES = ("Rue", "Rue", "Rue", "Rue", "Rue", "Allée", "Passage", "Impasse")
CHOSES = " ".join("""
des Harenguiers, du Varech, des Bernaches, du Grand Mât, des Cordiers, du Jusant, des Lanternes, de la Drisse, des
Bigorneaux, des Courlis, du Vent d'Ouest, de la Marée basse, des Remmailleuses, du Hauban, des Patelles, de la Cambuse,
des Sardiniers, du Flot, des Paludières, de la Brise, des Mouillages, du Cabestan, des Goémoniers, de l'Écume, des Trois
Bouées, du Gouvernail, des Huîtriers, de la Barre, des Algues, du Corsaire imaginaire, des Crevettes grises, du Chenal,
des Lavoirs, de la Girouette, des Coquillages, du Brise-lames, de l'Ancre rouge, des Voiliers, du Petit Large, de la
Houle, des Bateliers, du Tourniquet, des Nacres, de la Vague, des Cirés jaunes, du Compas, des Embarcadères, de
l'Équinoxe, des Pluviers, du Rocher plat, de la Sirène muette, des Sabliers, du Grappin, des Lichens, de la Longue-vue,
des Mulettes, du Beau Temps, des Anémones, de l'Horizon, des Sternes, du Moulin à marée, des Oursins, du Bout du quai,
des Pêcheuses, du Fil de l'eau, des Salicornes, de la Dune blanche, des Ajoncs, du Sentier creux, des Genêts, de la
Lande, des Tisserands
""".split()).split(", ")


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
