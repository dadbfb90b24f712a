"""A sheet that a script puts on a page finds its drawings there."""

import re

import pytest

from quifaitquoi.langues import langue
from quifaitquoi.site.sommaire import planifier


@pytest.mark.parametrize("page", ["selection/index.html", "depliants/index.html"])
def test_each_drawing_of_a_sheet_is_on_the_pages_that_show_sheets(page, territoire):
    feuilles = {f.chemin: f for f in planifier(territoire, langue("fr"))}
    la = set(re.findall(r"#i-([a-z-]+)", feuilles[page].faire().contenu))
    for chemin, feuille in feuilles.items():
        if chemin.startswith("donnees/fiches/"):
            assert set(re.findall(r"#i-([a-z-]+)", feuille.faire().contenu)) <= la, chemin
