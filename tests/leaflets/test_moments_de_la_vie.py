"""Life moments on the web: a mother in mourning, and whoever looks for the sheet of the day of leaving."""

from __future__ import annotations

import pytest


def simple(texte: str) -> str:
    return " ".join(texte.split()).replace("’", "'")


def test_a_mother_in_mourning_finds_somebody_to_talk_to_and_no_baby_clinic(en_ligne, visiteur, port):
    page = visiteur(360)(en_ligne + "/fr/index.html")
    page.get_by_role("link", name="Je sors de… et autres moments").click()
    page.get_by_role("link", name="Quelqu’un est mort").click()
    dit = simple(page.locator("main").inner_text())
    assert "un bébé" in dit and dit.index("Être écouté") < dit.index("Aide aux papiers")
    assert "Écoute Horizon" in dit and "Qui est mon assistante sociale ?" in dit
    v = port.directory.vocabulaire
    pour_un_bebe = {"grossesse", "sante-des-tout-petits", "affaires-de-bebe", "garde-enfants"}
    assert pour_un_bebe <= v.besoins.keys() and pour_un_bebe.isdisjoint(v.temps_de_vie["je-perds-quelqu-un"].besoins)
    for mots in ("Prime à la naissance", *(v.besoins[slug].nom for slug in pour_un_bebe)):
        assert simple(mots) not in dit
    assert page.evaluate("document.documentElement.scrollWidth") <= 360 and not page.erreurs


@pytest.mark.parametrize(("code", "largeur", "couleurs"), [("fr", 1280, "light"), ("ar", 360, "dark")])
def test_the_sheet_stands_before_the_places_on_the_page_of_who_leaves(en_ligne, visiteur, code, largeur, couleurs):
    page = visiteur(largeur, color_scheme=couleurs)(f"{en_ligne}/{code}/temps-de-vie/je-sors-de-prison/index.html")
    liens = page.locator("a[href*='le-jour-meme']")
    # In the language of the page before the places, in all of them after.
    assert [lien.get_attribute("hreflang") for lien in liens.all()][:2] == [code, code] and liens.count() == 5
    vignettes = page.locator(".groupes .vignette")
    assert liens.first.bounding_box()["y"] < vignettes.first.bounding_box()["y"] < (600 if largeur > 360 else 400)
    assert liens.last.bounding_box()["y"] > vignettes.last.bounding_box()["y"]
    assert all("prison" not in lien.get_attribute("href") for lien in liens.all())
    assert page.evaluate("document.documentElement.scrollWidth") <= largeur and not page.erreurs


def test_the_home_page_has_six_life_moments_and_what_leads_to_the_others(en_ligne, visiteur, port):
    page = visiteur()(en_ligne + "/fr/index.html")
    moments = port.directory.vocabulaire.temps_de_vie
    tuiles = page.locator("nav[aria-labelledby=temps-titre] a[href*='temps-de-vie/']")
    assert tuiles.count() == 7 and len(moments) == 15
    tuiles.last.click()
    assert page.locator("main .tuiles a").count() == 15
