"""The printed sheet of a selection: letters that can be read, whose it is, whom to call, and nothing alone on a page."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

SIX = ["la-chaloupe", "refuge-horizon", "ccas-vieux-port", "halte-de-nuit", "le-fanal", "bus-des-soins"]
# The smallest letters of what is printed, in points; maps have their own scale.
_PLUS_PETITES = """() => {
  const marche = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let petites = Infinity;
  for (let noeud; (noeud = marche.nextNode());) {
    const ou = noeud.parentElement;
    if (noeud.data.trim() && ou.checkVisibility() && !ou.closest("svg, .cache"))
      petites = Math.min(petites, parseFloat(getComputedStyle(ou).fontSize) * .75);
  }
  return petites;
}"""


@pytest.fixture
def feuille(visiteur, en_ligne):
    page = visiteur()(f"{en_ligne}/fr/selection/index.html#s={','.join(SIX)}")
    page.wait_for_selector("[data-page-selection][data-pret]")
    return page


@pytest.fixture(params=["page", "colonnes", "gros"])
def imprimee(request, feuille):
    """The page and the texts of its sheets, in each form."""
    feuille.check(f"input[value={request.param}]")
    textes = [page.extract_text() for page in PdfReader(BytesIO(feuille.pdf(prefer_css_page_size=True))).pages]
    feuille.emulate_media(media="print")
    return request.param, feuille, textes


def test_no_letter_is_small_whose_it_is_and_whom_to_call_stand_first(imprimee):
    forme, page, textes = imprimee
    assert page.evaluate(_PLUS_PETITES) >= (18 if forme == "gros" else 9)
    assert "Qui fait quoi" in textes[0] and "115" in textes[0] and "112" in textes[0]
    assert page.locator(".tete-imprimee .qr").count() == 1
    # No page holds only what ends it.
    assert all(len(texte) > 200 for texte in textes[:-1]) and len(textes[-1]) > 60


def test_a_name_is_on_the_same_page_as_what_is_done_there(imprimee):
    _, page, textes = imprimee
    for entree in page.locator(".feuille").all():
        nom, fait = (" ".join(entree.locator(quoi).first.inner_text().split()) for quoi in ("h2", ".faits > li"))
        ou = [n for n, texte in enumerate(textes) if nom in " ".join(texte.split())]
        assert any(fait[:18] in " ".join(textes[n].split()) for n in ou), (nom, fait[:18])
