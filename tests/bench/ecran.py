"""What the first screen of a phone holds: pixels from its top, in a real Chromium, 360 by 740."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from chromium import chromium

_BAS = "document.querySelector('.entete').getBoundingClientRect().bottom"
_HAUT = "s => [...document.querySelectorAll(s)].find(e => e.checkVisibility()).getBoundingClientRect().top"


def premier_ecran(site: Path, langue: str = "fr") -> dict[str, tuple[int, int]]:
    """What is measured → where it begins (the header: where it ends), and where it should at the latest."""
    from playwright.sync_api import sync_playwright
    fiche = next((site / langue / "fiches").glob("*/index.html"))
    listes = sorted((site / langue / "besoins").glob("*/index.html"))
    besoin = next(liste for liste in listes if 'class="vignette"' in liste.read_text("utf-8"))
    with sync_playwright() as playwright:
        navigateur = playwright.chromium.launch(**chromium().options())
        page = navigateur.new_page(viewport={"width": 360, "height": 740})

        def haut(adresse: Path, quoi: str, fragment: str = "") -> int:
            page.goto(adresse.as_uri() + fragment)
            page.wait_for_selector(quoi)
            return round(page.evaluate(_HAUT, quoi))

        mesures = {
            "première tuile de l'accueil": (haut(site / langue / "index.html", ".tuiles > li"), 400),
            "bas de l'en-tête": (round(page.evaluate(_BAS)), 96),
            "premier résultat d'une recherche": (
                haut(site / langue / "trouver" / "index.html", "[data-liste] .vignette", "#q=douche"), 300),
            "première adresse d'un besoin": (haut(besoin, ".vignette"), 360),
            "titre d'une fiche": (haut(fiche, "h1"), 170),
        }
        navigateur.close()
    return mesures
