"""Where one is, or wants to be: a landmark, a street, a position, the map beside the list."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from resultats import bouton, compte, noms

# From Port-Exemple's reperes.yml.
GARE = {"latitude": 46.3287, "longitude": -3.0508}


def test_near_a_landmark_the_nearest_open_place_comes_first(trouver):
    page = trouver("besoin=manger")
    page.locator(".plus-de-filtres summary").click()
    page.locator("#lieu").press_sequentially("gare")
    page.locator("[data-lieux] button", has_text="Gare de Port-Exemple").click()
    page.wait_for_timeout(250)
    assert page.url.endswith("pres=repere:gare-de-port-exemple")
    distances = page.locator("[data-liste] .faits b").all_inner_texts()
    ouverts = page.locator("[data-liste] .statut-ouvert").count()
    metres = [float(d.replace("\u202f", "").split()[1].replace(",", ".")) * (1000 if "km" in d else 1) for d in distances]
    assert ouverts > 1 and metres[:ouverts] == sorted(metres[:ouverts])


def test_enter_takes_the_best_place_and_an_unknown_one_is_told(trouver):
    page = trouver()
    page.locator(".plus-de-filtres summary").click()
    page.locator("#lieu").fill("arret criee")
    page.locator("#lieu").press("Enter")
    expect(page.locator("#lieu")).to_have_value("Arrêt Criée")
    page.locator("#lieu").fill("Tombouctou")
    assert page.locator("[data-avis-lieu]", has_text="Tombouctou").inner_text() and compte(page) > 10


@pytest.mark.parametrize("ensuite", ["", "plage"])
def test_enter_on_a_slow_network_waits_for_all_places_unless_something_else_is_written(trouver, ensuite):
    page = trouver()
    retenus = []
    page.route(re.compile("trouver/arrets.js"), lambda demande: retenus.append(demande))
    page.locator(".plus-de-filtres summary").click()
    page.locator("#lieu").fill("arret criee")
    page.locator("#lieu").press("Enter")
    assert page.locator("#lieu").input_value() == "arret criee" and not page.locator("[data-avis-lieu]").inner_text()
    if ensuite:
        page.locator("#lieu").fill(ensuite)
    with page.expect_response(re.compile("trouver/arrets.js")):
        retenus[0].continue_()
    if ensuite:
        page.locator("[data-lieux] button", has_text="plage").first.wait_for()
        assert page.locator("#lieu").input_value() == ensuite and "pres=" not in page.url
    else:
        expect(page.locator("#lieu")).to_have_value("Arrêt Criée")
        assert page.url.endswith("pres=repere:arret-criee") and page.evaluate("document.activeElement.matches('[data-compte]')")


def test_a_place_is_typed_announced_chosen_and_taken_away_with_the_keyboard_and_the_address_keeps_it(trouver):
    page = trouver("besoin=douche")
    page.locator(".plus-de-filtres summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("gare")
    annonce = page.locator("[role=status][data-annonce-lieux]")
    # More may come while one looks: both are read at once.
    proposes, annoncee = page.evaluate("""[document.querySelectorAll("[data-lieux] button").length,
        document.querySelector("[role=status][data-annonce-lieux]").textContent]""")
    assert proposes > 1 and annoncee.replace("\u00a0", " ") == f"{proposes} lieux proposés"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('[data-compte]')") and annonce.inner_text() == ""
    choisi = page.locator("[data-choisis] button", has_text="Près de").inner_text()
    assert page.url.endswith("#besoin=douche&pres=quartier:gare")
    page.reload()
    page.wait_for_selector("[data-trouver][data-pret=tout]")
    assert page.locator("[data-choisis] button", has_text="Près de").inner_text() == choisi
    page.locator("[data-choisis] button", has_text="Près de").press("Enter")
    assert page.url.endswith("#besoin=douche")


def test_a_place_that_nobody_knows_is_named_with_what_to_write_instead(trouver):
    page = trouver()
    page.locator(".plus-de-filtres summary").click()
    page.locator("#lieu").fill("Tombouctou")
    dit = page.locator("[role=status][data-avis-lieu]", has_text="Tombouctou").inner_text().replace("\u202f", " ")
    assert dit == "Nous ne connaissons pas « Tombouctou ». Essayez un arrêt, une place ou un quartier."


def test_a_position_is_asked_for_used_and_written_nowhere(trouver):
    page = trouver("besoin=manger", geolocation=GARE, permissions=["geolocation"])
    assert not page.locator("[data-liste] .faits b").count()
    bouton(page, "Près de moi").click()
    page.wait_for_selector("[data-liste] .faits b")
    assert "46.3" not in page.url and "moi" not in page.url
    assert page.evaluate("JSON.stringify([localStorage, sessionStorage, document.cookie, history.state])") == '[{},{},"",null]'


def test_a_refused_position_is_a_sentence_and_loses_nothing(trouver):
    page = trouver("besoin=manger", permissions=[])
    avant = noms(page)
    bouton(page, "Près de moi").click()
    page.locator("[data-avis-lieu]", has_text="n’a pas donné sa position").wait_for()
    assert noms(page) == avant and not page.erreurs


def test_the_map_opens_on_demand_and_follows_the_list(trouver):
    page = trouver("besoin=manger", largeur=1280)
    assert not [url for url in page.demandes if "/cartes/" in url]
    page.locator("[data-carte-suivie]").click()
    cadre = page.frame_locator("iframe.carte-ouverte")
    cadre.locator(".bouton").first.wait_for()
    avant = page.frames[1].evaluate("quifaitquoi.groupe.getLayers().length")
    bouton(page, "Ouvert maintenant").click()
    page.wait_for_timeout(600)
    apres = page.frames[1].evaluate("quifaitquoi.groupe.getLayers().length")
    assert 0 < apres < avant and not page.erreurs


def test_a_place_on_the_map_says_whether_it_is_open_and_whom_to_call(trouver):
    page = trouver("q=la+chaloupe", largeur=1280)
    page.locator("[data-carte-suivie]").click()
    cadre = page.frame_locator("iframe.carte-ouverte")
    lieu = cadre.locator(".bouton.lieu").first
    carte = page.locator("[data-liste] .vignette").nth(int(lieu.inner_text()) - 1)
    lieu.evaluate("e => e.active()")
    bulle = cadre.locator(".bulle")
    assert bulle.locator(".etat").inner_text() == carte.locator(".statut").first.inner_text()
    assert bulle.locator(".appeler").get_attribute("href") == carte.locator("a.tel").get_attribute("href")


@pytest.mark.parametrize(("demande", "dit"), [
    ("besoin=douche", "5 adresses sur la carte."),
    ("q=refuge+horizon", "Aucune adresse à montrer sur la carte. 1 autre est dans la liste seulement : position inconnue"),
])
def test_a_map_says_what_it_shows_and_what_it_cannot(trouver, demande, dit):
    page = trouver(demande, largeur=1280)
    page.locator("[data-carte-suivie]").click()
    pied = page.frame_locator("iframe.carte-ouverte").locator("footer p").first
    expect(pied).to_contain_text(dit)
