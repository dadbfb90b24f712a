"""What the editor does not put online: words for the team, comments, withheld places, and itself where there is no forge."""

from __future__ import annotations

import json
import re

from editeur import champ, demande, ouvre, propose
from playwright.sync_api import expect


def test_of_a_fiche_with_words_for_the_team_only_the_fields_are_online(visiteur, en_ligne, site):
    """« Bibliothèque du Phare » has identifiers that no page shows."""
    donnees = (site / "modifier/bibliotheque-du-phare.js").read_text("utf-8")
    assert "exemple--conseillere-du-phare" not in donnees and '"texte"' not in donnees
    page = ouvre(visiteur, en_ligne, "bibliotheque-du-phare")
    expect(page.locator("[data-sans-texte]")).to_be_visible()
    champ(page, "contact.telephone").fill("02 61 91 01 99")
    propose(page)
    assert demande(page)["changements"] == 'contact.telephone="02 61 91 01 99"'
    expect(page.locator("[data-par-fichier]")).to_be_hidden()


def test_no_comment_is_online_nor_anything_that_no_page_shows(site, port_exemple):
    for fichier in site.glob("modifier/*.js"):
        dites = json.loads(re.fullmatch(r"quifaitquoi\.modifiee\(\"[a-z0-9-]+\",(.*)\);\n", fichier.read_text("utf-8"))[1])
        lignes = dites.get("texte", "").splitlines()
        assert not any(re.search(r"(^|\s)#", ligne) for ligne in lignes[1:]), fichier.name
        assert not re.search(r"^\s*-?\s*(accepte|identifiants):", dites.get("texte", ""), re.M), fichier.name


def test_a_place_that_withholds_its_address_is_not_changed_here(visiteur, en_ligne, site):
    assert not (site / "modifier/refuge-horizon.js").exists()
    page = visiteur()(f"{en_ligne}/fr/fiches/refuge-horizon/index.html")
    expect(page.get_by_role("link", name="Modifier cette fiche")).to_have_count(0)
    page = ouvre(visiteur, en_ligne, "refuge-horizon")
    expect(page.locator("[data-inconnue]")).to_be_visible()
    expect(page.locator("[data-formulaire]")).to_be_hidden()


def test_no_forge_no_editor(batir_sans_forge):
    site = batir_sans_forge
    assert not (site / "modifier").exists() and not (site / "fr/modifier").exists()
    assert "modifier" not in (site / "fr/fiches/la-chaloupe/index.html").read_text("utf-8")


def test_a_comment_survives_where_the_form_changes_the_fiche_that_holds_it(batir_avec_un_commentaire):
    donnees, apres = batir_avec_un_commentaire
    assert "demander à Lou" not in donnees and '"texte"' not in donnees
    assert "# demander à Lou" in apres and "02 61 91 02 99" in apres
