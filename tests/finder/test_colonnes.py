"""What is folded at the build is what a browser unfolds: columns of numbers, sorted names, the addresses that names tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quifaitquoi.site.pages.trouver.colonnes import repris, signes
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
