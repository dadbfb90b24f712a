"""Port-Exemple online on the day of the tests, and pages that remember what happened to them."""

from __future__ import annotations

import pytest

# Friday 20 November 2026, noon in the territory.
MIDI = "2026-11-20T11:00:00Z"


@pytest.fixture(scope="session")
def en_ligne(site, servir) -> str:
    return servir(site)


@pytest.fixture
def ouvre(navigateur):
    """Opens an address at an instant, far from the territory's time zone; page.erreurs and page.demandes tell the rest."""
    contextes = []

    def page(adresse, *, quand: str = MIDI, largeur=360, script: str = "", **options):
        contexte = navigateur.new_context(viewport={"width": largeur, "height": 740},
                                          **({"timezone_id": "America/New_York"} | options))
        contextes.append(contexte)
        vue = contexte.new_page()
        vue.erreurs, vue.demandes = [], []
        vue.on("pageerror", lambda erreur: vue.erreurs.append(str(erreur)))
        vue.on("console", lambda m: vue.erreurs.append(m.text) if m.type == "error" else None)
        vue.on("dialog", lambda d: (vue.erreurs.append("dialog " + d.message), d.dismiss()))
        vue.on("request", lambda demande: vue.demandes.append(demande.url))
        vue.clock.set_fixed_time(quand)
        if script:  # after the clock, which brings formatters of its own
            vue.add_init_script(script)
        vue.goto(adresse)
        return vue

    yield page
    for contexte in contextes:
        contexte.close()


@pytest.fixture
def trouver(ouvre, en_ligne):
    """The finder with a fragment, once it knows every word: trouver("q=douche") -> page."""

    def page(fragment: str = "", langue: str = "fr", **options):
        vue = ouvre(f"{en_ligne}/{langue}/trouver/index.html#{fragment}", **options)
        vue.wait_for_selector("[data-trouver][data-pret=tout]")
        return vue

    return page
