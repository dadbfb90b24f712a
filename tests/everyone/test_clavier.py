"""The keyboard alone: everything is reached in its order, its focus is seen and never covered; fingers have room too."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from sortes import remplit

from petit_port import LANGUES

VISITES = [
    "index.html",
    "besoins/se-laver/index.html",
    "fiches/la-chaloupe/index.html",
    "trouver/index.html",
    "selection/index.html",
    "tout/index.html",
]
_FOCUS = """() => {
  const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
  const barre = document.querySelector('.barre');
  if (e === document.body || e === document.documentElement) return null;
  const x = Math.min(Math.max((b.left + b.right) / 2, 1), innerWidth - 2), y = Math.min((b.top + b.bottom) / 2, b.top + 12);
  const dessus = document.elementFromPoint(x, y);
  return {
    quoi: e.outerHTML.slice(0, 100),
    href: e.getAttribute('href'),
    dans: (e.closest('.barre, header.entete, footer.pied, #contenu') || {}).className || '',
    vu: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2,
    visible: b.bottom > 0 && b.top < innerHeight && b.width > 0,
    couvert: Boolean(barre && !barre.contains(e) && !e.matches('.saut') && dessus && barre.contains(dessus)),
  };
}"""
_PETITES = """() => [...document.querySelectorAll('a[href], button, input, select, summary, textarea')].filter(e => {
  if (!e.checkVisibility({visibilityProperty: true}) || e.closest('.cache, .saut') || e.matches('.sigle')) return false;
  const label = e.matches('[type=radio], [type=checkbox]') && e.closest('label'), vu = label || e, b = vu.getBoundingClientRect();
  // Inside a sentence a link is as high as its line.
  const phrase = e.closest('p, li');
  if (getComputedStyle(vu).display === 'inline') return false;
  if (e.matches('.pied p a') && phrase.textContent.length > e.textContent.length + 8) return false;
  // A card is one target: its link covers it.
  if (e.closest('.vignette h3')) return false;
  return b.height < 43.5 || b.width < 24;
}).map(e => [e.outerHTML.slice(0, 110), Math.round(e.getBoundingClientRect().height)])"""


@pytest.mark.parametrize("chemin", VISITES)
def test_the_focus_is_always_seen_and_goes_through_the_page_in_its_order(visiteur, en_ligne, chemin):
    # Smooth scrolling would still be on its way when one looks.
    page = visiteur(reduced_motion="reduce")(f"{en_ligne}/fr/{chemin}")
    remplit(page, f"/{chemin}")
    page.set_viewport_size({"width": 900, "height": 600})
    pas, fautes = [], []
    for _ in range(400):
        page.keyboard.press("Tab")
        etape = page.evaluate(_FOCUS)
        if etape is None:
            break
        pas.append(etape)
        fautes += [(nom, etape["quoi"]) for nom in ("vu", "visible") if not etape[nom]]
        if etape["couvert"]:
            fautes.append(("couvert", etape["quoi"]))
    else:
        pytest.fail("the keyboard never comes out of the page")
    assert not fautes
    assert pas[0]["href"] == "#contenu"
    ordre = list(dict.fromkeys(etape["dans"].split()[0] for etape in pas if etape["dans"]))
    assert ordre == ["barre", "entete", "contenu", "pied"], ordre


def test_a_whole_visit_with_the_keyboard(visiteur, en_ligne):
    page = visiteur()(f"{en_ligne}/fr/index.html")

    def jusqu_a(selecteur: str) -> None:
        for _ in range(300):
            page.keyboard.press("Tab")
            if page.evaluate("s => document.activeElement.matches(s)", selecteur):
                return
        pytest.fail(selecteur)

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # « Aller au contenu »
    jusqu_a("a[href$='besoins/se-laver/index.html']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/besoins/se-laver/index.html")
    jusqu_a("a[data-carte]")
    page.keyboard.press("Enter")
    page.frame_locator("iframe.carte-ouverte").locator(".leaflet-container").wait_for()
    jusqu_a(".vignette .garder")
    page.keyboard.press("Space")
    assert page.inner_text("[data-compte-selection]") == "1"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")  # the card
    page.wait_for_url("**/fiches/**")
    jusqu_a("[data-selection] a") if page.evaluate("document.activeElement === document.body") else None
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-page-selection][data-pret]")
    jusqu_a(".partager:not([data-envoi]) summary")
    page.keyboard.press("Enter")
    jusqu_a("[data-copier]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-copie]")).not_to_be_empty()
    jusqu_a(".feuille-note textarea")
    page.keyboard.type("Une note")
    assert not page.erreurs


@pytest.mark.parametrize("chemin", VISITES)
def test_whatever_one_touches_is_as_large_as_a_finger(visiteur, en_ligne, chemin):
    page = visiteur(360)(f"{en_ligne}/fr/{chemin}")
    remplit(page, f"/{chemin}")
    assert not page.evaluate(_PETITES)


@pytest.mark.parametrize("langue", LANGUES)
def test_the_accessibility_tree_has_its_landmarks_and_headings(visiteur, en_ligne, langue):
    ouvre = visiteur()
    for chemin in VISITES:
        page = ouvre(f"{en_ligne}/{langue}/{chemin}")
        remplit(page, f"/{chemin}")
        for role in ("banner", "main", "contentinfo"):
            assert page.get_by_role(role).count() == 1, (chemin, role)
        noms = page.evaluate(
            "[...document.querySelectorAll('nav')].filter(n => n.checkVisibility()).map(n => n.getAttribute('aria-label')"
            " || document.getElementById(n.getAttribute('aria-labelledby')).textContent)"
        )
        assert len(noms) == len(set(noms)) and all(noms), (chemin, noms)
        niveaux = page.evaluate(
            "[...document.querySelectorAll('h1, h2, h3, h4')].filter(h => h.checkVisibility()).map(h => +h.tagName[1])"
        )
        assert niveaux[0] == 1 and niveaux.count(1) == 1, (chemin, niveaux)
        assert all(b <= a + 1 for a, b in zip(niveaux, niveaux[1:], strict=False)), (chemin, niveaux)
        assert page.get_by_role("main").get_by_role("checkbox", include_hidden=True).count() == ("selection" in chemin), chemin
        page.close()


def test_nothing_moves_for_those_who_asked_for_calm(visiteur, en_ligne):
    for options in ({"reduced_motion": "reduce"}, {"reduced_motion": "no-preference"}):
        page = visiteur(**options)(f"{en_ligne}/fr/fiches/la-chaloupe/index.html")
        assert page.evaluate("document.getAnimations().length") == 0
    page = visiteur(reduced_motion="reduce")(f"{en_ligne}/fr/index.html")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_colours_that_the_reader_imposes_leave_everything_visible(visiteur, en_ligne):
    page = visiteur(forced_colors="active")(f"{en_ligne}/fr/fiches/la-chaloupe/index.html")
    page.click("article .garder")
    assert page.evaluate("""() => {
      const tous = [...document.querySelectorAll('.bouton, .urgence, .quitter, .icone, .confiance')];
      return tous.filter(e => e.checkVisibility()).every(e => {
        const s = getComputedStyle(e), fond = getComputedStyle(document.body).backgroundColor;
        const dessin = e.matches('i.icone') ? getComputedStyle(e, '::before').backgroundColor : s.fill;
        return (e.matches('.icone') ? dessin : s.color) !== fond;
      });
    }""")
    assert page.evaluate("getComputedStyle(document.querySelector('.garder')).borderTopStyle") == "solid"
