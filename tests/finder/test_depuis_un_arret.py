"""Stops, of which a city has hundreds, come to whoever says where, and to nobody else."""

from __future__ import annotations

from playwright.sync_api import expect

ARRETS = "trouver/arrets.js"


def charges(page) -> bool:
    return any(ARRETS in demande for demande in page.demandes)


def test_a_search_by_words_that_are_known_loads_no_stop(trouver):
    page = trouver("q=douche")
    page.locator("#mots").fill("repas")
    expect(page.locator("[data-compte]")).not_to_have_text("")
    assert not charges(page)


def test_a_stop_is_offered_to_whoever_says_where(trouver):
    page = trouver("besoin=manger")
    page.locator(".plus-de-filtres summary").click()
    page.locator("#lieu").fill("goelands")
    page.locator("[data-lieux] button", has_text="Arrêt Quai des Goélands").click()
    expect(page.locator("[data-choisis]")).to_contain_text("Près de Arrêt Quai des Goélands")
    assert charges(page) and page.url.endswith("pres=repere:arret-quai-des-goelands")


def test_an_address_that_names_a_stop_is_understood_once_stops_are_here(trouver):
    page = trouver("besoin=manger&pres=repere:arret-criee")
    expect(page.locator("[data-choisis]")).to_contain_text("Arrêt Criée")
    assert charges(page) and page.locator("[data-avis-lien]").is_hidden()


def test_the_name_of_a_stop_is_no_slip_of_the_finger(trouver):
    page = trouver("q=goelands")
    expect(page.locator("[data-offres]")).to_be_empty()
    assert charges(page) and not page.erreurs
