"""The small drawn position on each fiche: streets, or the zone, around the point, its landmarks, scale and north, as inline SVG.

Everything is `currentColor`, so it is black on paper, and light in the dark; nothing depends on a style sheet.
"""

from __future__ import annotations

from html import escape
from math import hypot

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.enrich.plan import Forme, Point, Proche, plan
from quifaitquoi.annuaire.read.fond import unites
from quifaitquoi.dessins.contours import chemin
from quifaitquoi.dessins.etiquettes import Feuille, abrege, largeur
from quifaitquoi.dessins.lignes import Piece, lignes_visibles, noms_des_lignes, trace_des_lignes
from quifaitquoi.dessins.rues import FICHE, Vue, places, traces
from quifaitquoi.dessins.rues.carnet import carnet
from quifaitquoi.langues import Langue
from quifaitquoi.paroles.situation import longueur, situation

LARGEUR, HAUTEUR, MARGE = 320, 220, 30
CORPS, NOM_MAX = 12, 32
NOMMES = frozenset({"autoroute", "grande", "moyenne", "rue", "pietonne", "service", "eau", "parc", "gare", "arret"})
MEDAILLON = 66, 48  # units: the corner that shows the whole zone where the drawing shows a few streets
REPERES = 5
PRES = 800  # metres
ECART = 30  # units between the pin and the nearest landmark, where the whole zone is drawn
RUE = 1.75  # metres in a unit, where there are streets: a few blocks, with their names
VUE_MIN, VUE_MAX = 450, 2_600  # metres across the narrow side: a few streets, a large neighbourhood


def dessin(vue: FicheVue, territoire: Territoire, langue: Langue) -> str:
    """The SVG element (no style attribute, no script, no id), or "" where the fiche has no published position.

    Its text alternative is `situation`. Same input, same text. About 1 to 2 kB, with streets 4 to 9.
    """
    if vue.position is None:
        return ""
    if montre_les_rues(vue, territoire):
        return _parmi_les_rues(vue, territoire, langue)
    carte = plan(territoire.directory)
    ici = carte.point(vue.position)
    zone = carte.zone(vue)
    forme = carte.formes.get(zone.slug) if zone else None
    proches = carte.proches(vue, REPERES + 3)
    # Three landmarks tell where one is, as long as the third does not push the first two into a corner.
    portee = max(PRES, 1.5 * proches[0][0]) if proches else 0
    cadre = _Cadre(ici, vue.environ, [(x, y) for d, x, y, _ in proches[:3] if d <= portee], forme)

    feuille = Feuille(LARGEUR, HAUTEUR)
    px, py = cadre.pixel(ici)
    feuille.prend((px - 9, py - 22, px + 9, py + 4))  # the pin, or the middle of what stands for it
    feuille.prend((LARGEUR - 26, 0, LARGEUR, 40))  # the north
    echelle, metres = cadre.echelle()
    feuille.prend((0, HAUTEUR - 30, max(echelle, 40) + 16, HAUTEUR))
    schematique = forme is not None and zone.schematique == "oui"
    medaillon = _medaillon(forme, ici, schematique) if forme and cadre.deborde(forme) else ""
    if medaillon:
        feuille.prend((LARGEUR - MEDAILLON[0] - 6, HAUTEUR - MEDAILLON[1] - 6, LARGEUR, HAUTEUR))
    note = langue.texte("Contour approximatif") if schematique else ""
    if note:
        feuille.prend((0, HAUTEUR - 22, echelle + 24 + largeur(note, 11), HAUTEUR))
    lignes = lignes_visibles(carte.lignes, feuille, cadre.pixel)
    reperes = _reperes(cadre, feuille, proches, (px, py - 9))

    lang = _source(territoire, langue)
    marque = _ici(px, py, vue.environ / cadre.metres)
    return "".join((
        _debut(vue, territoire, langue),
        _zone(cadre, forme, schematique),
        _lignes(lignes, feuille, lang),
        marque if vue.environ else "",  # a ring is wide: names stand over it, a pin over names
        f'<g class="qfq-reperes" font-size="{CORPS}"{lang}>{reperes}</g>' if reperes else "",
        medaillon,
        "" if vue.environ else marque,
        _mesures(echelle, metres, langue),
        f'<text x="{echelle + 20:.0f}" y="{HAUTEUR - 8}">{escape(note)}</text>' if note else "",
        "</g></svg>",
    ))


