"""The small drawing on a fiche, and the sentence that says the same."""

from __future__ import annotations

import random
import re
from xml.etree import ElementTree

import pytest
from petit_territoire import QUARTIERS, REPERES, ici, invente, place

from quifaitquoi.dessins.etiquettes import abrege, largeur
from quifaitquoi.dessins.position import dessin
from quifaitquoi.langues import langue
from quifaitquoi.paroles.situation import situation

FR = langue("fr")


def seule(est, nord, reperes=REPERES, quartiers=QUARTIERS, **champs):
    territoire = invente([place("ici", est, nord, **champs)], reperes, quartiers)
    return territoire.fiches["ici"], territoire


@pytest.mark.parametrize("est, nord, phrase", [
    (250, 247, "À 200 m au sud de « Phare vert », dans Vieux-Port"),
    (1850, 700, "À 500 m au nord-est de l’arrêt Dune, dans Les Dunes (contour approximatif)"),
    (-500, 300, "À 350 m à l’ouest de la place de la Mairie, dans Vieux-Port"),
    (20, -10, "Tout près de l’arrêt Halle, dans Vieux-Port"),
    (60, -60, "À 80 m au sud-est de l’arrêt Halle, dans Vieux-Port"),
    (-400, -1700, "À 1,4 km au sud de la gare maritime, dans Vieux-Port"),
    (-400, -2800, "Dans Vieux-Port"),
])
def test_the_sentence_says_how_far_which_way_and_where(est, nord, phrase):
    vue, territoire = seule(est, nord, zone="les-dunes" if "Dunes" in phrase else "vieux-port")
    assert situation(vue, territoire, FR).replace("\u00a0", " ") == phrase


def test_without_landmark_the_zone_is_said_and_without_zone_the_landmark():
    vue, territoire = seule(0, 0, reperes={})
    assert situation(vue, territoire, FR) == "Dans Vieux-Port"
    assert "Vieux-Port" not in (dit := situation(*seule(0, -100, quartiers={"vieux-port": QUARTIERS["partout"]}), FR))
    assert "Halle" in dit
    vue, territoire = seule(0, 0, reperes={}, quartiers={"vieux-port": QUARTIERS["partout"]})
    assert situation(vue, territoire, FR) is None
    assert "Position de Ici" in dessin(vue, territoire, FR)


def test_a_place_is_no_landmark_of_itself():
    vue, territoire = seule(200, 425, nom="Le Phare vert")
    assert situation(vue, territoire, FR).endswith("de la place de la Mairie, dans Vieux-Port")
    assert "Phare" not in re.sub("aria-label", "", dessin(vue, territoire, FR))


def test_a_zone_as_large_as_the_city_gives_way_to_the_neighbourhood_around_the_place():
    ville = QUARTIERS | {"vieux-port": {"nom": "Toute la ville", "centre": ici(0, 0), "rayon": 8000}}
    assert situation(*seule(1600, 300, quartiers=ville), FR).endswith("dans Les Dunes (contour approximatif)")
    assert situation(*seule(-1600, 300, quartiers=ville), FR).endswith("dans Toute la ville")


def test_without_landmark_the_whole_zone_is_drawn_however_large():
    svg = dessin(*seule(900, 900, {}, {"vieux-port": {"nom": "Ville", "centre": ici(0, 0), "rayon": 8000}}), FR)
    assert 60 < int(re.search(r'<circle class="qfq-zone".* r="(\d+)"', svg)[1]) < 110


def test_a_withheld_or_unknown_position_is_neither_drawn_nor_said(territoire):
    for slug in ("le-refuge", "sans-position", "camion-douche"):
        assert situation(territoire.fiches[slug], territoire, FR) is None
        assert dessin(territoire.fiches[slug], territoire, FR) == ""


def test_the_drawing_is_an_image_with_its_sentence_as_alternative(territoire):
    vue = territoire.fiches["foyer-des-dunes"]
    svg = ElementTree.fromstring(dessin(vue, territoire, FR))
    assert svg.get("role") == "img"
    assert svg.get("aria-label") == situation(vue, territoire, FR)
    textes = [e.text for e in svg.iter("text")]
    assert "Arrêt Dune" in textes and "N" in textes and "200\u00a0m" in textes


