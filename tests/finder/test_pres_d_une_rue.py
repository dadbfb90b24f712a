"""A place whose street alone is known: about how far it is, and a way there that asks for its address."""

from __future__ import annotations

GARE = "q=laverie+des+voyageurs&pres=repere:arret-marche-aux-algues"


def carte(page, nom: str):
    return page.locator("[data-liste] .vignette", has_text=nom).first


def test_near_a_stop_the_distance_of_a_street_is_about_so_much(trouver):
    page = trouver(GARE)
    dit = carte(page, "Laverie des voyageurs").inner_text().replace("\u00a0", " ")
    assert "à environ 550 m" in dit
    autre = carte(trouver("q=la+chaloupe&pres=repere:arret-criee"), "La Chaloupe, accueil").inner_text().replace("\u00a0", " ")
    assert "à 350 m" in autre and "environ" not in autre


def test_its_way_there_searches_the_address_and_that_of_a_door_shows_the_point(trouver):
    adresse = carte(trouver(GARE), "Laverie des voyageurs").locator("a", has_text="Y aller").get_attribute("href")
    assert adresse.endswith("search?query=2%20rue%20des%20Aiguillages%2C%20Port-Exemple")
    porte = carte(trouver("q=la+chaloupe"), "La Chaloupe, accueil").locator("a", has_text="Y aller").get_attribute("href")
    assert "mlat=46.32" in porte


def test_a_typed_stop_finds_what_is_near_it_by_its_name_or_by_its_line(trouver):
    page = trouver("q=laverie")
    page.locator(".plus-de-filtres summary").click()
    for tape, trouve in (("criée", "Arrêt Criée"), ("bus 6", "Arrêt Belvédère")):
        page.locator("[data-lieu]").fill(tape)
        page.locator("[data-lieux] button", has_text=trouve).first.click()
        assert "Près de" in page.locator("[data-choisis]").inner_text()
