"""What is folded at the build is what a browser unfolds: columns of numbers, sorted names, the addresses that names tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quifaitquoi.annuaire.geographie import metres
from quifaitquoi.annuaire.model.annuaire import Emprise
from quifaitquoi.site.pages.trouver.colonnes import DIX_METRES, paires, repris, signes
from quifaitquoi.site.pages.trouver.slugs import MOTS, adresse_du_nom, devine

LECTURE = Path(__file__).parents[2] / "plugins/quifaitquoi/site/pages/trouver/lecture.js"
MORCEAUX = ("Maison", "des", "Sept", "Îles", "Œuvre", "d'Accueil", "𐍈", "n° 7", "–", "ال", "(Robertsau)")
NOMS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40) | st.lists(
    st.sampled_from(MORCEAUX), max_size=36).map(" ".join)


@pytest.fixture(scope="module")
def page(navigateur):
    contexte = navigateur.new_context()
    page = contexte.new_page()
    page.goto("about:blank")
    page.add_script_tag(content="window.quifaitquoi={};" + LECTURE.read_text("utf-8"))
    yield page
    contexte.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(-2, 2**21)))
def test_columns_of_numbers_come_back(page, nombres):
    assert page.evaluate("signes => Array.from(quifaitquoi.nombres(signes))", signes(nombres)) == nombres


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(NOMS))
def test_names_come_back_sorted_or_not(page, noms):
    assert page.evaluate("repris => quifaitquoi.entiers(repris)", repris(noms)) == noms


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.none() | st.tuples(st.floats(-80, 80), st.floats(-180, 180)), min_size=1))
def test_a_position_comes_back_to_a_few_metres_however_large_the_country(page, positions):
    connues = [p for p in positions if p] or [(0, 0)]
    (sud, nord), (ouest, est) = ((min(axe), max(axe)) for axe in zip(*connues, strict=True))
    ecrites = paires(positions, Emprise.model_construct(sud=sud, ouest=ouest, nord=nord, est=est))
    lues = page.evaluate("([xy, coin, pas]) => quifaitquoi.positions(xy, coin, pas)", [ecrites, [sud, ouest], DIX_METRES])
    assert [p[0] == p[0] for p in lues] == [p is not None for p in positions]
    assert all(metres(p, lue) < 10 for p, lue in zip(positions, lues, strict=True) if p)


def test_positions_in_a_town_take_two_signs_and_in_a_country_three():
    assert paires([(46.31, -3.05), None], Emprise(sud=46.3, ouest=-3.1, nord=46.36, est=-3))[0] == "2"
    assert paires([(48.1, 7.7)], Emprise(sud=41, ouest=-5, nord=51, est=10))[0] == "3"


@pytest.mark.parametrize(("d_ici", "la", "attendu"), [
    ((48.58, 7.75), (48.5801, 7.7501), metres((48.58, 7.75), (48.5801, 7.7501))),
    ((-21.1, 55.5), (-21.11, 55.52), metres((-21.1, 55.5), (-21.11, 55.52))),  # far from the corner of an emprise that holds both
    ((0, 0), (0, 90), 111_195 * 90),  # a quarter of the way round
])
def test_how_far_a_place_is_does_not_depend_on_the_country_around_it(page, d_ici, la, attendu):
    assert page.evaluate("p => quifaitquoi.loin(...p)", [*d_ici, *la]) == pytest.approx(attendu, rel=1e-4, abs=1)


def test_names_that_begin_alike_are_written_once():
    assert repris(["Accueil de jour", "Accueil de nuit", "Bains"]) == [" Accueil de jour", _prefixe(11) + "nuit", " Bains"]


def _prefixe(lettres: int) -> str:
    return repris(["a" * lettres, "a" * lettres])[1]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NOMS, st.data())
def test_an_address_made_of_the_words_of_a_name_comes_back(page, nom, data):
    mots = devine(nom).split("-")
    slug = "-".join(mot for mot in mots if data.draw(st.booleans())) or "sans-nom"
    code = adresse_du_nom(slug, nom)
    assert isinstance(code, int) or len(mots) > MOTS or slug == "sans-nom"
    assert page.evaluate("([code, nom]) => quifaitquoi.adresse(code, nom)", [code, nom]) == slug


@pytest.mark.parametrize(("slug", "nom", "code"), [
    ("la-chaloupe", "La Chaloupe", 0),
    ("chaloupe", "La Chaloupe", 0b1),
    ("restos-robertsau", "Restos du Cœur, centre de la Robertsau", 0b0111110),
    ("mediatheque-sud", "Médiathèque Simone Veil", "mediatheque-sud"),
])
def test_a_slug_is_said_by_the_words_that_it_leaves_out_of_the_name(slug, nom, code):
    assert adresse_du_nom(slug, nom) == code
