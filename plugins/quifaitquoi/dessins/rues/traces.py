"""The shapes of a part of the sheet, one path a layer: areas, tunnels, streets with their sides, tracks, bridges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from quifaitquoi.annuaire.read.fond import PONT, SURFACES, TUNNEL, Fond, Trait
from quifaitquoi.base.geometrie import contenue, coupe_anneau, simplifie
from quifaitquoi.dessins.rues.styles import LARGEURS, RUES, Style
from quifaitquoi.dessins.rues.vue import Vue, parts

RAILS = ("rail", "tram")
SURFACES_DESSINEES = ("parc", "place", "mer", "eau", "bati")  # in this order, one over the other


def traces(fond: Fond, vue: Vue, style: Style) -> str:
    """SVG paths in units of the drawing × `vue.finesse`. Names of nothing are in it."""
    metres = vue.metres
    genres = frozenset(genre for genre in (*LARGEURS, *SURFACES) if style.montre(genre, metres))
    par: dict[tuple[str, str], list[Trait]] = defaultdict(list)
    for trait in fond.dans(vue.autour_de, genres):
        par[trait.genre, trait.niveau].append(trait)
    couches: list[tuple[str, str, float]] = []  # layer, path data, width
    for genre in SURFACES_DESSINEES:
        couches.append((genre, _surfaces(par[genre, ""], vue), 0))
    couches.append(("cours", _lignes(par["cours", ""], vue), style.largeur("cours", metres)))
    for genre in (*RUES, *RAILS):
        couches.append(("tunnel", _lignes(par[genre, TUNNEL], vue), max(1.0, style.largeur(genre, metres) / 3)))
    couches.append(("chemin", _lignes([*par["chemin", ""], *par["chemin", PONT]], vue), style.largeur("chemin", metres)))
    couches += _rues(par, vue, style, "", "bord")
    couches += [(genre, _lignes(par[genre, ""], vue), style.largeur(genre, metres)) for genre in RAILS]
    couches += _rues(par, vue, style, PONT, "pont")
    couches += [(genre, _lignes(par[genre, PONT], vue), style.largeur(genre, metres)) for genre in RAILS]
    return "".join(_path(couche, d, large, vue, style) for couche, d, large in couches if d and couche in style.couches)


def _rues(par: dict[tuple[str, str], list[Trait]], vue: Vue, style: Style, niveau: str, cote: str) -> list[tuple[str, str, float]]:
    """First all sides, then what lies between them: so streets open into one another."""
    bords, dedans = [], []
    for genre in RUES:
        if not (d := _lignes(par[genre, niveau], vue)):
            continue
        large = style.largeur(genre, vue.metres)
        if large < style.etroites:
            bords.append((cote, d, large))
        else:
            bords.append((cote, d, large + max(1.0, min(large * 0.22, 1.6))))
            dedans.append((genre, d, large))
    return bords + dedans


def _path(couche: str, d: str, large: float, vue: Vue, style: Style) -> str:
    trait = f' fill="none" stroke-width="{large * vue.finesse:.3g}"' if large else ' fill-rule="evenodd"'
    if large and "stroke=" not in style.couches[couche] and style.nom == "fiche":
        trait += ' stroke="currentColor"'
    return f'<path {style.couches[couche]}{trait} d="{d}"/>'


def _lignes(traits: Iterable[Trait], vue: Vue) -> str:
    return "".join([
        vue.trace(simplifie(vue.pixels(part), 0.3), ferme=False) for trait in traits for part in parts(trait, vue.autour_de)
    ])


def _surfaces(traits: Iterable[Trait], vue: Vue) -> str:
    morceaux = []
    for trait in traits:
        for anneau in trait.suites:
            if not contenue(trait.boite, vue.autour_de):
                anneau = coupe_anneau(anneau, vue.autour_de)
            if len(anneau) > 2:
                pixels = vue.pixels(anneau)
                morceaux.append(vue.trace(simplifie([*pixels, pixels[0]], 0.3)[:-1], ferme=True))
    return "".join(morceaux)
