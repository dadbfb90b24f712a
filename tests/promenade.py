"""What the stories share: Port-Exemple online, and pages that remember what happened to them."""

from __future__ import annotations

import pytest

# Friday 20 November 2026, noon in the territory.
MIDI = "2026-11-20T11:00:00Z"
# What a page still does once it is loaded ends with a mark.
MARQUES = {"/trouver/": "[data-trouver][data-pret=tout]", "/selection/": "[data-page-selection][data-pret]",
           "/accueil-telephonique/": "[data-guichet][data-pret=tout]", "/cartes/": ".leaflet-marker-icon"}


def finie(page) -> None:
    """Waits until the scripts of the page have done what they do by themselves."""
    for partie, marque in MARQUES.items():
        if partie in page.url:
            page.locator(marque).first.wait_for()


def qui_se_souvient(contexte):
    """A new page: `erreurs` are what went wrong in it, `demandes` the addresses that it asked for."""
    page = contexte.new_page()
    page.erreurs, page.demandes = [], []
    page.on("pageerror", lambda erreur: page.erreurs.append(str(erreur)))
    page.on("console", lambda m: page.erreurs.append(m.text) if m.type == "error" else None)
    page.on("dialog", lambda d: (page.erreurs.append("dialog " + d.message), d.dismiss()))
    page.on("request", lambda demande: page.demandes.append(demande.url))
    return page


@pytest.fixture(scope="session")
def en_ligne(site, servir) -> str:
    return servir(site)


@pytest.fixture
def visiteur(navigateur):
    """A function that opens a browser of one's own: `ouvre(address)` gives a page; options are those of Playwright."""
    contextes = []

    def arrive(largeur: int = 1280, script: str = "", **options):
        contexte = navigateur.new_context(viewport={"width": largeur, "height": 800}, **options)
        contextes.append(contexte)
        if options.get("java_script_enabled", True):
            # What would betray a script that came in with the data.
            contexte.add_init_script("window.alert = function () { console.error('alert'); };" + script)

        def ouvre(adresse: str):
            page = qui_se_souvient(contexte)
            if options.get("java_script_enabled", True):
                page.clock.set_fixed_time(MIDI)
            page.goto(adresse)
            return page

        return ouvre

    yield arrive
    for contexte in contextes:
        contexte.close()
