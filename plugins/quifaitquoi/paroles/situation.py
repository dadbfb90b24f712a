"""Where a fiche is, as a sentence: what the drawing says to those who do not see it, or do not read maps."""

from __future__ import annotations

from functools import lru_cache
from math import atan2, pi

from babel.numbers import format_decimal

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.enrich.plan import plan
from quifaitquoi.langues import Langue
from quifaitquoi.langues.marques import N_

# Counter-clockwise from the east, as angles are counted.
_VERS = (N_("à l'est"), N_("au nord-est"), N_("au nord"), N_("au nord-ouest"), N_("à l'ouest"), N_("au sud-ouest"),
         N_("au sud"), N_("au sud-est"))

# A name that starts with its kind joins the sentence; any other stands between quotation marks.
_DE_REPERE = {
    "arrêt": N_("de l'arrêt {nom}"), "gare": N_("de la gare {nom}"), "place": N_("de la place {nom}"),
    "parc": N_("du parc {nom}"), "pont": N_("du pont {nom}"), "station": N_("de la station {nom}"),
    "marché": N_("du marché {nom}"), "église": N_("de l'église {nom}"), "mairie": N_("de la mairie {nom}"),
}


def situation(vue: FicheVue, territoire: Territoire, langue: Langue) -> str | None:
    """« À 350 m au nord-est de l'arrêt Landsberg, dans Neudorf (tracé schématique) ».

    In `langue`, without a final full stop, plain text (escape it). None where the fiche has no position, or
    withholds it, or nothing is known around it. Distances as the crow flies.
    """
    if vue.position is None:
        return None
    carte = plan(territoire.directory)
    point = carte.point(vue.position)
    zone = carte.zone(vue)
    proches = carte.proches(vue, 1)
    dans = ""
    if zone:
        dans = langue.dire("{zone} (tracé schématique)", zone=zone.nom) if zone.schematique == "oui" else zone.nom
    if not proches:
        return langue.dire("Dans {zone}", zone=dans) if dans else None
    distance, x, y, repere = proches[0]
    if distance < 40:
        phrase = langue.dire("Tout près {de_repere}", de_repere=_de_repere(repere.nom, langue))
    else:
        phrase = langue.dire("À {distance} {vers} {de_repere}", distance=longueur(distance, langue),
                              vers=langue.dire(_VERS[round(atan2(point[1] - y, point[0] - x) / (pi / 4)) % 8]),
                              de_repere=_de_repere(repere.nom, langue))
    return langue.dire("{phrase}, dans {zone}", phrase=phrase, zone=dans) if dans else phrase


def longueur(metres: float, langue: Langue) -> str:
    """As one would say it: to 10 m below 100 m, to 50 m below 1 km, then to 100 m."""
    if metres < 975:
        pas = 10 if metres < 100 else 50
        return _longueur(round(metres / pas) * pas, langue)
    return _longueur(round(metres / 100) * 100, langue)


@lru_cache(maxsize=2_000)
def _longueur(metres: int, langue: Langue) -> str:
    if metres < 1000:
        return langue.dire("{n} m", n=format_decimal(metres, locale=langue.locale)).replace(" ", "\u00a0")
    return langue.dire("{n} km", n=format_decimal(metres / 1000, locale=langue.locale)).replace(" ", "\u00a0")


def _de_repere(nom: str, langue: Langue) -> str:
    genre, _, reste = nom.partition(" ")
    message = _DE_REPERE.get(genre.casefold())
    return langue.dire(message, nom=reste) if message and reste else langue.dire("de « {nom} »", nom=nom)
