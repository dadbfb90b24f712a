"""Outlines of several pieces, with holes, as finely as they are published: one rule for what is inside."""

from __future__ import annotations

import re
from math import pi, sqrt

import pytest
from pydantic import ValidationError

from quifaitquoi.annuaire.enrich.plan import Forme
from quifaitquoi.annuaire.geographie import centre, contient, ecart, rayon
from quifaitquoi.annuaire.model.quartier import Quartier
from quifaitquoi.dessins.contours import chemin

PAS = 0.01  # degrees, 1112 metres


def carre(lat: float, lon: float, cote: float = PAS) -> list[list[float]]:
    return [[lat, lon], [lat + cote, lon], [lat + cote, lon + cote], [lat, lon + cote]]


def zone(*morceaux) -> Quartier:
    return Quartier.model_validate({"nom": "Essai", "contour": list(morceaux) if len(morceaux) > 1 else morceaux[0]})


def test_a_position_is_inside_whichever_piece_holds_it_and_outside_in_a_hole():
    iles = zone(carre(0, 0, 0.03), carre(0.01, 0.01), carre(0.05, 0))
    assert contient(iles, (0.005, 0.005)) and contient(iles, (0.055, 0.005))
    assert not contient(iles, (0.015, 0.015))  # the lake
    assert not contient(iles, (0.04, 0.005))  # the sea


def test_how_far_it_is_counts_from_the_nearest_piece():
    iles = zone(carre(0, 0), carre(0.05, 0))
    assert ecart(iles, (0.049, 0.005)) == pytest.approx(111.2, rel=0.01)
    assert ecart(iles, (0.055, 0.005)) == 0


def test_its_size_is_that_of_all_pieces_without_their_holes_and_its_middle_that_of_the_largest():
    iles = zone(carre(0, 0, 0.03), carre(0.01, 0.01), carre(0.05, 0))
    assert rayon(iles) == pytest.approx(3 * PAS * 111_195 / sqrt(pi), rel=0.01)
    assert centre(zone(carre(0.05, 0), carre(0, 0, 0.03))) == pytest.approx((0.015, 0.015))


def test_an_outline_of_one_piece_may_be_written_without_a_list_around_it():
    assert zone(carre(0, 0)).anneaux == Quartier.model_validate({"nom": "Essai", "contour": [carre(0, 0)]}).anneaux


def test_an_outline_has_at_most_five_thousand_corners_in_a_hundred_pieces():
    assert len(zone([[n * 1e-4, 1e-8 * n * n] for n in range(5000)]).anneaux[0]) == 5000
    assert len(zone(*(carre(n * 0.02, 0) for n in range(100))).anneaux) == 100
    for trop in ([[n * 1e-4, 1e-8 * n * n] for n in range(5001)], [carre(n * 0.02, 0) for n in range(101)],
                 [[[n * 1e-4, m + 1e-8 * n * n] for n in range(1000)] for m in range(6)]):
        with pytest.raises(ValidationError):
            Quartier.model_validate({"nom": "Essai", "contour": trop})


def test_a_drawing_goes_round_each_piece():
    anneaux = ((0, 0), (9, 0), (9, 9)), ((20, 0), (29, 0), (29, 9))
    trace = chemin(Forme(anneaux, (0, 0), 0, (0, 0, 29, 9)), lambda p: f"{p[0]} {p[1]}")
    assert re.findall(r"M[^M]+z", trace) == ["M0 0L9 0L9 9z", "M20 0L29 0L29 9z"]
