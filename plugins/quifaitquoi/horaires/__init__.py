"""Opening hours: what people write → one OpenStreetMap value → when it is open, a sentence, a week."""

from .calendrier import Calendrier, Ferie, feries
from .composition import composer, contredites
from .en_lignes import en_lignes
from .evaluable import osm_evaluable
from .evaluation import Intervalle, etat, intervalles, prochain_changement
from .fautes import Faute, HorairesIllisibles
from .lecture import en_francais, lire
from .modele import Fermeture, Horaires, Regle
from .phrase import phrase
from .quinzaines import sauts
from .reponse import valeur_de_fiche
from .saisons import passees, plus_rien
from .semaine import Ligne, Rangee, Saison, Semaine, semaine
from .vacances import Vacances
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
    "contredites",
    "en_francais",
    "en_lignes",
    "etat",
    "feries",
    "Ligne",
    "Rangee",
    "Saison",
    "Semaine",
    "intervalles",
    "lire",
    "osm_evaluable",
    "passees",
    "phrase",
    "plus_rien",
    "prochain_changement",
    "Regle",
    "sauts",
    "semaine",
    "suspects",
    "Vacances",
    "valeur_de_fiche",
]
