"""Whom to call and where to go on a hard day: what annuaire.yml chose to print on « Ma feuille pour les jours difficiles »."""

from __future__ import annotations

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.model.annuaire import Urgence
from quifaitquoi.base.texte import cle_de_tri


def numeros(territoire: Territoire) -> tuple[Urgence, ...]:
    """The emergency numbers to print, in the order in which one calls them."""
    annuaire = territoire.directory.annuaire
    par_numero = {urgence.numero: urgence for urgence in annuaire.urgences}
    voulus = annuaire.jours_difficiles.numeros if annuaire.jours_difficiles else ()
    return tuple(par_numero[numero] for numero in voulus if numero in par_numero)


def lieux(territoire: Territoire) -> tuple[FicheVue, ...]:
    """The places in service that answer to the needs that were chosen, those that one only calls first; no number twice."""
    choix = territoire.directory.annuaire.jours_difficiles
    deja = {urgence.fiche for urgence in numeros(territoire)}
    trouves = {vue.slug: vue for besoin in (choix.besoins if choix else None) or () for vue in territoire.par_besoin.get(besoin, ())
               if vue.en_service and vue.slug not in deja}
    return tuple(sorted(trouves.values(), key=lambda vue: (vue.fiche.genre != "telephone", cle_de_tri(vue.fiche.nom))))
