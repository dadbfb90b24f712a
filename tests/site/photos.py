"""The pictures of the README, of Port-Exemple on the day of the tests.

    build/venv/bin/python tests/site/photos.py        takes them again; look at them before they are kept
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

DEPOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(DEPOT / "tests"))
IMAGES = DEPOT / "docs" / "images"
# Picture → page, width, height, what it begins with ("" is the top), what must be there before.
PHOTOS = {
    "accueil": ("fr/index.html", 1280, 900, "", "[data-pressant] .statut"),
    "trouver": ("fr/trouver/index.html#q=douche", 1280, 900, "", "[data-trouver][data-pret=tout]"),
    "fiche-telephone": ("fr/fiches/la-chaloupe/index.html", 390, 900, "", ".ouverture p"),
    "accueil-ar": ("ar/index.html", 390, 900, "", "[data-pressant] .statut"),
    "chiffres": ("fr/chiffres/index.html", 1000, 436, "h2:text('Heures où rien')", ".jauge, svg"),
}


def main() -> None:
    from chromium import chromium
    from promenade import MIDI
    from site_bati import construit
    with tempfile.TemporaryDirectory() as dossier, sync_playwright() as playwright:
        site = construit(DEPOT / "tests" / "port-exemple", Path(dossier) / "site", date.fromisoformat(MIDI[:10]))
        navigateur = playwright.chromium.launch(**chromium().options())
        for nom, (chemin, large, haut, debut, pret) in PHOTOS.items():
            page = navigateur.new_page(viewport={"width": large, "height": haut}, color_scheme="light")
            page.clock.set_fixed_time(MIDI)
            adresse, _, fragment = chemin.partition("#")
            page.goto((site / adresse).as_uri() + (f"#{fragment}" if fragment else ""))
            page.wait_for_selector(pret, state="attached")
            page.wait_for_timeout(500)  # a picture is no test: what moves has come to rest
            y = page.locator(debut).first.bounding_box()["y"] - 4 if debut else 0
            vue = page.screenshot(full_page=bool(debut), clip={"x": 0, "y": y, "width": large, "height": haut})
            # As few colours as one sees: a quarter of the weight.
            peu = Image.open(BytesIO(vue)).convert("RGB").quantize(128, dither=Image.Dither.NONE)
            peu.save(IMAGES / f"{nom}.png", optimize=True)
        navigateur.close()


if __name__ == "__main__":
    main()
