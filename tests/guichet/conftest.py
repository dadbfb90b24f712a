"""The desk in a real browser: what is pressed, and what is read out."""

from __future__ import annotations

import pytest

from promenade import en_ligne, visiteur  # noqa: F401 - fixtures

DESSUS = "[data-question]:not([hidden]) [data-titre], [data-reponses]:not([hidden]) > h2"


class Guichet:
    """A page of the desk; `tape` presses keys one after the other, a word of several letters is written."""

    def __init__(self, page):
        self.page = page
        page.wait_for_selector("[data-guichet][data-pret=tout]")

    def tape(self, *touches: str) -> Guichet:
        for touche in touches:
            if len(touche) == 1 or touche in ("Enter", "Backspace", "ArrowDown", "Tab", "Space"):
                self.page.keyboard.press(touche)
            else:
                self.page.keyboard.type(touche)
        return self

    def texte(self, selecteur: str) -> str:
        """What is seen there, with plain spaces and apostrophes."""
        return " ".join(self.page.locator(selecteur).inner_text().replace("’", "'").split())

    @property
    def titre(self) -> str:
        return self.texte(DESSUS)

    @property
    def noms(self) -> list[str]:
        return [nom.replace("’", "'") for nom in self.page.locator("[data-liste] h3 a").all_inner_texts()]

    @property
    def message(self) -> str:
        return self.page.input_value("#texte").replace("’", "'")


@pytest.fixture
def guichet(visiteur, en_ligne):  # noqa: F811 - the two above
    """guichet() opens the desk in French, online; a language, another root of the site or a width may be given."""

    def ouvre(langue: str = "fr", racine: str = "", largeur: int = 1280, **options):
        return Guichet(visiteur(largeur, **options)(f"{racine or en_ligne}/{langue}/accueil-telephonique/index.html"))

    return ouvre
