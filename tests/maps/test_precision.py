"""What is known to the street only: drawn as an area, said so, and never taken for a door."""

from __future__ import annotations

import json
import re

import pytest
from petit_territoire import ici, invente, place

from quifaitquoi.annuaire.model.lieu import Adresse
from quifaitquoi.dessins.position import dessin
from quifaitquoi.langues import langue
from quifaitquoi.paroles.situation import situation
from quifaitquoi.site import liens
from quifaitquoi.site.pages.cartes import apercu

FR = langue("fr")


def seule(est, nord, **adresse):
    fiche = place("ici", est, nord)
    territoire = invente([fiche.model_copy(update={"adresse": Adresse.model_validate(
        {"voie": "1 rue du Test", "commune": "Port-Exemple", "position": ici(est, nord)} | adresse)})])
    territoire.directory.fiches["ici"].nomme(slug="ici", zone="vieux-port")
    return territoire.fiches["ici"], territoire


@pytest.mark.parametrize(("adresse", "precision"), [
    ({}, "porte"), ({"precision": "rue"}, "rue"), ({"precision": "quartier"}, "quartier"),
    ({"score": "0.9"}, "porte"),
    ({"score": "0.9", "voie": "Rue du Test"}, "rue"),  # « geocode » never had more of a street without a number
    ({"score": "0.9", "voie": "Rue du Test", "precision": "porte"}, "porte"),
    ({"voie": "Rue du Test"}, "porte"),  # read off a map by a person
])
def test_a_position_says_what_it_is_that_of(adresse, precision):
    assert seule(0, 0, **adresse)[0].precision == precision


def test_without_a_position_there_is_nothing_to_be_precise_about():
    assert Adresse.model_validate({"voie": "Rue du Test", "precision": "rue"}).situe is None


@pytest.mark.parametrize(("est", "nord", "precision", "phrase"), [
    (-500, 300, "porte", "À 350 m à l’ouest de la place de la Mairie, dans Vieux-Port"),
    (-500, 300, "rue", "À environ 350 m à l’ouest de la place de la Mairie, dans Vieux-Port"),
    (60, -60, "rue", "À environ 100 m de l’arrêt Halle, dans Vieux-Port"),
    (2, 2, "rue", "À environ 50 m de l’arrêt Halle, dans Vieux-Port"),
    (-500, 300, "quartier", "Dans Vieux-Port"),
])
def test_the_sentence_says_no_more_than_is_known(est, nord, precision, phrase):
    assert situation(*seule(est, nord, precision=precision), FR).replace("\u00a0", " ") == phrase


def test_an_area_is_drawn_instead_of_a_pin():
    porte, rue = (dessin(*seule(60, -60, precision=p), FR) for p in ("porte", "rue"))
    assert '<path class="qfq-ici"' in porte and "<circle class=\"qfq-ici\"" not in porte
    rond = re.search(r'<circle class="qfq-ici" cx="(\d+)" cy="(\d+)" r="(\d+)"', rue)
    x, y, rayon = map(int, rond.groups())
    assert "<path class=\"qfq-ici\"" not in rue
    assert 0 <= x - rayon and x + rayon <= 320 and 0 <= y - rayon and y + rayon <= 220 and rayon > 30


def test_a_map_draws_the_circle_where_the_door_is_and_its_legend_says_so():
    for precision, environ in (("porte", None), ("rue", 200), ("quartier", 500)):
        vue, territoire = seule(60, -60, precision=precision)
        html = apercu([vue], territoire, FR, titre="Douche", liste="../besoins/douche/index.html")
        proprietes = json.loads(re.search(r'id="donnees">(.*?)</script>', html)[1])["lieux"]["features"][0]["properties"]
        assert proprietes.get("environ") == environ
        assert ("à peu près : la porte est dans le cercle" in html.replace("\u00a0", " ")) == bool(environ)


def test_the_way_there_goes_to_the_door_or_asks_for_the_address():
    assert liens.y_aller(seule(0, 0)[0]) == "https://www.openstreetmap.org/?mlat=46.60000&mlon=-5.30000#map=18/46.60000/-5.30000"
    for precision in ("rue", "quartier"):
        assert liens.y_aller(seule(0, 0, precision=precision)[0]) == (
            "https://www.openstreetmap.org/search?query=1%20rue%20du%20Test%2C%20Port-Exemple")
    assert liens.y_aller(seule(0, 0, precision="rue", voie=None)[0]) is None
