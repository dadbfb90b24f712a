"""Moments of life in the index: what they are called. They are no places, and stand apart from them."""

from __future__ import annotations

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.annuaire.model.vocabulaire import TempsDeVie
from quifaitquoi.langues import Langue, Traduit
from quifaitquoi.langues.marques import N_
from quifaitquoi.site.pages.trouver.vocabulaire import cherches, typo

TITRE = N_("Les moments de la vie")


def temps_de_vie(territoire: Territoire, langue: Langue) -> dict | None:
    """Their heading, and each as a right is (`droits.py`): slug, name, other words, what it is, whether that is still French."""
    source = territoire.source.directory.vocabulaire.temps_de_vie
    dits = [[t.slug, typo(t.nom, langue), cherches(*_dits(t), *_dits(source[t.slug])), typo(t.presentation or "", langue),
             int(bool(t.presentation) and not langue.francaise and not isinstance(t.presentation, Traduit))]
            for t in territoire.directory.vocabulaire.temps_de_vie.values()]
    return {"titre": langue.dire(TITRE), "tous": dits} if dits else None


def _dits(temps: TempsDeVie) -> list[str]:
    """Its names. A word alone names no moment: who lost a baby is not sent to where babies are expected."""
    return [dit for dit in (temps.nom, *(temps.synonymes or ())) if len(dit.split()) > 1]
