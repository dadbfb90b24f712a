"""Distances and zones."""

from math import cos, pi, radians

import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st

from quifaitquoi.annuaire.geographie import centre, contient, ecart, metres, rayon
from quifaitquoi.annuaire.model.quartier import Quartier

PRES = st.tuples(st.floats(48.4, 48.8), st.floats(7.5, 8.0))
CARRE = Quartier(nom="Carré", contour=[["48.0", "7.0"], ["48.0", "8.0"], ["49.0", "8.0"], ["49.0", "7.0"]])
EST = 0.01 / cos(radians(48.505))  # as far to the east as 0.01 degrees to the north
ROND = Quartier(nom="Rond", centre=["48.5", "7.5"], rayon="500")


@given(PRES, PRES)
def test_a_distance_within_a_city_agrees_with_the_ellipsoid_to_half_a_percent(a, b):
    assert metres(a, b) == pytest.approx(geodesic(a, b).meters, rel=0.005, abs=1)


def test_an_outline_holds_what_is_inside_it_only():
    assert contient(CARRE, (48.5, 7.5))
    assert not contient(CARRE, (48.5, 8.5))
    assert not contient(CARRE, (47.5, 7.5))


def test_a_circle_holds_what_is_nearer_than_its_radius():
    assert contient(ROND, (48.504, 7.5))
    assert not contient(ROND, (48.505, 7.5))


def test_a_zone_without_a_shape_holds_no_position_and_has_no_middle():
    partout = Quartier(nom="Partout", etendue="partout")
    assert not contient(partout, (48.5, 7.5))
    assert centre(partout) is None


def test_the_middle_of_a_zone_is_its_centre_or_the_mean_of_its_corners():
    assert centre(ROND) == (48.5, 7.5)
    assert centre(CARRE) == (48.5, 7.5)


def test_out_of_an_outline_the_nearest_side_counts_and_out_of_a_circle_its_edge():
    assert ecart(CARRE, (48.5, 7.5)) == 0
    assert ecart(CARRE, (48.5, 8.01)) == pytest.approx(metres((48.5, 8), (48.5, 8.01)), rel=1e-3)
    assert ecart(CARRE, (49.01, 8.01)) == pytest.approx(metres((49, 8), (49.01, 8.01)), rel=1e-3), "past a corner"
    rond = Quartier(nom="Rond", centre=(48.5, 7.5), rayon=800)
    assert ecart(rond, (48.52, 7.5)) == pytest.approx(metres((48.5, 7.5), (48.52, 7.5)) - 800)
    assert ecart(Quartier(nom="Partout", etendue="partout"), (48.5, 7.5)) is None


def test_a_zone_is_as_wide_as_a_circle_of_its_surface():
    cote = metres((48.5, 7.5), (48.51, 7.5))
    carre = Quartier(nom="Carré", contour=[(48.5, 7.5), (48.51, 7.5), (48.51, 7.5 + EST), (48.5, 7.5 + EST)])
    assert rayon(carre) == pytest.approx((cote**2 / pi) ** 0.5, rel=1e-3)
    assert rayon(ROND) == 500 and rayon(Quartier(nom="Partout", etendue="partout")) is None
