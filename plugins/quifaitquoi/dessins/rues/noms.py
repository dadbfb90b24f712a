"""Where the names of streets, waters, parks, stops and landmarks go: along what they name, none over another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import atan2, ceil, cos, degrees, hypot, radians, sin

from quifaitquoi.annuaire.read.fond import TUNNEL, Fond, Trait
from quifaitquoi.base.geometrie import Point, coupe_anneau, simplifie
from quifaitquoi.dessins.etiquettes import Feuille, abrege, largeur
from quifaitquoi.dessins.rues.vue import Vue, parts

# The larger a street, the sooner its name is looked for; names are read up to that many metres in a unit of the drawing.
RUES = {
    "autoroute": (2, 13),
    "grande": (0, 26),
    "moyenne": (1, 13),
    "pietonne": (3, 6.5),
    "rue": (3, 6.5),
    "service": (5, 2.2),
    "chemin": (6, 2.2),
}
SURFACES = {"eau": 30, "parc": 13, "place": 2.2}
LIEUX = {"gare": 13, "repere": 2.2, "arret": 2.2}
COURBE = 0.42  # of the size of letters: how far a street may stray from the straight line of its name
LOIN = 300  # units of the drawing between a name and the same name again
NOM_MAX = 40
PRES = 30  # metres from a place to the street that it stands in
ABREGES = {
    "Boulevard": "Bd",
    "Avenue": "Av.",
    "Place": "Pl.",
    "Rue": "R.",
    "Impasse": "Imp.",
    "Chemin": "Ch.",
    "Route": "Rte",
    "Allée": "All.",
    "Passage": "Pass.",
    "Square": "Sq.",
    "Faubourg": "Fg",
}


@dataclass(frozen=True)
class Nom:
    """A name around (x, y), turned by `angle` degrees; what it names is of the kind `genre`. `signe`: where its sign stands."""

    texte: str
    x: float
    y: float
    angle: float
    corps: float
    genre: str
    signe: Point | None = None


def places(
    fond: Fond,
    vue: Vue,
    feuille: Feuille,
    corps: float,
    au_plus: int = 60,
    pres: Sequence[Point] = (),
    genres: frozenset[str] | None = None,
) -> list[Nom]:
    """The names that fit on `feuille`, which takes their room. `corps`: size of letters.

    `pres` holds places of the drawing: a street that one of them stands in is named before any other.
    """
    veut: Callable[[str, float], bool] = lambda genre, limite: vue.metres <= limite and (genres is None or genre in genres)
    traits = [
        t
        for t in fond.dans(vue.boite, {g for g in (*RUES, *SURFACES, *LIEUX) if genres is None or g in genres})
        if t.nom and t.niveau != TUNNEL
    ]
    noms: list[Nom] = []
    for nom in _essais(traits, vue, feuille, corps, pres, veut):
        noms.append(nom)
        if len(noms) == au_plus:
            break
    return noms


def _essais(
    traits: list[Trait], vue: Vue, feuille: Feuille, corps: float, pres: Sequence[Point], veut: Callable[[str, float], bool]
) -> Iterator[Nom]:
    yield from _lieux([t for t in traits if t.genre == "gare" and veut("gare", LIEUX["gare"])], vue, feuille, corps)
    loin = 2 if pres else 1  # the streets of those places are named on smaller scales too
    yield from _rues([t for t in traits if t.genre in RUES and veut(t.genre, RUES[t.genre][1] * loin)], vue, feuille, corps, pres)
    yield from _surfaces([t for t in traits if t.genre in SURFACES and veut(t.genre, SURFACES[t.genre])], vue, feuille, corps)
    for genre in ("repere", "arret"):
        yield from _lieux([t for t in traits if t.genre == genre and veut(genre, LIEUX[genre])], vue, feuille, corps * 0.92)


def _rues(traits: list[Trait], vue: Vue, feuille: Feuille, corps: float, pres: Sequence[Point]) -> Iterator[Nom]:
    par_nom: dict[str, list[Trait]] = defaultdict(list)
    for trait in traits:
        par_nom[trait.nom].append(trait)
    rues = []
    for nom, siens in par_nom.items():
        lignes = [simplifie(vue.pixels(part), 0.5) for trait in siens for part in parts(trait, vue.boite)]
        if lignes:
            rang = min(RUES[trait.genre][0] for trait in siens)
            etendue = sum(hypot(l[-1][0] - l[0][0], l[-1][1] - l[0][1]) for l in lignes)
            proche = min((_ecart(p, l) for p in pres for l in lignes), default=99.0)
            loin = proche * vue.metres > PRES
            if loin and vue.metres > max(RUES[trait.genre][1] for trait in siens):
                continue
            rues.append(((loin, 0 if loin else proche, rang, -etendue, nom), nom, lignes))
    for (loin, _, rang, *_), nom, lignes in sorted(rues, key=lambda rue: rue[0]):
        taille = corps * 1.08 if rang == 0 else corps
        mis: list[Point] = []
        droites = [*_droites(lignes, taille * COURBE)]
        for texte, assez in _essais_d_un_nom(nom, bool(loin)):
            large = largeur(texte, taille)
            for x, y, angle in _milieux(droites, large * assez, feuille, () if loin else pres):
                if all(hypot(x - mx, y - my) > LOIN for mx, my in mis) and prend(feuille, x, y, angle, large, taille):
                    mis.append((x, y))
                    yield Nom(texte, x, y, angle, taille, "rue")
            if mis:
                break


def _essais_d_un_nom(nom: str, loin: bool) -> Iterator[tuple[str, float]]:
    """A name and how much of it must lie along its street: the street one looks for is named even where it bends."""
    court = abrege(_abrege(nom), NOM_MAX)
    yield from dict.fromkeys(((abrege(nom, NOM_MAX), 1.0), (court, 1.0)))
    if not loin:
        yield court, 0.5


def _droites(lignes: list[list[Point]], ecart: float) -> Iterator[tuple[Point, Point, float]]:
    """Ends and lengths of the stretches from which no corner between them strays by more than `ecart`."""
    for ligne in lignes:
        for debut, (ax, ay) in enumerate(ligne):
            for fin in range(debut + 1, min(len(ligne), debut + 24)):
                bx, by = ligne[fin]
                corde = hypot(bx - ax, by - ay)
                if corde and any(
                    abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / corde > ecart for x, y in ligne[debut + 1 : fin]
                ):
                    break
                yield (ax, ay), (bx, by), corde


def _milieux(
    droites: list[tuple[Point, Point, float]], large: float, feuille: Feuille, pres: Sequence[Point]
) -> Iterator[tuple[float, float, float]]:
    """Middles of the stretches that are long enough for a text, with their angle: the best first."""
    milieu = (feuille.largeur / 2, feuille.hauteur / 2)
    trouvees = []
    for (ax, ay), (bx, by), corde in droites:
        if corde < large + 4:
            continue
        angle = degrees(atan2(by - ay, bx - ax))
        angle = angle - 180 if angle > 90 else angle + 180 if angle <= -90 else angle
        # Along a long stretch there are several places; the middle one first.
        jeu = (corde - large - 4) / corde / 2
        for part in (0.5, 0.5 - jeu * 0.6, 0.5 + jeu * 0.6, 0.5 - jeu, 0.5 + jeu):
            x, y = ax + (bx - ax) * part, ay + (by - ay) * part
            vers = min((hypot(x - px, y - py) for px, py in pres), default=0.25 * hypot(x - milieu[0], y - milieu[1]))
            trouvees.append((vers, x, y, angle))
    return ((x, y, angle) for _, x, y, angle in sorted(trouvees)[:60])


def _surfaces(traits: list[Trait], vue: Vue, feuille: Feuille, corps: float) -> Iterator[Nom]:
    for trait in sorted(traits, key=lambda t: (-(t.boite[2] - t.boite[0]) * (t.boite[3] - t.boite[1]), t.nom)):
        anneau = max((coupe_anneau(suite, vue.boite) for suite in trait.suites), key=len)
        if not anneau:
            continue
        for texte in dict.fromkeys((abrege(trait.nom, NOM_MAX), abrege(_abrege(trait.nom), NOM_MAX))):
            large = largeur(texte, corps)
            ici = next(
                (
                    (x, y)
                    for x, y, place in _dedans(vue.pixels(anneau))
                    if place > large + 4 and prend(feuille, x, y, 0, large, corps)
                ),
                None,
            )
            if ici:
                yield Nom(texte, *ici, 0, corps, trait.genre)
                break


def _dedans(anneau: list[Point]) -> list[tuple[float, float, float]]:
    """On a few lines across a ring, the middle of the widest part inside and its width: the widest first."""
    haut, bas = min(y for _, y in anneau), max(y for _, y in anneau)
    trouvees = []
    for part in (0.5, 0.35, 0.65, 0.2, 0.8):
        ligne = haut + (bas - haut) * part
        xs = sorted(
            ax + (ligne - ay) * (bx - ax) / (by - ay)
            for (ax, ay), (bx, by) in zip(anneau, [*anneau[1:], anneau[0]], strict=True)
            if (ay > ligne) != (by > ligne)
        )
        trouvees += [((a + b) / 2, ligne, b - a) for a, b in zip(xs[::2], xs[1::2], strict=False)]
    return sorted(trouvees, key=lambda t: -t[2])


def _lieux(traits: list[Trait], vue: Vue, feuille: Feuille, corps: float) -> Iterator[Nom]:
    mis: dict[str, Point] = {}
    for trait in sorted(traits, key=lambda t: (t.nom, t.boite)):
        x, y = vue.pixels(trait.suites[0])[0]
        # A stop has a post on each side of the street.
        if trait.nom in mis and hypot(x - mis[trait.nom][0], y - mis[trait.nom][1]) < LOIN:
            continue
        texte = abrege(trait.nom, 30)
        placee = feuille.signale(x, y, 4, 6, texte, corps)
        if placee is None:
            continue
        mis[trait.nom] = (x, y)
        debut, base, ancre = placee
        large = largeur(texte, corps)
        milieu = debut + large / 2 if ancre == "start" else debut - large / 2 if ancre == "end" else debut
        yield Nom(texte, milieu, base - corps * 0.36, 0, corps, trait.genre, (x, y))


def prend(feuille: Feuille, x: float, y: float, angle: float, large: float, corps: float) -> bool:
    """Whether a text that is turned has its room, which is taken then: squares along its line."""
    cote = corps * 1.15
    nombre = max(1, ceil(large / cote)) if abs(angle) > 4 else 1
    demi = cote / 2 if nombre > 1 else large / 2
    pas, dx, dy = large / nombre, cos(radians(angle)), sin(radians(angle))
    boites = []
    for rang in range(nombre):
        loin = (rang + 0.5) * pas - large / 2
        cx, cy = x + loin * dx, y + loin * dy
        boite = cx - demi, cy - cote / 2, cx + demi, cy + cote / 2
        if not feuille.libre(boite):  # of the places that are tried, most are taken: the squares that follow are never measured
            return False
        boites.append(boite)
    for boite in boites:
        feuille.prend(boite)
    return True


def _abrege(nom: str) -> str:
    mot, _, reste = nom.partition(" ")
    return f"{ABREGES[mot]} {reste}" if mot in ABREGES and reste else nom


def _ecart(point: Point, ligne: list[Point]) -> float:
    """How far a place is from a line."""
    x, y = point
    meilleur = 1e9
    for (ax, ay), (bx, by) in zip(ligne, ligne[1:], strict=False):
        long = (bx - ax) ** 2 + (by - ay) ** 2
        part = min(1.0, max(0.0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / long)) if long else 0.0
        meilleur = min(meilleur, hypot(ax + part * (bx - ax) - x, ay + part * (by - ay) - y))
    return meilleur
