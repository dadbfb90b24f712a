"""Guides, kits and courses in the index: what they are called and for what. They are no places, and stand apart from them."""

from __future__ import annotations

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.langues import Langue, Traduit
from quifaitquoi.langues.marques import N_
from quifaitquoi.savoir.ressources import toutes
from quifaitquoi.site.pages.trouver.vocabulaire import cherches, typo

TITRE = N_("À lire, à apprendre")


def ressources(territoire: Territoire, langue: Langue) -> dict | None:
    """Their heading, and each as a right is (`droits.py`): slug, name, other words, what it is, whether that is still French."""
    source = territoire.source.directory.ressources
    dites = [[r.slug, typo(r.nom, langue), cherches(r.nom, r.synonymes, source[r.slug].nom, source[r.slug].synonymes),
              typo(r.presentation, langue), int(not langue.francaise and not isinstance(r.presentation, Traduit))]
             for r in toutes(territoire)]
    return {"titre": langue.dire(TITRE), "tous": dites} if dites else None
