"""axe-core finds nothing: every kind of page, every language, light and dark, on a narrow phone and on a wide screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from sortes import LANGUES, SORTES, remplit

AXE = (Path(__file__).parents[2] / "build/npm/node_modules/axe-core/axe.min.js").read_text("utf-8")
REGLES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


# With only what is wrong asked for, axe does not describe all that is right: half the time.
OPTIONS = {"preload": False, "resultTypes": ["violations"]}


@pytest.mark.parametrize("chemin", SORTES)
@pytest.mark.parametrize("langue", LANGUES)
def test_axe_finds_nothing(visiteur, en_ligne, langue, chemin):
    page, fautes = visiteur()(adresse := f"{en_ligne}/{langue}/{chemin}"), []
    remplit(page, adresse)
    page.evaluate(AXE)
    for couleurs in ("light", "dark"):
        page.emulate_media(color_scheme=couleurs)
        # What is dark only changes colours.
        quoi = {"runOnly": REGLES} if couleurs == "light" else {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
        for largeur in (320, 1280):
            page.set_viewport_size({"width": largeur, "height": 800})
            trouve = page.evaluate("options => axe.run(options)", {**quoi, **OPTIONS})["violations"]
            fautes += [(couleurs, largeur, v["id"], v["nodes"][0]["html"][:160]) for v in trouve]
    assert not fautes
