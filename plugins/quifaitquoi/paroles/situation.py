"""Where a fiche is, as a sentence: what the drawing says to those who do not see it, or do not read maps."""

from __future__ import annotations

from functools import lru_cache
from math import atan2, pi

from babel.numbers import format_decimal

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.enrich.plan import Point, plan
from quifaitquoi.langues import Langue
from quifaitquoi.langues.marques import N_

# As `huitieme` counts them.
_VERS = (N_("à l'est"), N_("au nord-est"), N_("au nord"), N_("au nord-ouest"), N_("à l'ouest"), N_("au sud-ouest"),
         N_("au sud"), N_("au sud-est"))

# From a door, then from a position that is less.
A_ENVIRON = (N_("À {distance} {vers} {de_repere}"), N_("À environ {distance} {vers} {de_repere}"))

# A name that starts with its kind joins the sentence; any other stands between quotation marks.
_DE_REPERE = {
    "arrêt": N_("de l'arrêt {nom}"), "gare": N_("de la gare {nom}"), "place": N_("de la place {nom}"),
    "parc": N_("du parc {nom}"), "pont": N_("du pont {nom}"), "station": N_("de la station {nom}"),
    "marché": N_("du marché {nom}"), "église": N_("de l'église {nom}"), "mairie": N_("de la mairie {nom}"),
}


def situation(vue: FicheVue, territoire: Territoire, langue: Langue) -> str | None:
    """« À 350 m au nord-est de l'arrêt Landsberg, dans Neudorf (contour approximatif) ».

    In `langue`, without a final full stop, plain text (escape it). None where the fiche has no position, or
    withholds it, or nothing is known around it. Distances as the crow flies, « à environ » from a street; from a
    neighbourhood, none means anything.
    """
    if vue.position is None:
        return None
    carte = plan(territoire.directory)
    point = carte.point(vue.position)
    zone = carte.zone(vue)
    proches = carte.proches(vue, 1) if vue.precision != "quartier" else []
    dans = ""
    if zone:
        dans = langue.dire("{zone} (contour approximatif)", zone=zone.nom) if zone.schematique == "oui" else zone.nom
    if not proches:
        return langue.dire("Dans {zone}", zone=dans) if dans else None
    distance, x, y, repere = proches[0]
    if distance < 40 and not vue.environ:
        phrase = langue.dire("Tout près {de_repere}", de_repere=_de_repere(repere.nom, langue))
    elif distance < vue.environ:  # which way the door is from there, nobody knows
        phrase = langue.dire("À environ {distance} {de_repere}", distance=longueur(distance, langue, True),
                             de_repere=_de_repere(repere.nom, langue))
    else:
        phrase = langue.dire(A_ENVIRON[vue.environ > 0], distance=longueur(distance, langue, vue.environ > 0),
                              vers=langue.dire(_VERS[huitieme((x, y), point)]),
                              de_repere=_de_repere(repere.nom, langue))
    return langue.dire("{phrase}, dans {zone}", phrase=phrase, zone=dans) if dans else phrase


def huitieme(de: Point, vers: Point) -> int:
    """Which of the eight directions leads from one point to the other: 0 is the east, then counter-clockwise."""
    return round(atan2(vers[1] - de[1], vers[0] - de[0]) / (pi / 4)) % 8


def longueur(metres: float, langue: Langue, environ: bool = False) -> str:
    """As one would say it: to 10 m below 100 m, to 50 m below 1 km, then to 100 m. `environ`: from what is not a door, never less
    than 50 m."""
    if metres < 975:
        pas = 10 if metres < 100 and not environ else 50
        return _longueur(max(round(metres / pas), int(environ)) * pas, langue)
    return _longueur(round(metres / 100) * 100, langue)


@lru_cache(maxsize=2_000)
def _longueur(metres: int, langue: Langue) -> str:
    if metres < 1000:
        return langue.dire("{n} m", n=format_decimal(metres, locale=langue.locale)).replace(" ", "\u00a0")
    return langue.dire("{n} km", n=format_decimal(metres / 1000, locale=langue.locale)).replace(" ", "\u00a0")


def de_repere(nom: str) -> tuple[str, str]:
    """What follows a distance: « de l'arrêt {nom} » and « Landsberg », « de « {nom} » » and « Phare vert »."""
    genre, _, reste = nom.partition(" ")
    message = _DE_REPERE.get(genre.casefold())
    return (message, reste) if message and reste else (N_("de « {nom} »"), nom)


def _de_repere(nom: str, langue: Langue) -> str:
    message, nom = de_repere(nom)
    return langue.dire(message, nom=nom)
