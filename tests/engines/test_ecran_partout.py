"""The screen of a phone in each engine: what one came for stands high, no word is cut, the language is marked."""

from __future__ import annotations

import pytest

import moteurs

# Words that stand on more than one line, of what is seen.
COUPES = r"""(() => {
  const coupes = [], marche = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let noeud; (noeud = marche.nextNode());) {
    if (!noeud.parentElement.checkVisibility()) continue;
    for (const mot of noeud.data.matchAll(/(?<![\p{L}\p{N}@/.])[\p{L}\p{M}]{2,}(?![\p{L}\p{N}@/]|\.\p{L})/gu)) {
      const etendue = document.createRange();
      etendue.setStart(noeud, mot.index);
      etendue.setEnd(noeud, mot.index + mot[0].length);
      const lignes = [...etendue.getClientRects()].filter(r => r.width > 1).map(r => Math.round(r.top / 6));
      if (new Set(lignes).size > 1) coupes.push(mot[0]);
    }
  }
  return coupes;
})()"""
HAUT = "[...document.querySelectorAll('%s')].find(e => e.getClientRects().length).getBoundingClientRect().top"


@pytest.fixture
def telephone(fenetre):
    fenetre.elargit(moteurs.ETROIT)
    return fenetre


@pytest.mark.parametrize("chemin", ["fr/index.html", "fr-x-falc/index.html", "fr/trouver/index.html"])
def test_no_word_is_cut_on_a_phone_of_any_width(telephone, en_ligne, chemin):
    telephone.va(f"{en_ligne}/{chemin}")
    telephone.attend("!document.querySelector('[data-trouver]') || document.querySelector('[data-trouver][data-pret=tout]')")
    for largeur in range(320, 440, 6):
        telephone.elargit(largeur)
        assert telephone.evalue(COUPES) == [], largeur


@pytest.mark.parametrize(("chemin", "quoi", "au_plus"), [
    ("fr/index.html", ".tuiles > li", 400), ("fr/besoins/douche/index.html", ".vignette", 360),
    ("fr/fiches/la-chaloupe/index.html", "h1", 170), ("ar/index.html", ".tuiles > li", 400),
    ("fr-x-falc/besoins/douche/index.html", ".vignette", 360), ("fr-x-falc/fiches/cafe-des-mouettes/index.html", "h1", 170),
])
def test_what_one_came_for_stands_high(telephone, en_ligne, chemin, quoi, au_plus):
    telephone.va(f"{en_ligne}/{chemin}")
    assert telephone.evalue("document.querySelector('.entete').getBoundingClientRect().bottom") <= 96
    assert telephone.evalue(HAUT % quoi) <= au_plus
    assert telephone.evalue("document.documentElement.scrollWidth") <= moteurs.ETROIT


@pytest.mark.parametrize("langue", ["fr", "fr-x-falc"])
def test_the_first_answer_of_a_search_stands_high_too(telephone, en_ligne, langue):
    telephone.va(f"{en_ligne}/{langue}/trouver/index.html#q=douche")
    telephone.attend("document.querySelector('[data-trouver][data-pret=tout]')")
    telephone.attend(f"{HAUT % '[data-liste] .vignette'} <= 300")


def test_the_language_of_the_page_is_marked_by_a_thick_line(fenetre, en_ligne):
    fenetre.va(f"{en_ligne}/ar/index.html")
    trait = "getComputedStyle(document.querySelector('.langues a%s')).textDecoration%s"
    assert fenetre.evalue(trait % ("[aria-current]", "Line")) == "underline"
    assert fenetre.evalue(trait % ("[aria-current]", "Thickness")) == "3px"
    assert fenetre.evalue(trait % (":not([aria-current])", "Line")) == "none"