def test_the_schematic_zone_is_dashed():
    assert "stroke-dasharray" in dessin(*seule(1800, 600, zone="les-dunes"), FR)
    assert "stroke-dasharray" not in dessin(*seule(0, 0), FR)


def test_the_drawing_needs_no_style_script_or_identifier(territoire):
    for vue in territoire.fiches.values():
        svg = dessin(vue, territoire, FR)
        assert not re.search(r"style|<script|\bid=|href|#[0-9a-f]{3}|\bon\w+=", svg)


def test_hostile_and_endless_names_stay_text():
    reperes = {"a": {"nom": "<script>alert(1)</script>", "position": ici(100, 0)},
               "b": {"nom": '" onload="x' + "W" * 140, "position": ici(-200, 100)}}
    svg = dessin(*seule(0, 0, reperes), FR)
    arbre = ElementTree.fromstring(svg)
    assert "<script>alert(1)</script>" in [e.text for e in arbre.iter("text")]
    assert set(arbre.attrib) == {"class", "viewBox", "width", "height", "role", "direction", "fill", "aria-label"}
    assert len(abrege("W" * 140, 26)) == 26


def boites(svg):
    """The boxes of the names, estimated as the drawing does."""
    for e in ElementTree.fromstring(svg).iter("text"):
        corps, x, y, large = 12, float(e.get("x")), float(e.get("y")), largeur(e.text, 11)
        gauche = x - {"middle": large / 2, "end": large}.get(e.get("text-anchor"), 0)
        yield gauche, y - corps * 0.8, gauche + large, y + corps * 0.2


def test_names_never_overlap_nor_leave_the_drawing_wherever_the_place_is():
    hasard = random.Random(4)
    reperes = {f"r{i}": {"nom": f"Arrêt {'Longue ' * (i % 4)}rue {i}",
                         "position": ici(hasard.uniform(-1500, 1500), hasard.uniform(-1500, 1500))} for i in range(60)}
    territoire = invente([place(f"f{i}", hasard.uniform(-1400, 1400), hasard.uniform(-1400, 1400)) for i in range(300)], reperes)
    dessines = 0
    for vue in territoire.fiches.values():
        svg = dessin(vue, territoire, FR)
        lues = list(boites(svg))
        for i, a in enumerate(lues):
            assert a[0] >= 0 and a[2] <= 320 and a[1] >= 0 and a[3] <= 220
            assert not any(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for b in lues[:i])
        dessines += len(lues) - 2  # the scale and the north
        assert len(svg.encode()) < 2300
    assert dessines / 300 > 2


def test_the_landmark_of_the_sentence_is_drawn_with_its_name():
    hasard = random.Random(5)
    for tour in range(120):
        pres = hasard.gauss(0, 30), hasard.gauss(0, 30)
        vue, territoire = seule(*(pres if tour % 2 else (hasard.uniform(-800, 400), hasard.uniform(-500, 700))))
        nom = min(REPERES.values(), key=lambda r: (r["position"][0] - vue.position[0]) ** 2 * 2.1
                  + (r["position"][1] - vue.position[1]) ** 2)["nom"]
        assert nom in dessin(vue, territoire, FR)


def test_an_outline_of_500_corners_stays_small():
    from math import cos, sin, tau
    contour = [ici(900 * cos(i / 500 * tau) * (1 + .01 * (i % 2)), 900 * sin(i / 500 * tau)) for i in range(500)]
    svg = dessin(*seule(0, 0, reperes={}, quartiers={"vieux-port": {"nom": "Rond", "contour": contour}}), FR)
    assert len(svg) < 2000


def test_a_page_in_another_direction_keeps_names_beside_their_landmarks(territoire):
    svg = dessin(territoire.fiches["bains-municipaux"], territoire, langue("ar"))
    assert 'direction="ltr"' in svg and 'lang="fr"' in svg
