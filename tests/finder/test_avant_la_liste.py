"""What stands above the list: whom to call, a need without an address, what a word may have meant."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from resultats import compte, noms


def test_a_danger_shows_its_number_above_everything(trouver):
    page = trouver("q=mon mari me frappe")
    lignes = page.locator("[data-secours] li")
    assert lignes.count() >= 2 and "3919" in page.locator("[data-secours]").inner_text()
    assert page.locator('[data-secours] a[href="tel:3919"]').count() == 1
    haut = page.locator("[data-secours]").bounding_box()["y"]
    assert haut < page.locator("[data-compte]").bounding_box()["y"]
    page.locator("#mots").fill("douche")
    expect(page.locator("[data-secours]")).to_be_hidden()


@pytest.mark.parametrize("fragment", ["q=mal aux dents", "q=dentiste", "besoin=dentiste"])
def test_a_need_without_an_address_says_so_and_whom_to_ask_and_what_there_is(trouver, fragment):
    page = trouver(fragment)
    dit = page.locator("[data-vides]")
    assert dit.locator("h2").inner_text().replace("\u00a0", " ").replace("\u2019", "'") == "Dentiste : pas encore d'adresse"
    assert dit.locator("a[href$='besoins/dentiste/index.html']").count() == 1
    assert "02\u00a061\u00a091\u00a000\u00a000" in dit.inner_text()  # who keeps the directory
    assert compte(page) == 0 and noms(page) == [] and not page.erreurs
    dit.locator("button").first.click()
    assert compte(page) > 0 and dit.is_hidden() and page.locator("#mots").input_value() == ""


def test_what_a_word_may_have_meant_is_asked_and_not_counted(trouver):
    page = trouver("q=lavrie")
    assert compte(page) == 0 and "lavrie" in page.locator("[data-offres]").inner_text()
    page.locator("[data-offres] button", has_text="laverie").click()
    assert compte(page) == 2 and page.locator("[data-offres]").is_hidden()
    assert page.locator("#mots").input_value() == "laverie"


def test_the_nearest_is_said_only_of_what_is_near(trouver):
    assert "Le plus proche" not in trouver("q=xyzzyq").locator("[data-trouver]").inner_text()
    assert "Le plus proche" in trouver("besoin=douche&avec=gratuit,animaux,telephone").locator("[data-rien]").inner_text()


def test_a_word_that_nobody_knows_shows_the_tiles_and_whom_to_ask(trouver):
    page = trouver("q=xyzzyq")
    inconnu, tuiles = page.locator("[data-inconnu]"), page.locator("[data-racines]")
    assert "xyzzyq" in inconnu.inner_text() and "115" in inconnu.inner_text()
    # No number without a name: the last is that of who keeps the directory.
    assert all(li.locator("b").inner_text() for li in inconnu.locator("li").all())
    assert "Port-Exemple" in inconnu.locator("li").last.inner_text()
    assert inconnu.bounding_box()["y"] < tuiles.bounding_box()["y"] < 740
    # A tile takes the word's place, and says how many there will be.
    assert tuiles.locator("button", has_text="Manger").locator("small").inner_text()[0] not in "0"
    assert tuiles.locator("button.vide").count() == 0
    page.locator("[data-racines] button", has_text="Manger").click()
    assert compte(page) > 0 and page.locator("#mots").input_value() == "" and inconnu.is_hidden()


def test_another_language_keeps_the_search(trouver):
    page = trouver("q=douche&ouvert=aujourdhui")
    page.click(".langues summary")
    page.locator("a[hreflang=en][lang=en]").first.click()
    page.wait_for_selector("html[lang=en] [data-trouver][data-pret=tout]")
    assert page.url.endswith("/en/trouver/index.html#q=douche&ouvert=aujourdhui")
    assert page.locator("#mots").input_value() == "douche" and compte(page) > 0


def test_the_page_shows_what_the_scripts_answer_without_one(trouver, territoire):
    from trouveur_node import reponses
    for texte in ("machines à laver", "où dormir ce soir", "papiers"):
        attendus = [premier["nom"].replace("\u2019", "'") for premier in reponses(territoire, "fr", [texte])[0]["premiers"]]
        assert noms(trouver(f"q={texte}"))[:len(attendus)] == attendus, texte
