"""Who will not be turned away, from the words that one types on a phone to the paper in one's hand: a bed for someone who drinks,
somebody to talk to for a girl of sixteen whose parents must not know."""

from __future__ import annotations

import unicodedata

import pypdfium2
import pytest
from playwright.sync_api import expect

from quifaitquoi.papier.depliants import Demande, composer

BOIRE = {"fr": "Sans devoir arrêter l'alcool ou les drogues", "ar": "لا يُطلب منك التوقف عن الكحول أو المخدرات"}
PARENTS = {"fr": "Sans l'accord des parents", "ar": "لا تُطلب موافقة والديك"}
RECITS = [
    ("fr", "dormir sans arrêter de boire", "Halte de nuit", BOIRE, "115"),
    ("ar", "النوم دون التوقف عن الشرب", "Halte de nuit", BOIRE, "115"),
    ("fr", "sans prévenir mes parents", "Le Ressac", PARENTS, "02 61 91 04 40"),
    ("ar", "بدون موافقة الوالدين", "Le Ressac", PARENTS, "02 61 91 04 40"),
]


def simple(texte: str) -> str:
    return " ".join(texte.split()).replace("’", "'")


@pytest.mark.parametrize(("code", "tape", "nom", "sans", "numero"), RECITS, ids=lambda x: x if isinstance(x, str) else "")
def test_what_is_not_asked_is_found_by_its_words_and_told_at_each_step(en_ligne, visiteur, code, tape, nom, sans, numero):
    page = visiteur(360)(f"{en_ligne}/{code}/index.html")
    page.fill("#chercher, #mots", tape)
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-trouver][data-pret=tout]")
    carte = page.locator("[data-liste] .vignette").first
    expect(carte).to_contain_text(nom)
    assert sans[code] in simple(carte.inner_text())
    carte.locator("h3 a").click()
    expect(page.locator("h1")).to_have_text(nom)
    dit = simple(page.locator("article").inner_text())
    # Before the story of the place, and again where one asks how to get in.
    assert dit.count(sans[code]) >= 2 and dit.index(sans[code]) < dit.index(simple(page.locator("article h2").first.inner_text()))
    assert page.locator("article a[href^='tel:']").first.inner_text().replace("\u00a0", " ").strip() == numero
    # Whoever looks over a shoulder: one touch leaves, and nothing stays behind.
    expect(page.locator("[data-quitter]").first).to_be_visible()
    assert page.evaluate("localStorage.length") == 0 and page.evaluate("document.documentElement.scrollWidth") <= 360
    assert not page.erreurs


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_and_the_leaflet_of_the_neighbourhood_says_it_too(port, propre, code):
    pdf = composer(port, Demande("gare", "livret", code)).pdf
    lu = propre(" ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)))
    for sans in (BOIRE, PARENTS):
        # Paper has no vowel marks; and pdfium reads back the two joined letters of « لا » in the wrong order.
        dit = "".join(lettre for lettre in sans[code] if not unicodedata.combining(lettre))
        assert dit.removeprefix("لا ") in lu