def montre_les_rues(vue: FicheVue, territoire: Territoire) -> bool:
    """Whether the streets around it may be drawn: its position is published, known well enough, and there are streets there."""
    fond = territoire.directory.fond
    if fond is None or vue.position is None or 2 * vue.environ > RUE * HAUTEUR:
        return False
    x, y = unites(*vue.position)
    ouest, sud, est, nord = fond.boite
    return ouest <= x <= est and sud <= y <= nord


def _parmi_les_rues(vue: FicheVue, territoire: Territoire, langue: Langue) -> str:
    """The place among the streets around it. They are the same in every language, and drawn once a position."""
    fond, reperes = territoire.directory.fond, plan(territoire.directory).proches(vue, REPERES)
    cle = repr((vue.position, [(round(x), round(y), repere.nom) for _, x, y, repere in reperes]))
    rues = carnet(fond).garde(cle, lambda: _rues(vue, territoire, reperes))
    cadre = _Cadre(plan(territoire.directory).point(vue.position), 0, [], None, RUE)
    return "".join((
        _debut(vue, territoire, langue),
        rues.replace("<g ", f"<g{_source(territoire, langue)} ", 1),
        _ici(LARGEUR / 2, HAUTEUR / 2, vue.environ / RUE),
        _mesures(*cadre.echelle(), langue),
        f'<text class="qfq-credit"{_source(territoire, langue)} font-size="8" '
        f'x="{LARGEUR - 4}" y="{HAUTEUR - 4}" text-anchor="end">'
        f"{escape(fond.attribution)}</text>",
        "</g></svg>",
    ))


def _rues(vue: FicheVue, territoire: Territoire, reperes: list[Proche]) -> str:
    fond, ici = territoire.directory.fond, plan(territoire.directory).point(vue.position)
    ou = Vue.autour(vue.position, RUE, LARGEUR, HAUTEUR)
    cadre, feuille = _Cadre(ici, 0, [], None, RUE), Feuille(LARGEUR, HAUTEUR)
    px, py = LARGEUR / 2, HAUTEUR / 2
    feuille.prend((px - 9, py - 22, px + 9, py + 4))  # the pin
    feuille.prend((LARGEUR - 26, 0, LARGEUR, 40))  # the north
    feuille.prend((0, HAUTEUR - 30, cadre.echelle()[0] + 16, HAUTEUR))
    feuille.prend((LARGEUR - 8 - largeur(fond.attribution, 8), HAUTEUR - 13, LARGEUR, HAUTEUR))
    marques = _reperes(cadre, feuille, reperes, (px, py - 9))
    noms = places(fond, ou, feuille, CORPS - 1, 14, [(px, py)], NOMMES)
    textes = "".join(
        f'<text transform="translate({nom.x:.0f} {nom.y:.0f})rotate({nom.angle:.0f})" dy=".35em">{escape(nom.texte)}</text>'
        for nom in noms)
    return (f'<g class="qfq-rues">{traces(fond, ou, FICHE)}'
            f'<g class="qfq-noms" font-size="{CORPS - 1}" text-anchor="middle">{textes}</g>'
            f'<g class="qfq-reperes" font-size="{CORPS}">{marques}</g></g>')


def _source(territoire: Territoire, langue: Langue) -> str:
    """What marks the names of places in another language's page."""
    source = territoire.directory.annuaire.langues[0]
    return f' lang="{escape(source)}"' if langue.code != source else ""


