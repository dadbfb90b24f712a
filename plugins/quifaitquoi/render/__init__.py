"""Pages: from the territory to HTML. Knows no generator and opens no file but its templates.

    planifier(territoire, langue, ecrites, memoire)  -> [Feuille]   every page of one language, not rendered yet
    feuille.faire()                                  -> Page        the page, without its frame
    Memoire()                                        what a preview keeps from one plan to the next
"""

from quifaitquoi.render.ecrites import Ecrite
from quifaitquoi.render.memoire import Memoire
from quifaitquoi.render.page import Feuille, Page
from quifaitquoi.render.plan import commun, planifier

__all__ = ["Ecrite", "Feuille", "Memoire", "Page", "commun", "planifier"]
