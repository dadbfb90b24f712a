"""Streets, water and buildings as SVG: one renderer for the tiles of the screen, the small map of a fiche and paper.

Vue(boite, taille)                 what part of the sheet, on how many units of the drawing
traces(fond, vue, style)           its shapes
places(fond, vue, feuille, …)      where its names go; those who set words put them there
"""

from quifaitquoi.dessins.rues.noms import Nom, places
from quifaitquoi.dessins.rues.styles import ECRAN, FICHE, HACHURES, PAPIER
from quifaitquoi.dessins.rues.traces import traces
from quifaitquoi.dessins.rues.vue import Vue

__all__ = ["ECRAN", "FICHE", "HACHURES", "Nom", "PAPIER", "Vue", "places", "traces"]
