"""A stop of a round is open when nothing closes it: neither itself, nor what closes the whole fiche."""

from __future__ import annotations

from dataclasses import replace

from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.annuaire.model.lieu import Arret
from quifaitquoi.horaires import lire


def test_what_closes_the_fiche_closes_its_stops(territoire):
    vue = territoire.fiches["bus-des-soins"]
    entiere = {"lundi au vendredi": "9h-17h", "jours fériés": "fermé", "dernier vendredi du mois": "fermé"}
    vue = replace(vue, fiche=vue.fiche.model_copy(update={"horaires": lire(entiere), "fermetures": None}))
    arret = Arret(lieu="Place des essais", horaires=lire({"vendredi": "18h-20h"}))
    assert vue.horaires_de(arret).osm == "Fr 18:00-20:00; Fr[-1] off; PH off"
    assert vue.horaires_de(Arret(lieu="Place des essais")) is None


def test_a_stop_of_a_withheld_place_puts_it_in_no_zone(aujourdhui, directory):
    refuge = directory.fiches["refuge-horizon"]
    ecrite = refuge.model_copy(update={"tournee": (Arret(lieu="La gare", position=(46.3287, -3.0508)),)})
    ecrite.nomme(slug=refuge.slug, zone=refuge.zone)
    vue = enrichir(replace(directory, fiches={refuge.slug: ecrite}), aujourdhui).fiches[refuge.slug]
    assert [quartier.slug for quartier in vue.quartiers] == ["partout"]
