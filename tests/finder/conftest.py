"""Port-Exemple online on the day of the tests, and pages that remember what happened to them."""

from __future__ import annotations

import pytest

from promenade import MIDI, en_ligne, qui_se_souvient  # noqa: F401 - a fixture


@pytest.fixture
def ouvre(navigateur):
    """Opens an address at an instant, far from the territory's time zone; page.erreurs and page.demandes tell the rest."""
    contextes = []

    def page(adresse, *, quand: str = MIDI, largeur=360, script: str = "", **options):
        contexte = navigateur.new_context(viewport={"width": largeur, "height": 740},
                                          **({"timezone_id": "America/New_York"} | options))
        contextes.append(contexte)
        vue = qui_se_souvient(contexte)
        vue.clock.set_fixed_time(quand)
        if script:  # after the clock, which brings formatters of its own
            vue.add_init_script(script)
        vue.goto(adresse)
        return vue

    yield page
    for contexte in contextes:
        contexte.close()


@pytest.fixture
def trouver(ouvre, en_ligne):  # noqa: F811 - the two above
    """The finder with a fragment, once it knows every word: trouver("q=douche") -> page."""

    def page(fragment: str = "", langue: str = "fr", **options):
        vue = ouvre(f"{en_ligne}/{langue}/trouver/index.html#{fragment}", **options)
        vue.wait_for_selector("[data-trouver][data-pret=tout]")
        return vue

    return page
