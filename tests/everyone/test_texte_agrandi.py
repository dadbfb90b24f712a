"""With text at 200 %, and on a narrow phone, nothing leaves the screen and nothing is cut."""

from __future__ import annotations

import pytest
from sortes import SORTES, remplit

from petit_port import LANGUES

# Elements whose text does not fit in them, and those that stick out of the window.
_PERTES = """() => {
  const large = document.documentElement.clientWidth, pertes = [];
  if (document.documentElement.scrollWidth > large) pertes.push('défile vers le côté : ' + document.documentElement.scrollWidth);
  for (const e of document.querySelectorAll('body *')) {
    if (e.closest('svg, .cache, [hidden], template, noscript, .saut') || !e.checkVisibility({visibilityProperty: true})) continue;
    const s = getComputedStyle(e), b = e.getBoundingClientRect();
    if (!b.width || !e.textContent.trim()) continue;
    if (b.right > large + 1 || b.left < -1) pertes.push('dehors : ' + e.outerHTML.slice(0, 90));
    if (s.overflow !== 'visible' && !['INPUT', 'TEXTAREA', 'SELECT'].includes(e.tagName) && s.display !== 'inline'
        && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)) {
      pertes.push('coupé : ' + e.outerHTML.slice(0, 90));
    }
  }
  return pertes.slice(0, 4);
}"""


@pytest.mark.parametrize("langue", LANGUES)
def test_nothing_is_lost(visiteur, en_ligne, langue):
    page, pertes = visiteur()("about:blank"), []
    for chemin in SORTES:
        page.goto(adresse := f"{en_ligne}/{langue}/{chemin}")
        remplit(page, adresse)
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        taille = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
        for largeur, fois in ((320, 1), (1280, 2), (640, 2), (360, 2)):
            page.set_viewport_size({"width": largeur, "height": 800})
            page.evaluate("px => { document.documentElement.style.fontSize = px + 'px'; }", taille * fois)
            pertes += [(chemin, largeur, fois, perte) for perte in page.evaluate(_PERTES)]
            # Where the reader's own letters are that large, the bar does not stay (selection.css).
            if page.evaluate("document.querySelector('.barre').getBoundingClientRect().height") > 800 * .4:
                pertes.append((chemin, largeur, fois, "la barre couvre la page"))
    assert not pertes
