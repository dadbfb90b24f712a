"""From what is written to what can be shown: what a service takes from its fiche, where things are, what to trust."""

from quifaitquoi.annuaire.enrich.en_langue import en_langue
from quifaitquoi.annuaire.enrich.services import ServiceVu
from quifaitquoi.annuaire.enrich.territoire import FicheVue, Territoire, enrichir

__all__ = ["FicheVue", "ServiceVu", "Territoire", "en_langue", "enrichir"]
