"""The first screen of a phone answers: what people came for stands high, in each direction of writing."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

# A cheap phone: 360 pixels wide, 740 high.
LANGUES = ("fr", "ar", "fr-x-falc")
# Where the first of these begins, at the lowest.
HAUTEURS = [
    ("index.html", ".tuiles > li", 400),
    ("besoins/manger/index.html", ".vignette", 360),
    ("besoins/douche/index.html", ".vignette", 360),
    ("quartiers/gare/index.html", ".vignette", 360),
    ("fiches/la-chaloupe/index.html", "h1", 170),
    ("fiches/refuge-horizon/index.html", "h1", 170),
    # In a neighbourhood whose name takes two scripts.
    ("fiches/cafe-des-mouettes/index.html", "h1", 170),
]
_HAUT = "s => [...document.querySelectorAll(s)].find(e => e.checkVisibility()).getBoundingClientRect().top"
_BAS = "document.querySelector('.entete').getBoundingClientRect().bottom"


@pytest.fixture
def telephone(visiteur, en_ligne):
    def ouvre(chemin: str, largeur: int = 360, **options):
        return visiteur(largeur, **options)(f"{en_ligne}/{chemin}")

    return ouvre


@pytest.mark.parametrize("langue", LANGUES)
@pytest.mark.parametrize(("chemin", "quoi", "au_plus"), HAUTEURS)
def test_what_one_came_for_stands_high(telephone, langue, chemin, quoi, au_plus):
    page = telephone(f"{langue}/{chemin}")
    assert page.evaluate(_BAS) <= 96
    assert page.evaluate(_HAUT, quoi) <= au_plus


@pytest.mark.parametrize("langue", ["en", *LANGUES])
def test_the_first_card_of_every_need_stands_high_however_long_its_name(site, telephone, langue):
    page, bas = telephone("fr/index.html"), {}
    for liste in (site / langue / "besoins").glob("*/index.html"):
        if 'class="vignette' in liste.read_text("utf-8"):
            page.goto(liste.as_uri())
            bas[liste.parent.name] = page.evaluate(_HAUT, ".vignette")
    assert len(bas) > 30 and {besoin: haut for besoin, haut in bas.items() if haut > 360} == {}


@pytest.mark.parametrize(("langue", "mot"), [("fr", "douche"), ("ar", "دوش"), ("fr-x-falc", "douche")])
def test_the_first_answer_of_a_search_stands_high(telephone, langue, mot):
    page = telephone(f"{langue}/trouver/index.html#q={mot}")
    page.wait_for_selector("[data-trouver][data-pret=tout]")
    page.wait_for_selector("[data-liste] .vignette")
    assert page.evaluate(_BAS) <= 96
    assert page.evaluate(_HAUT, "[data-liste] .vignette") <= 300


@pytest.mark.parametrize(("langue", "question"), [
    ("fr", "q=cours de francais"), ("fr", "q=sans papiers&ouvert=maintenant"), ("en", "q=lawyer&ouvert=aujourdhui"),
    ("ar", "q=أوراق"), ("fr-x-falc", "q=papiers"),
])
def test_choices_of_which_nobody_is_sure_take_one_row_too(telephone, langue, question):
    page = telephone(f"{langue}/trouver/index.html#{question}")
    page.wait_for_selector("[data-trouver][data-pret=tout]")
    page.wait_for_selector("[data-liste] .vignette")
    expect(page.locator("[data-rapides] small").first).to_contain_text("·")
    boites = [choix.bounding_box() for choix in page.locator("[data-rapides] button, .plus-de-filtres").all()]
    assert len(boites) == 3 and max(b["y"] for b in boites) - min(b["y"] for b in boites) < 6
    assert all(b["x"] >= 0 and b["x"] + b["width"] <= 360 and b["height"] >= 44 for b in boites)
    assert page.evaluate(_HAUT, ".resultats .outils") <= 245


# Names as long as they come, in several scripts.
_VINGT = """() => {
  const liste = document.querySelector('.langues ul'), modele = liste.querySelector('li');
  const noms = ['Türkçe', 'Português', 'Українська', 'Soomaali', 'ქართული', 'አማርኛ', 'தமிழ்', 'বাংলা', 'Kreyòl ayisyen',
    'Shqip', 'Română', 'Русский', 'Հայերեն', 'دری', 'پښتو', 'کوردی'];
  noms.forEach(nom => { const li = modele.cloneNode(true); li.querySelector('a').textContent = nom; liste.append(li); });
}"""


@pytest.mark.parametrize("largeur", [320, 360, 1280])
def test_twenty_languages_take_one_button(telephone, largeur):
    page = telephone("fr/fiches/la-chaloupe/index.html", largeur)
    avant = page.evaluate(_BAS)
    page.evaluate(_VINGT)
    assert page.evaluate(_BAS) == avant
    bouton = page.locator(".langues summary")
    assert bouton.inner_text().split() == ["Langues", ":", "Français"]
    bouton.focus()
    page.keyboard.press("Enter")
    liens = page.locator(".langues a:visible")
    assert liens.count() == 20
    assert page.evaluate("document.documentElement.scrollWidth") <= largeur
    # Each is reached, seen and as high as a finger.
    for n in range(20):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.querySelectorAll('.langues a')[%d]" % n)
        boite = liens.nth(n).bounding_box()
        assert boite["height"] >= 44 and boite["x"] >= 0 and boite["x"] + boite["width"] <= largeur
    page.keyboard.press("Escape")
    expect(liens).to_have_count(0)
    assert page.evaluate("document.activeElement.matches('.langues summary')")


def test_the_languages_open_without_a_script_and_lead_to_the_same_page(telephone, site, navigateur):
    contexte = navigateur.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = contexte.new_page()
    page.goto((site / "fr/besoins/douche/index.html").as_uri())
    page.click(".langues summary")
    page.get_by_role("link", name="العربية").click()
    page.wait_for_url("**/ar/besoins/douche/index.html")
    contexte.close()


def test_another_language_keeps_the_search(telephone):
    page = telephone("fr/trouver/index.html#q=douche&ouvert=maintenant")
    page.wait_for_selector("[data-trouver][data-pret=tout]")
    page.click(".langues summary")
    page.get_by_role("link", name="العربية").click()
    page.wait_for_url("**/ar/trouver/index.html#q=douche&ouvert=maintenant")
    expect(page.locator("[data-liste] .vignette").first).to_be_visible()


def test_what_must_be_known_first_is_said_in_one_line_and_in_full_below(telephone):
    page = telephone("fr/fiches/la-chaloupe/index.html")
    avis = page.locator(".avertissement")
    assert avis.bounding_box()["height"] <= 32 and "Cette ville n’existe pas." in avis.inner_text()
    avis.get_by_role("link").click()
    assert "N’y allez pas et n’appelez pas." in page.locator("#a-savoir:target").inner_text()
