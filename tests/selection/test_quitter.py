"""« Tout effacer et quitter »: storage is empty, the page is gone from the screen and from its place in the history."""

from __future__ import annotations

import pytest

SORTIE = "https://encyclopedie.example.org/"


@pytest.fixture
def dehors(navigateur, en_ligne):
    """A page with something to hide, and what was asked of the neutral site. Its clock is real: a false one forgets how one came,
    and « back » with it."""
    contexte = navigateur.new_context(viewport={"width": 1280, "height": 800})
    page = contexte.new_page()
    page.goto(f"{en_ligne}/fr/index.html")
    page.goto(f"{en_ligne}/fr/fiches/la-chaloupe/index.html")
    page.recues = []

    def repond(route):
        page.recues.append(route.request)
        route.fulfill(content_type="text/html", body="<title>Neutre</title><h1>Encyclopédie</h1>")

    page.context.route(SORTIE + "**", repond)
    page.click("article .garder")
    page.evaluate("sessionStorage.setItem('x', 'y')")
    yield page
    contexte.close()


def _parti(page, en_ligne):
    page.wait_for_url(SORTIE)
    assert "referer" not in page.recues[0].headers
    # « Back » would lead to the page before the one that was left: it leaves as well.
    page.go_back(wait_until="commit")
    page.wait_for_url(SORTIE)
    assert len(page.recues) == 2 and page.title() == "Neutre"
    # Who comes back by an address stays, and nothing was kept.
    page.goto(f"{en_ligne}/fr/index.html")
    assert page.locator("h1").is_visible()
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert not page.locator("[data-compte-selection]").is_visible()


def test_the_button_empties_and_leaves(dehors, en_ligne):
    dehors.click("[data-quitter]")
    _parti(dehors, en_ligne)


def test_escape_three_times_does_the_same(dehors, en_ligne):
    for _ in range(2):
        dehors.keyboard.press("Escape")
    dehors.keyboard.press("a")
    dehors.keyboard.press("Escape")
    assert "la-chaloupe" in dehors.url
    for _ in range(2):
        dehors.keyboard.press("Escape")
    _parti(dehors, en_ligne)


def test_escape_three_times_leaves_from_inside_a_map_too(dehors, en_ligne):
    dehors.goto(f"{en_ligne}/fr/besoins/douche/index.html")
    dehors.click("a[data-carte]")
    carte = dehors.frame_locator("iframe.carte-ouverte")
    carte.locator(".leaflet-container").wait_for()
    carte.locator(".leaflet-marker-icon").first.focus()
    for _ in range(3):
        dehors.keyboard.press("Escape")
    dehors.wait_for_url(SORTIE)
    assert dehors.title() == "Neutre"


def test_it_is_on_every_page_in_sight_and_says_what_it_cannot_do(visiteur, en_ligne, site):
    for chemin in (
        "index.html",
        "tout/index.html",
        "trouver/index.html",
        "selection/index.html",
        "fiches/bains-du-port/index.html",
    ):
        page = visiteur(360)(f"{en_ligne}/fr/{chemin}")
        bouton = page.locator("[data-quitter]").first
        page.mouse.wheel(0, 3000)
        page.wait_for_timeout(50)
        boite = bouton.bounding_box()
        assert bouton.is_visible() and 0 <= boite["y"] < 60 and boite["height"] >= 44, chemin
        dit = page.locator("#" + bouton.get_attribute("aria-describedby")).inner_text()
        assert "L’historique de votre navigateur, lui, reste" in dit and "encyclopedie.example.org" in dit
    assert "data-quitter" in (site / "404.html").read_text()


def test_without_a_script_it_is_a_link_that_says_nothing_about_its_reader(visiteur, en_ligne):
    page = visiteur(java_script_enabled=False)(f"{en_ligne}/fr/index.html")
    lien = page.locator("[data-quitter]").first
    assert lien.get_attribute("href") == SORTIE and "noreferrer" in lien.get_attribute("rel")
