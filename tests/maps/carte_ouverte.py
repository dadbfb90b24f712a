"""What one reads on an open map, and what has the focus."""

from __future__ import annotations

import pytest


def texte(page, selecteur):
    return page.locator(selecteur).inner_text()


def noms(page):
    return page.eval_on_selector_all(
        ".leaflet-marker-pane .bouton", r"es => es.map(e => e.getAttribute('aria-label').replace(/\u00a0/g, ' '))")


def actif(page):
    """The name of what has the focus."""
    nom = page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.textContent")
    return nom.replace("\u00a0", " ")


def attend(page, expression):
    """Playwright's own wait_for_function is an eval, which the page's policy forbids."""
    for _ in range(50):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"jamais vrai : {expression}")
