"""Streets as drawings: the small map of a fiche, the squares of the screen. Names stay text; nothing withheld is drawn."""

import gzip
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date

import pytest
from tests.rues_inventees import ICI

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.annuaire.read.fond import Trait, comprendre, lire_fond
from quifaitquoi.dessins.etiquettes import Feuille
from quifaitquoi.dessins.position import dessin
from quifaitquoi.dessins.rues import FICHE, Vue, places, traces
from quifaitquoi.dessins.rues.tuiles import toutes, tuile
from quifaitquoi.edition.fond.ecriture import en_texte
from quifaitquoi.langues import langue
from quifaitquoi.site.pages.cartes import tuiles

JOUR = date(2026, 11, 20)


@pytest.fixture(scope="module")
def port(port_exemple):
    return enrichir(verifier(port_exemple, JOUR).directory, JOUR)


@pytest.fixture(autouse=True)
def cache(monkeypatch, tmp_path):
    monkeypatch.setenv("QUIFAITQUOI_CACHE", str(tmp_path))


def test_the_small_map_of_a_fiche_names_the_streets_around_its_door_and_says_whose_they_are(port):
    svg = dessin(port.fiches["la-bouee"], port, langue("fr"))
    assert "Rue des Filets" in svg and port.directory.fond.attribution in svg and "<script" not in svg
    assert len(gzip.compress(svg.encode())) <= 4_000
    ET.fromstring(svg)


def test_each_small_map_weighs_at_most_four_thousand_bytes(port):
    assert all(len(gzip.compress(dessin(vue, port, langue("ar")).encode())) <= 4_000 for vue in port.fiches.values())


def test_a_fiche_that_withholds_its_address_has_no_map(port):
    retenues = [vue for vue in port.fiches.values() if vue.retenue]
    assert retenues and not any(dessin(vue, port, langue("fr")) for vue in retenues)


def test_a_place_beyond_the_streets_is_drawn_as_without_them(port):
    vue = replace(port.fiches["la-bouee"], position=(46.35, -3.2))
    assert port.directory.fond.attribution not in dessin(vue, port, langue("fr"))


def test_a_map_that_was_drawn_is_the_same_when_it_is_kept(port):
    vue = port.fiches["la-bouee"]
    assert dessin(vue, port, langue("fr")) == dessin(vue, port, langue("fr"))


def test_the_squares_cover_the_box_at_each_zoom_and_are_the_same_twice(port):
    une = tuiles(port)
    assert une == tuiles(port)
    assert {chemin.split("/")[1] for chemin in une} == {str(z) for z in range(11, 16)}
    assert "Rue des Filets" in "".join(une.values())


def test_a_territory_without_streets_has_no_square(port):
    assert tuiles(replace(port, directory=replace(port.directory, fond=None))) == {}


def test_a_hostile_name_is_text_in_every_drawing():
    mal = "<script>alert(1)</script>&\"'"
    boite = (-310_000, 4_630_000, -300_000, 4_636_000)
    rue = Trait("grande", "", mal, (((-309_000, 4_632_000), (-301_000, 4_632_000)),))
    fond = comprendre(en_texte([rue], boite, "2026-10-01", "© les cartographes"))
    svgs = [tuile(fond, *zxy) for zxy in toutes(fond)]
    assert any("alert(1)" in svg for svg in svgs) and not any("<script" in svg for svg in svgs)
    for svg in svgs:
        ET.fromstring(svg)


def test_names_keep_clear_of_one_another_and_of_what_was_there_before():
    fond, feuille = lire_fond(ICI), Feuille(320, 220)
    prise = (100.0, 60.0, 220.0, 160.0)
    feuille.prend(prise)
    noms = places(fond, Vue.autour((46.3222, -3.0640), 1.75, 320, 220), feuille, 11)
    assert len(noms) > 4
    boites = feuille.prises[1:]
    assert not any(b[0] < prise[2] and prise[0] < b[2] and b[1] < prise[3] and prise[1] < b[3] for b in boites)


def test_a_tunnel_is_dashed_and_never_a_street():
    boite = (-310_000, 4_630_000, -300_000, 4_636_000)
    tunnel = Trait("grande", "-", "Tunnel", (((-306_000, 4_632_000), (-304_000, 4_632_000)),))
    fond = comprendre(en_texte([tunnel], boite, "2026-10-01", "©"))
    svg = traces(fond, Vue(boite, 1000, 600), FICHE)
    assert "stroke-dasharray" in svg and "qfq-rue" not in svg
    assert not places(fond, Vue(boite, 1000, 600), Feuille(1000, 600), 11)
