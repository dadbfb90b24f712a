"""axe-core finds nothing: every kind of page, both directions of writing, light and dark, on a narrow phone and a wide screen."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from sortes import SORTES, remplit

from petit_port import LANGUES

AXE = (Path(__file__).parents[2] / "build/npm/node_modules/axe-core/axe.min.js").read_text("utf-8")
REGLES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Languages written in one direction have the same elements with other words, in the same colours: every kind of page is read in
# French and in Arabic; in the others, those with most of what only a translation has (marks of French, notes on reviews).
DEUX_SENS = ("fr", "ar")
DE_TOUTES_LES_LANGUES = ("index.html", "trouver/index.html", "fiches/la-chaloupe/index.html")
# What a wider window may change in an element that was there before.
MISE_EN_PAGE = ["target-size", "scrollable-region-focusable", "link-in-text-block"]
ETROIT, LARGE = 320, 1280

# `lit(rules, elements)`: what axe finds, as [rule, element]. With only what is wrong asked for, axe does not describe all that is
# right: half the time. `vus()`: the elements that are seen. `sortes(elements)`: of each, by what the style sheets know it.
OUTILS = """() => {
window.lit = async (regles, ou = document) => (await axe.run(ou, {runOnly: regles, preload: false, resultTypes: ['violations']}))
  .violations.map(v => [v.id, v.nodes[0].html.slice(0, 160)]);
window.vus = () => [...document.querySelectorAll('body, body *')].filter(e => e.checkVisibility({visibilityProperty: true}));
window.sortes = elements => elements.map(e => {
  const noms = [document.documentElement.dir];
  for (let n = e; n; n = n.parentElement) {
    noms.push(n.localName, ...[...n.attributes].filter(a => !/^(id|href|for|lang|title|value|datetime|aria-label.*)$/.test(a.name))
      .map(a => a.name + '=' + a.value));
  }
  return noms.join(' ');
});
}"""
# Everything at first; on the wide screen, everything of what the narrow one hid, and of the rest what the layout may change.
CLAIR_ETROIT = "regles => { window.avant = new Set(vus()); return lit(regles); }"
CLAIR_LARGE = """async ([regles, miseEnPage]) => {
  const neufs = vus().filter(e => !avant.has(e));
  return [...await lit({type: 'rule', values: miseEnPage}), ...neufs.length ? await lit(regles, neufs) : []];
}"""
# Colours come from the style sheets: in a new light or width each sort of element is read once, however often it comes.
COULEURS = """async connues => {
  const deja = new Set(connues), tous = vus().filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()));
  const noms = sortes(tous), choisis = tous.filter((e, n) => !deja.has(noms[n]) && deja.add(noms[n]));
  return [choisis.length ? await lit({type: 'rule', values: ['color-contrast']}, choisis) : [], [...new Set(noms)]];
}"""


@pytest.mark.parametrize("chemin", SORTES)
def test_axe_finds_nothing(visiteur, en_ligne, chemin):
    page, fautes, lues = visiteur()("about:blank"), [], defaultdict(list)
    for langue in LANGUES if chemin in DE_TOUTES_LES_LANGUES else DEUX_SENS:
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": ETROIT, "height": 800})
        page.goto(adresse := f"{en_ligne}/{langue}/{chemin}")
        remplit(page, adresse)
        page.evaluate(AXE)
        page.evaluate(OUTILS)
        trouve = page.evaluate(CLAIR_ETROIT, REGLES)
        fautes += [(langue, "light", ETROIT, *faute) for faute in trouve]
        page.set_viewport_size({"width": LARGE, "height": 800})
        trouve = page.evaluate(CLAIR_LARGE, [REGLES, MISE_EN_PAGE])
        fautes += [(langue, "light", LARGE, *faute) for faute in trouve]
        for couleurs, largeur in (("light", LARGE), ("dark", LARGE), ("dark", ETROIT)):
            page.emulate_media(color_scheme=couleurs)
            page.set_viewport_size({"width": largeur, "height": 800})
            trouve, noms = page.evaluate(COULEURS, lues[couleurs, largeur])
            lues[couleurs, largeur] += noms
            fautes += [(langue, couleurs, largeur, *faute) for faute in trouve]
    assert not fautes


@pytest.mark.parametrize("langue", DEUX_SENS)
def test_axe_finds_nothing_in_the_questions_of_the_desk(visiteur, en_ligne, langue):
    page = visiteur()(f"{en_ligne}/{langue}/accueil-telephonique/index.html")
    page.wait_for_selector("[data-guichet][data-pret=tout]")
    page.evaluate(AXE)
    page.evaluate(OUTILS)
    # Large needs; those of one; places; and choices of which several may be pressed.
    for touches in ("", "4", "1", "0001"):
        for touche in touches:
            page.keyboard.press(touche)
        for couleurs, largeur in (("light", ETROIT), ("light", LARGE), ("dark", LARGE), ("dark", ETROIT)):
            page.emulate_media(color_scheme=couleurs)
            page.set_viewport_size({"width": largeur, "height": 800})
            assert page.evaluate("lit", REGLES) == [], (touches, couleurs, largeur)


@pytest.mark.parametrize("langue", DEUX_SENS)
def test_axe_finds_nothing_on_a_map_with_streets(visiteur, en_ligne, langue):
    page = visiteur()(f"{en_ligne}/{langue}/cartes/quartier-gare.html")
    page.wait_for_selector("img.leaflet-tile-loaded")
    page.evaluate(AXE)
    page.evaluate(OUTILS)
    for couleurs, largeur in (("light", ETROIT), ("light", LARGE), ("dark", LARGE), ("dark", ETROIT)):
        page.emulate_media(color_scheme=couleurs, reduced_motion="reduce")
        page.set_viewport_size({"width": largeur, "height": 800})
        assert page.evaluate("lit", REGLES) == [], (couleurs, largeur)
    page.locator(".bouton.lieu").first.click()
    page.wait_for_timeout(400)  # a popup that is still fading in has no contrast yet
    assert page.evaluate("lit", REGLES) == []
