"""The map of a leaflet: streets, the neighbourhood's shape, landmarks, numbered points that never overlap. Black on white.

Shapes are drawn here as SVG; words are only placed here: the template sets them, in the fonts and scripts of the page.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.annuaire.enrich.plan import Forme, Plan, Point, plan
from quifaitquoi.annuaire.geographie import Position
from quifaitquoi.annuaire.model.quartier import ARRETS, Quartier
from quifaitquoi.annuaire.read.fond import unites
from quifaitquoi.dessins.contours import chemin
from quifaitquoi.dessins.etiquettes import Feuille, abrege, largeur
from quifaitquoi.dessins.lignes import lignes_visibles, noms_des_lignes, trace_des_lignes
from quifaitquoi.dessins.rues import HACHURES, PAPIER, Nom, places, traces
from quifaitquoi.dessins.rues import Vue as VueDesRues
from quifaitquoi.papier.depliants.ecriture import Paroles
from quifaitquoi.paroles.situation import longueur

MARGE = 14.0
LOIN = 0.8  # points further away than this share of the zone would shrink everything else: they are named as off the map
REPERES = 14
FINESSE = 10  # of a point, in which streets are drawn
NOMS = 60
DES_RUES = frozenset({"autoroute", "grande", "moyenne", "rue", "pietonne", "eau", "parc"})
GRIS = "#666"  # 60 %: what a photocopier keeps


@dataclass(frozen=True)
class Carte:
    """`svg`: shapes, in points; `textes`: what is written over them (x, baseline, anchor, size, text, style); `dehors`: the
    numbers that are too far away to be drawn; `vagues`: whether one stands there only roughly; `attribution` of the background,
    or "".
    """

    svg: str
    textes: list[dict]
    alternative: str
    dehors: tuple[str, ...]
    vagues: bool
    attribution: str


def carte(territoire: Territoire, quartier: Quartier, points: Sequence[tuple[str, Position]], paroles: Paroles,
          taille: tuple[float, float], corps: float, vagues: Set[str] = frozenset()) -> Carte | None:
    """The drawing, `taille` in points, labels in `corps` points; None where there is nothing to draw. `vagues`: the numbers whose
    position is not that of a door."""
    relief = plan(territoire.directory)
    forme = relief.formes.get(quartier.slug)
    situes = [(numero, relief.point(position)) for numero, position in points]
    if forme is None and not situes:
        return None
    boite = forme.boite if forme else _boite([p for _, p in situes])
    proches = [(n, p) for n, p in situes if _pres(boite, p)]
    dehors = tuple(n for n, p in situes if not _pres(boite, p))
    vue = _Vue(_boite([(boite[0], boite[1]), (boite[2], boite[3]), *(p for _, p in proches)]), taille)
    feuille = Feuille(*taille)
    _ = paroles._
    schematique = quartier.schematique == "oui"
    metres, echelle = vue.echelle()
    feuille.prend((0, taille[1] - corps - 12, echelle + 16, taille[1]))
    feuille.prend((taille[0] - 22, 0, taille[0], 20 + corps))
    note = _("Contour approximatif") if schematique else ""
    if note:
        feuille.prend((0, 0, largeur(note, corps) + 10, corps + 8))
    numerotes, disques = _pastilles(vue, feuille, proches, corps, vagues)
    fond = territoire.directory.fond
    ou = vue.des_rues(relief)
    rues = traces(fond, ou, PAPIER) if fond else ""
    # Numbers first, then the streets that they stand in, then landmarks; the other streets take the room that is left.
    ici = [vue.pixel(point) for _, point in proches]
    premiers = places(fond, ou, feuille, corps, 2 * len(ici), ici, DES_RUES) if fond and ici else []
    lignes = lignes_visibles(relief.lignes, feuille, vue.pixel)
    desservis = frozenset(arret for ligne in territoire.directory.lignes.values() for arret in ligne.arrets)
    noms, signes = _reperes(vue, feuille, relief, corps, desservis)
    noms += [_texte(x, base, nom, corps, "middle", "nom") for x, base, nom in noms_des_lignes(lignes, feuille, corps)]
    dits = {nom.texte for nom in premiers}
    autres = [nom for nom in places(fond, ou, feuille, corps, NOMS, (), DES_RUES) if nom.texte not in dits] if fond else []
    textes = [*(_de_rue(nom) for nom in (*premiers, *autres)), *noms,
              _texte(6, taille[1] - 12, longueur(metres, paroles.langue), corps),
              _texte(taille[0] - 12, 17 + corps, _("N"), corps, "middle"), *numerotes]
    if note:
        textes.append(_texte(6, corps + 3, note, corps))
    dessin = "".join((
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{taille[0]:.1f}" height="{taille[1]:.1f}" '
        f'viewBox="0 0 {taille[0]:.1f} {taille[1]:.1f}">',
        f'{HACHURES}<g transform="scale({1 / FINESSE:g})" stroke-linecap="round" stroke-linejoin="round">{rues}</g>' * bool(rues),
        _zone(vue, forme, schematique),
        f'<path fill="none" stroke="#333" stroke-width="1.6" d="{trace_des_lignes(lignes)}"/>' * bool(lignes), signes, disques,
        f'<path fill="none" stroke="#000" stroke-width="1.2" d="M6 {taille[1] - 9:.1f}v4h{echelle:.1f}v-4"/>'
        f'<path d="M{taille[0] - 12:.1f} 4l5 12-5-3-5 3z"/></svg>'))
    numeros = ", ".join(n for n, _p in proches)
    alternative = (_("Plan : {zone}. Numéros sur le plan : {numeros}.", zone=quartier.nom, numeros=numeros) if numeros
                   else _("Plan : {zone}.", zone=quartier.nom))
    return Carte(dessin, textes, alternative, dehors, any(n in vagues for n, _p in proches), fond.attribution if fond else "")


def _boite(points: Sequence[Point]) -> tuple[float, float, float, float]:
    est, nord = [x for x, _ in points], [y for _, y in points]
    # One point alone still needs some streets around it.
    jeu = max(0, 300 - max(max(est) - min(est), max(nord) - min(nord))) / 2
    return min(est) - jeu, min(nord) - jeu, max(est) + jeu, max(nord) + jeu


def _pres(boite: tuple[float, float, float, float], point: Point) -> bool:
    ouest, sud, est, nord = boite
    jeu = LOIN * max(est - ouest, nord - sud)
    return ouest - jeu <= point[0] <= est + jeu and sud - jeu <= point[1] <= nord + jeu


class _Vue:
    """From metres to points on paper."""

    def __init__(self, boite: tuple[float, float, float, float], taille: tuple[float, float]) -> None:
        ouest, sud, est, nord = boite
        self.taille = taille
        self._x, self._y = (ouest + est) / 2, (sud + nord) / 2
        self.metres = max((est - ouest) / (taille[0] - 2 * MARGE), (nord - sud) / (taille[1] - 2 * MARGE), 0.1)

    def pixel(self, point: Point) -> Point:
        return (self.taille[0] / 2 + (point[0] - self._x) / self.metres,
                self.taille[1] / 2 - (point[1] - self._y) / self.metres)

    def echelle(self) -> tuple[int, float]:
        """A round length below a quarter of the width, in metres and in points."""
        metres = next((m for m in (5000, 2000, 1000, 500, 200, 100) if m / self.metres <= self.taille[0] / 4), 50)
        return metres, metres / self.metres

    def des_rues(self, relief: Plan) -> VueDesRues:
        """The same part of the world, for those who draw streets."""
        large, haut = self.taille[0] * self.metres / 2, self.taille[1] * self.metres / 2
        sud_ouest, nord_est = (unites(*relief.position((self._x + sens * large, self._y + sens * haut))) for sens in (-1, 1))
        return VueDesRues((*sud_ouest, *nord_est), *self.taille, FINESSE)


def _zone(vue: _Vue, forme: Forme | None, schematique: bool) -> str:
    if forme is None:
        return ""
    trait = f'fill="none" stroke="{GRIS}" stroke-width="2" stroke-linejoin="round"' + (
        ' stroke-dasharray="7 4"' if schematique else "")
    if not forme.anneaux:
        x, y = vue.pixel(forme.centre)
        return f'<circle {trait} cx="{x:.1f}" cy="{y:.1f}" r="{forme.rayon / vue.metres:.1f}"/>'
    return f'<path {trait} d="{chemin(forme, lambda coin: "{:.1f} {:.1f}".format(*vue.pixel(coin)))}"/>'


def _pastilles(vue: _Vue, feuille: Feuille, places: Sequence[tuple[str, Point]],
               corps: float, vagues: Set[str]) -> tuple[list[dict], str]:
    """Numbers in black discs, in white ones with a dashed edge where the position is not that of a door; one that would cover
    another moves aside, and a line leads back to its place."""
    haut = corps * 1.55
    traits, disques, textes = [], [], []
    for numero, point in places:
        x, y = vue.pixel(point)
        large = max(haut, largeur(numero, corps) + corps * 0.5)
        cx, cy = _libre(feuille, x, y, large, haut)
        feuille.prend((cx - large / 2 - 0.5, cy - haut / 2 - 0.5, cx + large / 2 + 0.5, cy + haut / 2 + 0.5))
        if hypot(cx - x, cy - y) > 1:
            traits.append(f'<path d="M{x:.1f} {y:.1f}L{cx:.1f} {cy:.1f}" stroke="#000" stroke-width="1"/>'
                          f'<circle cx="{x:.1f}" cy="{y:.1f}" r="1.8"/>')
        trait = 'fill="#fff" stroke="#000" stroke-dasharray="2.5 1.5"' if numero in vagues else 'stroke="#fff"'
        disques.append(
            f'<rect x="{cx - large / 2:.1f}" y="{cy - haut / 2:.1f}" width="{large:.1f}" height="{haut:.1f}" '
            f'rx="{haut / 2:.1f}" {trait} stroke-width="1"/>')
        textes.append(_texte(cx, cy + corps * 0.36, numero, corps, "middle", "vague" if numero in vagues else "numero"))
    return textes, "".join(traits) + "".join(disques)


def _libre(feuille: Feuille, x: float, y: float, large: float, haut: float) -> Point:
    """The free place nearest to (x, y), on widening rings; the last one tried where all the paper is taken."""
    x = min(max(x, large / 2 + 3), feuille.largeur - large / 2 - 3)
    y = min(max(y, haut / 2 + 3), feuille.hauteur - haut / 2 - 3)
    cx, cy = x, y
    for tour in range(0, 60):
        rayon = tour * haut * 0.35
        pas = max(1, tour * 4)
        for n in range(pas):
            angle = 2 * pi * n / pas
            cx, cy = x + rayon * cos(angle), y + rayon * sin(angle)
            if feuille.libre((cx - large / 2 - 0.5, cy - haut / 2 - 0.5, cx + large / 2 + 0.5, cy + haut / 2 + 0.5)):
                return cx, cy
    return cx, cy


def _reperes(vue: _Vue, feuille: Feuille, relief: Plan, corps: float, desservis: Set[str]) -> tuple[list[dict], str]:
    """Landmarks inside the frame, from the middle outwards, each with its name or not at all. Stops where no line is drawn (a city
    has hundreds, of buses) take the room that is left.
    """
    noms, signes = [], []
    milieu = (feuille.largeur / 2, feuille.hauteur / 2)
    ordre = sorted(((vue.pixel((est, nord)), repere) for est, nord, repere in relief.reperes),
                   key=lambda r: (r[1].genre == "arret" and r[1].slug not in desservis,
                                  hypot(r[0][0] - milieu[0], r[0][1] - milieu[1]), r[1].slug))
    for (x, y), repere in ordre:
        if len(noms) == REPERES:
            break
        nom = abrege(repere.nom, 28)
        placee = feuille.signale(x, y, 3, 5, nom, corps)
        if placee is None:
            continue
        gauche, base, ancre = placee
        signes.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.6" fill="#fff" stroke="#000" stroke-width="1.2"/>'
            if repere.genre in ARRETS
            else f'<rect x="{x - 2.4:.1f}" y="{y - 2.4:.1f}" width="4.8" height="4.8"/>'
        )
        noms.append(_texte(gauche, base, nom, corps, ancre, "nom"))
    return noms, "".join(signes)


def _texte(x: float, y: float, texte: str, corps: float, ancre: str = "start", style: str = "", angle: float = 0) -> dict:
    return {"x": round(x, 1), "y": round(y, 1), "a": ancre, "c": round(corps, 1), "t": texte, "s": style, "r": round(angle, 1)}


def _de_rue(nom: Nom) -> dict:
    # A line that is turned has no width of its own: its words must not part.
    return _texte(nom.x, nom.y + nom.corps * 0.36, nom.texte.replace(" ", "\u00a0"), nom.corps, "middle", "rue", nom.angle)
