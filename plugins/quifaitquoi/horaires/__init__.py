"""Opening hours: what people write → one OpenStreetMap value → when it is open, a sentence, a week."""

from .calendrier import Calendrier, Ferie, feries
from .composition import composer
from .evaluable import osm_evaluable
from .evaluation import Intervalle, etat, intervalles, prochain_changement
from .fautes import Faute, HorairesIllisibles
from .lecture import lire
from .modele import Fermeture, Horaires
from .phrase import phrase
from .semaine import Ligne, Rangee, Saison, Semaine, semaine
from .vraisemblance import suspects

__all__ = [
    "Calendrier",
    "Faute",
    "Ferie",
    "Fermeture",
    "Horaires",
    "HorairesIllisibles",
    "Intervalle",
    "composer",
    "etat",
    "feries",
    "Ligne",
    "Rangee",
    "Saison",
    "Semaine",
    "intervalles",
    "lire",
    "osm_evaluable",
    "phrase",
    "prochain_changement",
    "semaine",
    "suspects",
]
