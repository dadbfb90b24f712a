"""What people type finds what they mean."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from resultats import noms


def besoins(page):
    """The needs of the first card."""
    return page.locator("[data-liste] .vignette").first.locator(".faits li").first.inner_text()


@pytest.mark.parametrize(("mots", "trouve"), [
    ("laverie", "Laver son linge"),
    ("machine à laver", "Laver son linge"),
    ("MACHINES A LAVER", "Laver son linge"),
    ("lavrie", "Laver son linge"),
    ("repas", "Repas chaud"),
    ("cours de francais", "français"),
    ("wifi", "Wifi"),
])
def test_words_accents_plurals_and_typing_errors_find_the_need(trouver, mots, trouve):
    page = trouver(f"q={mots}")
    assert trouve.lower() in besoins(page).lower(), page.locator("[data-liste]").inner_text()


def test_an_old_name_finds_what_took_its_place(trouver):
    assert "Maison de l'emploi" in noms(trouver("q=pole emploi"))


def test_a_name_finds_its_fiche_first(trouver):
    assert noms(trouver("q=cuisine du quai"))[0] == "La Cuisine du Quai"
    assert noms(trouver("q=chaloup"))[0].endswith("La Chaloupe, accueil de jour") or "Chaloupe" in noms(trouver("q=chaloup"))[0]


def test_a_free_shower_is_a_shower_that_is_free(trouver):
    page = trouver("q=douche gratuite")
    for carte in page.locator("[data-liste] .vignette").all():
        assert "Douche" in carte.locator(".faits li").first.inner_text() and "Gratuit" in carte.inner_text()


def test_the_middle_dot_hides_no_word(trouver):
    avec, sans = trouver("q=étudiant·e·s"), trouver("q=étudiante")
    assert noms(avec) == noms(sans) != []


def test_words_that_no_place_has_together_show_those_that_have_a_part(trouver):
    page = trouver("q=laverie coiffeur")
    assert page.locator("[data-avis-mots]").is_visible() and noms(page)


def test_typing_shows_results_while_one_types(trouver):
    page = trouver()
    page.locator("#mots").press_sequentially("lave")
    # Not wait_for_function: it is an eval, which the page's policy forbids.
    expect(page.locator("[data-liste] .vignette h3", has_text="Laverie des voyageurs")).to_be_visible()


def test_words_in_arabic_are_compared_without_article_or_marks(ouvre, en_ligne):
    page = ouvre(f"{en_ligne}/fr/trouver/index.html")
    coupe = page.evaluate("['الأكل', 'أَكْل', 'اكل', 'مدرسة', 'مدرسه'].map(mot => quifaitquoi.coupe(mot).join())")
    assert len(set(coupe[:3])) == 1 and coupe[3] == coupe[4]


def test_french_words_find_in_every_language_of_the_site(trouver):
    fr, en = trouver("q=laverie"), trouver("q=laverie", langue="en")
    assert len(noms(fr)) == len(noms(en)) == 2


def test_the_box_of_any_page_leads_to_the_finder_and_sends_nothing(ouvre, en_ligne):
    page = ouvre(f"{en_ligne}/fr/glossaire/index.html")
    page.locator("#chercher").fill("laverie & douche")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-trouver][data-pret=tout]")
    assert page.url.endswith("/trouver/index.html#q=laverie%20%26%20douche")
    assert page.locator("#mots").input_value() == "laverie & douche"
    assert not [url for url in page.demandes if "laverie" in url.split("#")[0]]


def test_without_a_script_the_box_leads_to_the_lists_and_sends_nothing(ouvre, en_ligne):
    page = ouvre(f"{en_ligne}/fr/index.html", java_script_enabled=False)
    page.locator("#chercher").fill("secret")
    page.locator("#chercher").press("Enter")
    page.wait_for_url("**/trouver/index.html*")
    assert "secret" not in page.url
    assert page.get_by_role("link", name="Manger").is_visible()
    assert page.get_by_role("link", name="Toutes les adresses").is_visible()
    assert page.get_by_role("link", name="Gare").is_visible()
    assert not page.locator("[data-formulaire]").is_visible()


@pytest.mark.parametrize(("langue", "phrase", "mot"), [
    ("fr", "manger ce soir", "manger"), ("fr", "où dormir maintenant", "dormir"), ("en", "I need a shower tonight", "shower"),
    ("ar", "أريد أن آكل الليلة", "أكل"),
])
def test_what_a_sentence_says_of_the_hour_hides_no_answer(trouver, langue, phrase, mot):
    trouves = noms(trouver(f"q={phrase}", langue))
    assert trouves == noms(trouver(f"q={mot}", langue)) != []


def test_an_emergency_line_is_never_the_nearest_to_an_unknown_word(trouver):
    page = trouver("q=zzzzzz")
    assert page.locator("[data-rien]").is_visible()
    proches = noms(page)
    assert proches and not {"Toutes les urgences", "Police secours", "Pompiers", "Prévention du suicide"} & set(proches)
    for carte in page.locator("[data-liste] .vignette").all():
        assert "24 heures sur 24" not in carte.inner_text()
