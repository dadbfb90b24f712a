"""The usual spelling of hours: « 9h30-12h, 14h-17h » for « De 09:30 à 12h00 et 14 h - 17 h ».

A spelling is only changed where the readers get exactly the same from both.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from quifaitquoi.base.texte import signes

from .cles import lire_cle
from .fautes import HorairesIllisibles, Illisible
from .lecture import lire
from .modele import JOURNEE, Plage
from .osm import lire_osm
from .selecteurs import accentue
from .valeurs import Valeur, lire_valeur


@lru_cache(maxsize=4096)
def jours_ecrits(cle: str) -> str:
    """The left-hand side of a French line: in small letters, months and holidays with their accents."""
    essai = " ".join(signes(cle).lower().split())
    return _si_pareil(accentue(essai), cle, lire_cle)


@lru_cache(maxsize=4096)
def heures_ecrites(valeur: str) -> str:
    """The right-hand side of a French line: ranges as people read them on a door."""
    try:
        valeurs = lire_valeur(valeur)
    except Illisible:
        return valeur
    if any(v.etat == "inconnu" or (v.etat == "ouvert" and not v.plages) for v in valeurs):
        essai = " ".join(valeur.split())
    else:
        essai = ", ".join(_ligne(v) for v in valeurs)
    return _si_pareil(essai, valeur, lire_valeur)


@lru_cache(maxsize=4096)
def notation_ecrite(valeur: str) -> str:
    """An OpenStreetMap value in one spelling; a sentence of French lines is left as it is."""
    try:
        lire_osm(signes(valeur))
        return _si_pareil(lire(valeur).osm, valeur, lire)
    except (Illisible, HorairesIllisibles):
        return valeur


def _si_pareil(essai: str, avant: str, lecteur: Callable[[str], object]) -> str:
    try:
        return essai if lecteur(essai) == lecteur(avant) else avant
    except (Illisible, HorairesIllisibles):
        return avant


def _ligne(valeur: Valeur) -> str:
    if valeur.etat == "ferme":
        return "fermé"
    condition = f" {valeur.commentaire}" if valeur.commentaire else ""
    return ", ".join(plage_ecrite(plage) + condition for plage in valeur.plages)


def plage_ecrite(plage: Plage) -> str:
    fin = "" if plage.fin is None else "minuit" if plage.fin == JOURNEE else _heure(plage.fin % JOURNEE)
    return f"{_heure(plage.debut)}-{fin}"


def _heure(minutes: int) -> str:
    heures, reste = divmod(minutes, 60)
    return f"{heures}h{reste:02d}" if reste else f"{heures}h"
