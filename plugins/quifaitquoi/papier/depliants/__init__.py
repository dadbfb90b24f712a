"""Leaflets: a neighbourhood on paper, fitted to its pages, from the same directory as the site.

    composer(territoire, Demande("neudorf", "depliant")) -> Depliant      one leaflet
"""

from quifaitquoi.papier.depliants.demande import DepliantImpossible, NeTientPas
from quifaitquoi.papier.depliants.fabrique import Depliant, composer
from quifaitquoi.savoir.depliants import Demande

__all__ = ["Demande", "Depliant", "DepliantImpossible", "NeTientPas", "composer"]
