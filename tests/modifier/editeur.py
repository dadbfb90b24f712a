"""The editor of one fiche, as whoever uses it does: opened, filled in, added to, proposed."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

BAINS = "fiches/vieux-port/bains-du-port.yml"


def ouvre(visiteur, racine: str, fiche: str, largeur: int = 1280, langue: str = "fr"):
    page = visiteur(largeur)(f"{racine}/{langue}/modifier/index.html?fiche={fiche}")
    page.locator("[data-modifier][data-pret]").wait_for()
    return page


def champ(page, nom: str):
    return page.locator(f'[data-champ="{nom}"]')


def ajoute(page, liste: str, **valeurs: str):
    """A new block, typed in field by field with the keyboard alone."""
    bouton = page.locator(f'[data-ajouter="{liste}"]')
    bouton.focus()
    page.keyboard.press("Enter")
    neuf = page.locator(".modifier-liste").filter(has=bouton).locator(".modifier-neuf").last
    expect(neuf.locator("[data-champ]").first).to_be_focused()
    for nom, valeur in valeurs.items():
        saisi = neuf.locator(f'[data-champ$=".{nom}"]')
        saisi.select_option(valeur) if saisi.evaluate("e => e.tagName") == "SELECT" else saisi.fill(valeur)


def propose(page):
    page.locator("[data-formulaire] button[type=submit]").click()


def demande(page) -> dict[str, str]:
    """What the forge's form opens with."""
    adresse = page.locator("[data-vers-le-formulaire]").get_attribute("href")
    return {nom: valeurs[0] for nom, valeurs in parse_qs(urlsplit(adresse).query).items()}
