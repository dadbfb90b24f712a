"""The overview maps without a mouse: how a keyboard walks them, what has the focus, what axe says."""

from __future__ import annotations

import pytest
from petit_territoire import invente
from tests.maps.carte_ouverte import actif, attend, noms

from quifaitquoi.site.pages.cartes import fichiers


def test_tab_walks_the_places_in_the_order_of_the_list(site, ouvre):
    page = ouvre(site())
    page.locator(".leaflet-container").focus()
    suite = []
    for _ in noms(page):
        page.keyboard.press("Tab")
        suite.append(actif(page))
    assert suite == ["2 : groupe d’adresses, agrandir", "3. Cantine de la halle", "2 : groupe d’adresses, agrandir",
                     "6. Foyer des dunes", "10. Camion douche (Devant le phare)"]


@pytest.mark.parametrize("touche", ["Enter", " "])
def test_enter_opens_a_popup_and_escape_gives_the_focus_back(site, ouvre, touche):
    page = ouvre(site())
    lieu = page.get_by_role("button", name="3. Cantine de la halle")
    lieu.focus()
    page.keyboard.press(touche)
    bulle = page.get_by_role("dialog", name="3. Cantine de la halle")
    assert bulle.is_visible() and "Manger un repas" in bulle.inner_text()
    assert actif(page) == "Voir la page"
    lien = page.locator(".bulle a")
    assert lien.get_attribute("href") == "../fiches/cantine-de-la-halle/index.html"
    assert lien.get_attribute("target") == "_top"
    page.keyboard.press("Tab")
    assert actif(page) == "Fermer"
    page.keyboard.press("Escape")
    page.wait_for_selector(".leaflet-popup", state="detached")
    assert actif(page) == "3. Cantine de la halle"


@pytest.mark.parametrize("mouvement", ["reduce", "no-preference"])
def test_enter_on_a_group_opens_it_and_the_focus_goes_to_its_first_place(site, ouvre, mouvement):
    page = ouvre(site(), reduced_motion=mouvement)
    page.locator(".bouton.groupe").first.focus()
    page.keyboard.press("Enter")
    attend(page, "(document.activeElement.getAttribute('aria-label') || '').startsWith('1. ')")
    assert {"1. Bains municipaux", "2. Maison du Quai"} <= set(noms(page))


def test_nothing_glides_for_those_who_asked_for_calm(site, ouvre):
    page = ouvre(site())
    assert page.evaluate("""() => {
        const { carte } = quifaitquoi, avant = carte.getCenter().lng;
        carte.panBy([200, 0]);
        const saute = carte.getCenter().lng !== avant;
        return [saute, carte.options.zoomAnimation, carte.options.fadeAnimation];
    }""") == [True, False, False]


def test_two_doors_at_one_address_can_both_be_reached(site, ouvre):
    page = ouvre(site(vues=[v for slug, v in invente().fiches.items() if slug.startswith("accueil")]))
    page.locator(".bouton.groupe").focus()
    for _ in range(6):
        if actif(page).startswith("2 : groupe"):
            page.keyboard.press("Enter")
            page.wait_for_timeout(400)
    assert actif(page) == "1. Accueil de jour"
    page.keyboard.press("Tab")
    assert actif(page) == "2. Accueil de nuit"
    page.keyboard.press("Enter")
    assert page.get_by_role("dialog", name="2. Accueil de nuit").is_visible()


def test_the_focus_is_visible_and_targets_are_large(site, ouvre):
    page = ouvre(site(), largeur=360, hauteur=640)
    page.locator(".leaflet-container").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    tailles = page.eval_on_selector_all(
        ".bouton, .leaflet-bar a, #fond, header a",
        "es => es.map(e => e.getBoundingClientRect()).map(r => Math.min(r.width, r.height))")
    assert min(tailles) >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("nuit", ["light", "dark"])
@pytest.mark.parametrize("largeur", [320, 1280])
def test_axe_finds_nothing_to_say(site, ouvre, nuit, largeur):
    axe = next(source for source, _ in fichiers() if source.name == "leaflet.js").parents[2] / "axe-core/axe.min.js"
    page = ouvre(site(), largeur=largeur, color_scheme=nuit)
    for ouverte in (False, True):
        if ouverte:
            page.locator(".bouton.lieu").first.click()
            page.wait_for_timeout(400)  # a popup that is still fading in has no contrast yet
        page.evaluate(axe.read_text(encoding="utf-8"))
        resultat = page.evaluate("axe.run()")
        assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in resultat["violations"]] == []
