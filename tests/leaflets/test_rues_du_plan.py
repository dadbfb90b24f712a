"""The plan of a leaflet shows the streets that the territory keeps, with their names, and prints whose they are."""

from dataclasses import replace
from datetime import date

import pytest

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.langues import langue
from quifaitquoi.papier.depliants import Demande, composer
from quifaitquoi.papier.depliants.carte import carte
from quifaitquoi.papier.depliants.ecriture import Paroles

JOUR = date(2026, 11, 20)


@pytest.fixture(scope="module")
def directory(port_exemple):
    return verifier(port_exemple, JOUR).directory


def test_a_leaflet_prints_streets_by_their_names_and_their_attribution(directory, texte, propre):
    avec = composer(enrichir(directory, JOUR), Demande("vieux-port"))
    sans = composer(enrichir(replace(directory, fond=None), JOUR), Demande("vieux-port"))
    assert propre("© les cartographes de Port-Exemple") in texte(avec.pdf) and "cartographes" not in texte(sans.pdf)
    assert avec.pdf == composer(enrichir(directory, JOUR), Demande("vieux-port")).pdf


def test_without_streets_the_plan_shows_lines_from_stop_to_stop_dark_enough_for_a_copier(directory):
    def plan_de(directory):
        territoire = enrichir(directory, JOUR)
        return carte(territoire, directory.quartiers["gare"], (), Paroles(directory, langue("fr")), (340, 220), 8)

    avec, sans = plan_de(replace(directory, fond=None)), plan_de(replace(directory, fond=None, lignes={}))
    assert {"Tram A, B", "Tram A"} & {texte["t"] for texte in avec.textes}
    assert 'stroke="#333"' in avec.svg and 'stroke="#333"' not in sans.svg
    assert not any(texte["t"].startswith("Tram") for texte in sans.textes)
