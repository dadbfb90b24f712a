"""What a first visit loads: all that the page shows, and little more."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import median

import pytest
from sortes import SORTES, remplit
from tests.bench.measures import avec_ce_qu_elle_charge, poids

from promenade import finie

SELECTEURS = """feuille => {
  const lue = new CSSStyleSheet();
  lue.replaceSync(feuille);
  const regles = liste => [...liste].flatMap(regle => regle.cssRules && !regle.selectorText ? regles(regle.cssRules) : [regle]);
  return regles(lue.cssRules).map(regle => regle.selectorText).filter(dit => dit && !/^i\\.i-/.test(dit));
}"""
# Those of them that something answers to, by their sheet, in the page itself or in one that is only read.
REPONDENT = """([feuilles, html]) => {
  const page = html ? new DOMParser().parseFromString(html, 'text/html') : document;
  const repondent = feuilles.map(([nom, selecteurs]) => [nom, selecteurs.filter(dit => page.querySelector(dit))]);
  return repondent.filter(([nom, dits]) => dits.length);
}"""


@pytest.mark.parametrize("langue", ["fr", "en", "ar", "fr-x-falc"])
def test_the_home_page_weighs_less_than_29_kb_and_most_fiches_less_than_27(site, langue):
    fiches = [poids(avec_ce_qu_elle_charge(page)) for page in (site / langue / "fiches").glob("*/index.html")]
    assert poids(avec_ce_qu_elle_charge(site / langue / "index.html")) < 29_000
    assert len(fiches) > 60 and median(fiches) < 27_000
    # La Chaloupe says all that a fiche may say: sixty drawings, and its name in two scripts.
    assert sorted(fiches)[-4] < 30_500 and max(fiches) < 32_500


def test_only_pages_that_list_places_load_what_says_so_of_each(site):
    fr = site / "fr"
    charge = {page: {Path(charge).name.partition(".")[0] for charge in avec_ce_qu_elle_charge(page)} - {page.name}
              for page in [*fr.glob("index.html"), *fr.glob("*/index.html"), *fr.glob("*/*/index.html")]}
    voulus = {page for page in charge if any(f" {marque}" in page.read_text("utf-8") for marque in ("data-etats", "data-filtre"))}
    assert len(voulus) > 40 and all("listes" in charge[page] for page in voulus)
    assert "listes" not in charge[fr / "index.html"] | charge[fr / "fiches" / "la-chaloupe" / "index.html"]


@pytest.mark.parametrize("langue", ["fr", "ar"])
def test_the_desk_adds_less_than_10_500_bytes_to_the_finder_whose_index_it_shares(site, langue):
    pages = [site / langue / page / "index.html" for page in ("accueil-telephonique", "trouver")]
    bureau, recherche = (poids(avec_ce_qu_elle_charge(page)) for page in pages)
    assert bureau - recherche < 10_500
    memes = [re.findall(r'\S*trouver[./]\w+\.js[?\w]*', page.read_text("utf-8")) for page in pages]
    assert memes[0] == memes[1] != []


@pytest.fixture
def feuilles(site, visiteur) -> dict[Path, list[str]]:
    """The selectors of each sheet of the site."""
    page = visiteur()("about:blank")
    return {feuille: page.evaluate(SELECTEURS, feuille.read_text("utf-8")) for feuille in (site / "assets").glob("*.css")}


def manquent(page: Path, feuilles: dict[Path, list[str]], vue, html: str = "") -> list[tuple[str, list[str]]]:
    """Each sheet that the page does not load, with the selectors that draw something of what `vue` shows, or of `html`."""
    chargees = feuilles.keys() & avec_ce_qu_elle_charge(page)
    if not chargees:
        return []  # it only leads to the fiche that took its place
    return vue.evaluate(REPONDENT, [[[autre.name, feuilles[autre]] for autre in feuilles.keys() - chargees], html])


def test_no_page_holds_what_only_a_sheet_that_it_does_not_load_draws(site, visiteur, feuilles):
    lecteur, fr = visiteur()("about:blank"), site / "fr"
    pages = [site / "index.html", *fr.glob("index.html"), *fr.glob("*/index.html"), *fr.glob("*/*/index.html")]
    assert len(feuilles) == 9 and len(pages) > 250
    assert [] == [(page, dits) for page in pages if (dits := manquent(page, feuilles, lecteur, page.read_text("utf-8")))]


# The pictograms that are seen on a page, and that neither it nor one of its sheets draws.
SANS_DESSIN = """() => {
  const dessine = une => une.matches('i') ? getComputedStyle(une).getPropertyValue('--trace').includes('svg')
    : une.querySelector('use') ? document.querySelector(une.querySelector('use').getAttribute('href')) : une.querySelector('path');
  return [...document.querySelectorAll('.icone')].filter(une => une.checkVisibility() && !dessine(une)).map(une => une.outerHTML);
}"""


def test_every_pictogram_is_drawn_on_the_page_or_by_a_sheet_that_it_loads_those_that_scripts_add_too(site, visiteur):
    fr = site / "fr"
    for page in {*(fr / sorte for sorte in SORTES), *fr.glob("index.html"), *fr.glob("*/index.html")}:
        vue = visiteur()(page.as_uri())
        remplit(vue, vue.url)
        finie(vue)
        assert vue.evaluate(SANS_DESSIN) == [], page
        vue.context.close()


def test_no_script_adds_what_only_a_sheet_that_the_page_does_not_load_draws(site, visiteur, feuilles):
    fr = site / "fr"
    for page in {*(fr / sorte for sorte in SORTES), *fr.glob("*/index.html")}:
        vue = visiteur()(page.as_uri())
        remplit(vue, vue.url)
        finie(vue)
        assert manquent(page, feuilles, vue) == [], page
        vue.context.close()
