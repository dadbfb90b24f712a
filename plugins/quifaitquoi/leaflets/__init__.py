"""Leaflets: a neighbourhood on paper, fitted to its pages, from the same directory as the site.

    composer(territoire, Demande("neudorf", "depliant")) -> Depliant      one leaflet
"""

from quifaitquoi.enrich.depliants import Demande
from quifaitquoi.leaflets.demande import DepliantImpossible, NeTientPas
from quifaitquoi.leaflets.fabrique import Depliant, composer

__all__ = ["Demande", "Depliant", "DepliantImpossible", "NeTientPas", "composer"]
