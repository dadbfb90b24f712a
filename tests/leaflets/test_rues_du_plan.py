"""The plan of a leaflet shows the streets that the territory keeps, with their names, and prints whose they are."""

from dataclasses import replace
from datetime import date

import pytest

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.papier.depliants import Demande, composer

JOUR = date(2026, 11, 20)


@pytest.fixture(scope="module")
def directory(port_exemple):
    return verifier(port_exemple, JOUR).directory


def test_a_leaflet_prints_streets_by_their_names_and_their_attribution(directory, texte, propre):
    avec = composer(enrichir(directory, JOUR), Demande("vieux-port"))
    sans = composer(enrichir(replace(directory, fond=None), JOUR), Demande("vieux-port"))
    assert propre("© les cartographes de Port-Exemple") in texte(avec.pdf) and "cartographes" not in texte(sans.pdf)
    assert avec.pdf == composer(enrichir(directory, JOUR), Demande("vieux-port")).pdf
