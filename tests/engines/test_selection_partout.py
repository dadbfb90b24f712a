"""My selection in each engine, on a server and in a folder: what was chosen on any page is on the sheet, and stays."""

from __future__ import annotations


def noms(fenetre) -> list[str]:
    fenetre.attend("document.querySelector('[data-page-selection][data-pret]')")
    return fenetre.textes(".feuille h2")


def test_what_was_chosen_on_two_pages_is_on_the_sheet_and_stays(fenetre, racine):
    fenetre.va(f"{racine}/fr/fiches/la-chaloupe/index.html")
    fenetre.clique("article .garder")
    fenetre.clique("a[href*='besoins/douche/']")
    fenetre.clique(".vignette[data-fiche=bains-du-port] .garder")
    assert fenetre.texte("[data-compte-selection]") == "2"
    fenetre.clique("[data-selection] a")
    for _ in range(2):
        assert noms(fenetre) == ["La Chaloupe, accueil de jour", "Bains-douches du Port"]
        assert "4 quai des Goélands" in fenetre.texte(".feuille")
        fenetre.va(fenetre.evalue("location.href"))


def test_what_was_taken_away_on_one_page_is_away_on_the_next_and_who_comes_back_finds_what_was_there(fenetre, racine):
    fenetre.va(f"{racine}/fr/fiches/la-chaloupe/index.html")
    fenetre.clique("article .garder")
    fenetre.clique("[data-selection] a")
    assert noms(fenetre) == ["La Chaloupe, accueil de jour"]
    fenetre.recule()
    assert fenetre.texte("[data-compte-selection]") == "1"
    fenetre.clique("article .garder")
    fenetre.clique("[data-selection] a")
    fenetre.attend("document.querySelector('[data-vide]') && !document.querySelector('[data-vide]').hidden")


def test_a_link_brings_a_selection(fenetre, racine):
    fenetre.va(f"{racine}/fr/selection/index.html#s=bus-des-soins,bains-du-port")
    assert noms(fenetre) == ["Le Bus des soins", "Bains-douches du Port"]
