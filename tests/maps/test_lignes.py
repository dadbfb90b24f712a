"""Lines of public transport: from stop to stop, on every map that has no streets."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from petit_territoire import REPERES, ici, invente, place

from quifaitquoi.annuaire.enrich.lignes import ensemble, troncons
from quifaitquoi.annuaire.enrich.plan import plan
from quifaitquoi.dessins.etiquettes import Feuille
from quifaitquoi.dessins.lignes import lignes_visibles, noms_des_lignes
from quifaitquoi.dessins.position import dessin
from quifaitquoi.langues import langue
from quifaitquoi.site.pages.cartes import apercu
from quifaitquoi.site.pages.cartes.donnees import decor

FR = langue("fr")
LIGNES = {
    "tram-a": {"nom": "Tram A", "genre": "tram", "arrets": ["gare", "halle", "dune"]},
    "tram-d": {"nom": "Tram D", "genre": "tram", "arrets": ["dune", "halle"]},
}


@pytest.fixture
def reseau():
    return invente(lignes=LIGNES)


def test_a_stretch_that_lines_share_is_drawn_once_and_bears_all_their_names(reseau):
    assert [troncon.nom for troncon in troncons(reseau.directory)] == ["Tram A", "Tram A, D"]


@pytest.mark.parametrize(("noms", "dit"), [
    (["Tram A"], "Tram A"),
    (["Tram A", "Tram D", "Bus 2"], "Tram A, D, Bus 2"),
    (["Bateau de l'île"], "Bateau de l'île"),
    (["12", "13"], "12, 13"),
])
def test_what_names_begin_with_is_said_once(noms, dit):
    assert ensemble(noms) == dit


def test_a_stop_that_could_not_be_read_is_passed_by():
    territoire = invente(lignes={"bus": {"nom": "Bus 1", "arrets": ["gare", "perdu", "halle"]}})
    assert len(troncons(territoire.directory)) == 1


def test_maps_on_screen_get_each_stretch_and_say_what_it_is(reseau):
    elements = decor(reseau.directory)["lignes"]["features"]
    assert [e["properties"] for e in elements] == [{"nom": "Tram A"}, {"nom": "Tram A, D"}]
    assert all(e["geometry"]["type"] == "LineString" for e in elements)
    carte = apercu((), reseau, FR, titre="Douche", liste="l")
    assert "d'un arrêt au suivant" in carte.replace("&#x27;", "'").replace("’", "'")
    assert "arrêt au suivant" not in apercu((), invente(), FR, titre="Douche", liste="l")


def test_a_fiche_shows_the_line_that_passes_with_its_name(reseau):
    svg = dessin(reseau.fiches["cantine-de-la-halle"], reseau, FR)
    groupe = re.search(r'<g class="qfq-lignes".*?</g>', svg)[0]
    assert "Tram A" in groupe and 'd="M' in groupe
    assert "qfq-lignes" not in dessin(reseau.fiches["cantine-de-la-halle"], invente(), FR)


def test_a_line_keeps_its_french_name_marked_as_such_in_another_language(reseau):
    svg = dessin(reseau.fiches["cantine-de-la-halle"], reseau, langue("ar"))
    assert re.search(r'<g class="qfq-lignes"[^>]* lang="fr"', svg)


def test_a_line_far_away_leaves_no_trace_in_a_drawing():
    territoire = invente([place("loin", 0, 4500)], REPERES | {"la": {"nom": "Là", "position": ici(0, 4400)}}, lignes=LIGNES)
    assert "qfq-lignes" not in dessin(territoire.fiches["loin"], territoire, FR)


def test_names_of_lines_never_cover_one_another_nor_what_has_its_place(reseau):
    feuille = Feuille(320, 220)
    feuille.prend((0, 0, 320, 100))
    pixel = lambda point: (160 + point[0] / 12, 110 - point[1] / 12)
    parts = lignes_visibles(plan(reseau.directory).lignes, feuille, pixel)
    places = noms_des_lignes(parts, feuille, 11)
    assert {nom for *_, nom in places} == {"Tram A", "Tram A, D"}
    assert all(base > 100 for _, base, _ in places)
    for rang, (g, h, d, b) in enumerate(feuille.prises):
        assert not any(g < dd and gg < d and h < bb and hh < b for gg, hh, dd, bb in feuille.prises[:rang])


def test_where_streets_are_kept_their_tracks_are_enough(directory):
    assert directory.lignes and troncons(directory) == ()
    assert {"Tram A, B", "Bus 2"} <= {troncon.nom for troncon in troncons(replace(directory, fond=None))}
