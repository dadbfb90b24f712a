"""One page of each kind, in the languages of the site that tests look at."""

from __future__ import annotations

import json

SORTES = [
    "index.html",
    "besoins/index.html",
    "besoins/se-laver/index.html",
    "quartiers/gare/index.html",
    "quartiers/index.html",
    "temps-de-vie/index.html",
    "temps-de-vie/je-sors-de-prison/index.html",
    "tout/index.html",
    "trouver/index.html",
    "fiches/la-chaloupe/index.html",
    "fiches/refuge-horizon/index.html",
    "fiches/annexe-de-la-gare/index.html",
    "fiches/bus-des-soins/index.html",
    "organismes/ville-de-port-exemple/index.html",
    "droits/index.html",
    "droits/carte-maree/index.html",
    "droits/mon-assistante-sociale/index.html",
    "ressources/index.html",
    "jours-difficiles/index.html",
    "jamais/index.html",
    "glossaire/index.html",
    "selection/index.html",
    "accueil-telephonique/index.html",
    "depliants/index.html",
    "chiffres/index.html",
    "changements/index.html",
    "accessibilite/index.html",
]
CHOISIES = ["la-chaloupe", "refuge-horizon", "annexe-de-la-gare", "maison-disparue"]


def remplit(page, adresse: str) -> None:
    """The pages of the selection and of the desk are looked at with something in them."""
    if "/selection/" in adresse:
        cle = page.get_attribute("[data-selection]", "data-selection")
        page.evaluate("([cle, v]) => localStorage.setItem(cle, v)",
                      [cle, json.dumps([{"slug": s, "nom": s, "note": "Une note"} for s in CHOISIES])])
        page.reload()
        page.wait_for_selector("[data-page-selection][data-pret]")
    if "/accueil-telephonique/" in adresse:
        # Its answers, and a cross: whoever comes has the first question.
        page.wait_for_selector("[data-guichet][data-pret=tout]")
        for touche in "410000716" if page.locator("[data-question]").is_visible() else "":
            page.keyboard.press(touche)
    if "/trouver/" in adresse:
        page.wait_for_selector("[data-trouver][data-pret=tout]")
