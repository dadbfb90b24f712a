"""A discreet visit in each engine, on a server and in a folder: no page says in the window's title what it is about."""

from __future__ import annotations

import pytest

AILLEURS = "fr/quartiers/gare/index.html"
PAGES = ("fr/fiches/la-chaloupe/index.html", "fr/trouver/index.html", "ar/besoins/douche/index.html",
         "fr/cartes/besoin-douche.html")
TITRE = "document.readyState === 'complete' && document.title"
PRESSEE = "document.querySelector('[data-discrete]').getAttribute('aria-pressed') === 'true'"
ICONE = "document.querySelector('link[rel=icon]').getAttribute('href')"


@pytest.fixture
def discrete(fenetre, racine):
    fenetre.va(f"{racine}/fr/index.html")
    fenetre.evalue("sessionStorage.clear()")
    fenetre.va(f"{racine}/fr/besoins/douche/index.html")
    assert fenetre.attend(TITRE).startswith("Douche")
    fenetre.clique("[data-discrete]")
    yield fenetre
    fenetre.va(f"{racine}/fr/besoins/douche/index.html")
    fenetre.evalue("sessionStorage.clear()")


def test_the_title_is_neutral_at_once_and_what_stays_is_said(discrete):
    assert discrete.evalue("document.title") == "Page" and discrete.evalue(ICONE) == "data:,"
    dit = discrete.texte("[data-avis-discret]")
    assert "L'adresse des pages, l'historique de votre navigateur et ce qui est à l'écran, eux, restent." in dit


def test_it_holds_on_every_page_in_every_language_and_ends_when_one_wants(discrete, racine):
    for page in PAGES:
        discrete.suit(f"{racine}/{page}")
        assert discrete.attend(TITRE) == ("صفحة" if page.startswith("ar") else "Page"), page
    discrete.suit(f"{racine}/fr/fiches/la-chaloupe/index.html")
    assert discrete.attend(PRESSEE)
    discrete.clique("[data-discrete]")
    assert "Chaloupe" in discrete.evalue("document.title") and discrete.evalue(ICONE) != "data:,"
    discrete.suit(f"{racine}/{AILLEURS}")
    assert discrete.attend(TITRE).startswith("Gare")


def test_leaving_ends_it(discrete, racine):
    discrete.clique("[data-quitter]")
    discrete.attend("document.title === 'Neutre'")
    discrete.va(f"{racine}/{AILLEURS}")
    assert discrete.attend(TITRE).startswith("Gare") and not discrete.evalue(PRESSEE)