def _debut(vue: FicheVue, territoire: Territoire, langue: Langue) -> str:
    alternative = situation(vue, territoire, langue) or langue.texte("Position de {nom}", nom=vue.fiche.nom)
    # Left to right whatever the page: names would otherwise start at the wrong side of their landmark.
    return (f'<svg class="qfq-dessin" viewBox="0 0 {LARGEUR} {HAUTEUR}" width="{LARGEUR}" height="{HAUTEUR}" role="img" '
            f'direction="ltr" fill="currentColor" aria-label="{escape(alternative)}">')


def _mesures(echelle: float, metres: int, langue: Langue) -> str:
    """Scale and north; the group is left open."""
    return ('<g class="qfq-mesures" font-size="11"><path fill="none" stroke="currentColor" stroke-width="1.5" '
            f'd="M8 {HAUTEUR - 12}v4h{echelle:.0f}v-4"/><text x="8" y="{HAUTEUR - 16}">{longueur(metres, langue)}</text>'
            f'<path d="M{LARGEUR - 14} 6l5 13-5-3-5 3z"/><text x="{LARGEUR - 14}" y="31" text-anchor="middle">'
            f'{escape(langue.texte("N"))}</text>')


class _Cadre:
    """Which part of the plan is drawn: the point and its landmarks, and all of the zone where that stays legible."""

    def __init__(self, ici: Point, environ: int, reperes: list[Point], forme: Forme | None, metres: float = 0) -> None:
        self._autour((ici[0] - environ, ici[1] - environ, ici[0] + environ, ici[1] + environ), reperes)
        self.metres = metres or self.metres
        if forme:
            serre = self._x, self._y, self.metres
            self._autour(forme.boite, [ici, *reperes])
            # The landmark that the sentence names must stand clear of the pin; without one, the zone is all there is.
            pres = hypot(reperes[0][0] - ici[0], reperes[0][1] - ici[1]) if reperes else 0
            if reperes and (self.metres * HAUTEUR > VUE_MAX or self.metres * ECART > max(pres, ECART * serre[2])):
                self._x, self._y, self.metres = serre

    def _autour(self, boite: tuple[float, float, float, float], points: list[Point]) -> None:
        ouest, est = min([boite[0], *(x for x, _ in points)]), max([boite[2], *(x for x, _ in points)])
        sud, nord = min([boite[1], *(y for _, y in points)]), max([boite[3], *(y for _, y in points)])
        self._x, self._y = (ouest + est) / 2, (sud + nord) / 2
        self.metres = max((est - ouest) / (LARGEUR - 2 * MARGE), (nord - sud) / (HAUTEUR - 2 * MARGE),
                          VUE_MIN / HAUTEUR)  # in a unit of the drawing

    def pixel(self, point: Point) -> Point:
        return LARGEUR / 2 + (point[0] - self._x) / self.metres, HAUTEUR / 2 - (point[1] - self._y) / self.metres

    def deborde(self, forme: Forme) -> bool:
        """Whether so little of the zone fits that one cannot see its shape."""
        return forme.etendue / self.metres ** 2 > 2 * LARGEUR * HAUTEUR

    def echelle(self) -> tuple[float, int]:
        """The longest round length that stays below a third of the width: (units, metres)."""
        metres = next((m for m in (10_000, 5_000, 2_000, 1_000, 500, 200, 100) if m / self.metres <= LARGEUR / 3), 50)
        return metres / self.metres, metres


def _ici(x: float, y: float, rayon: float) -> str:
    """A pin at the door; where only the street or the neighbourhood is known, a ring around all the places where it can be."""
    if rayon:
        return (f'<circle class="qfq-ici" cx="{x:.0f}" cy="{y:.0f}" r="{rayon:.0f}" fill-opacity=".18" stroke="currentColor" '
                'stroke-width="2" stroke-dasharray="5 4"/>')
    return (f'<path class="qfq-ici" d="M{x:.0f} {y:.0f}c-3-6-8-8-8-13a8 8 0 0 1 16 0c0 5-5 7-8 13zm-3-13a3 3 0 1 0 6 0'
            'a3 3 0 1 0-6 0z" fill-rule="evenodd"/>')


def _lignes(lignes: list[Piece], feuille: Feuille, lang: str) -> str:
    """Lines that pass, each with its name where landmarks left room."""
    if not lignes:
        return ""
    noms = "".join(f'<text x="{x:.0f}" y="{base:.0f}" text-anchor="middle">{escape(nom)}</text>'
                   for x, base, nom in noms_des_lignes(lignes, feuille, CORPS - 1))
    return (f'<g class="qfq-lignes" font-size="{CORPS - 1}"{lang}><path fill="none" stroke="currentColor" stroke-width="2" '
            f'stroke-opacity=".55" d="{trace_des_lignes(lignes)}"/>{noms}</g>')


def _medaillon(forme: Forme, ici: Point, schematique: bool) -> str:
    """All of the zone, small, in the corner, with a dot for the place; "" for a place outside it."""
    ouest, sud, est, nord = forme.boite
    if not (ouest <= ici[0] <= est and sud <= ici[1] <= nord):
        return ""
    large, haut = MEDAILLON
    metres = max((est - ouest) / (large - 8), (nord - sud) / (haut - 8))

    def pixel(x: float, y: float) -> str:
        return (f"{LARGEUR - 6 - large / 2 + (x - (ouest + est) / 2) / metres:.0f} "
                f"{HAUTEUR - 6 - haut / 2 - (y - (sud + nord) / 2) / metres:.0f}")

    if forme.anneaux:
        trace = f'<path fill-rule="evenodd" d="{chemin(forme, lambda coin: pixel(*coin))}"/>'
    else:
        x, y = pixel(*forme.centre).split()
        trace = f'<circle cx="{x}" cy="{y}" r="{forme.rayon / metres:.0f}"/>'
    x, y = pixel(*ici).split()
    trait = ' stroke-dasharray="3 2"' if schematique else ""
    return (f'<g class="qfq-medaillon" fill-opacity=".12" stroke="currentColor" stroke-opacity=".6"{trait}>{trace}'
            f'<circle cx="{x}" cy="{y}" r="2.5" fill-opacity="1" stroke="none"/></g>')


def _zone(cadre: _Cadre, forme: Forme | None, schematique: bool) -> str:
    if forme is None:
        return ""
    trait = ' stroke-dasharray="6 4"' if schematique else ""
    style = f'class="qfq-zone" fill-opacity=".07" stroke="currentColor" stroke-opacity=".6" stroke-width="1.5"{trait}'
    if not forme.anneaux:
        x, y = cadre.pixel(forme.centre)
        return f'<circle {style} cx="{x:.0f}" cy="{y:.0f}" r="{forme.rayon / cadre.metres:.0f}"/>'
    trace = chemin(forme, lambda coin: "{:.0f} {:.0f}".format(*cadre.pixel(coin)))
    return f'<path {style} fill-rule="evenodd" d="{trace}"/>'


def _reperes(cadre: _Cadre, feuille: Feuille, proches: list[Proche], tete: Point) -> str:
    """Squares with their names, nearest first, each only where its square and its name are free. `tete`: the head of the pin."""
    carres, noms = [], []
    for rang, (_, est, nord, repere) in enumerate(proches):
        if len(noms) == REPERES:
            break
        x, y = cadre.pixel((est, nord))
        nom = abrege(repere.nom, NOM_MAX)
        signalee = feuille.signale(x, y, 4, 7, nom, CORPS)
        # The pin may hide the very landmark that the sentence names: the name then stands beside the pin.
        placee = signalee or (feuille.place(*tete, 14, nom, CORPS) if rang == 0 else None)
        if placee is None:
            continue
        gauche, base, ancre = placee
        if signalee:
            carres.append(f"M{x - 3:.0f} {y - 3:.0f}h6v6h-6z")
        cote = "" if ancre == "start" else f' text-anchor="{ancre}"'
        noms.append(f'<text x="{gauche:.0f}" y="{base:.0f}"{cote}>{escape(nom)}</text>')
    return f'<path d="{"".join(carres)}"/>{"".join(noms)}' if noms else ""
