"""Visitors whom the site must not lose: one without JavaScript, one with a stick, and one who means harm."""

from __future__ import annotations

import shutil

from playwright.sync_api import expect

from promenade import finie
from site_bati import construit

MAL = """<img src=x onerror=alert(1)><script>alert(2)</script>"'><svg onload=alert(3)>{{7*7}}</script><b>gras</b>"""


def test_a_visitor_without_javascript_reads_everything_from_the_need_to_the_phone(visiteur, en_ligne):
    page = visiteur(360, java_script_enabled=False)(f"{en_ligne}/fr/index.html")
    page.click("a[href$='besoins/se-laver/index.html']")
    page.get_by_role("link", name="Bains-douches du Port").first.click()
    assert page.locator("h1").inner_text() == "Bains-douches du Port"
    texte = page.locator("article").inner_text()
    for dit in ("9 rue des Carreaux", "Fermé", "Il faut payer", "Vérifié le"):
        assert dit in texte.replace("\u00a0", " "), dit
    assert page.locator("article a[href^='tel:']").first.get_attribute("href") == "tel:+33261910120"
    # Nothing that needs a script is offered without one.
    for chemin in (
        "index.html",
        "besoins/se-laver/index.html",
        "fiches/bains-du-port/index.html",
        "tout/index.html",
        "selection/index.html",
    ):
        page.goto(f"{en_ligne}/fr/{chemin}")
        assert not page.locator("button:visible:not([type=submit])").count(), chemin
    assert page.locator("noscript a").all_inner_texts() == ["Voir toutes les adresses", "Dépliants"]


def test_a_visitor_with_a_stick_finds_keeps_and_prints(visiteur, site):
    page = visiteur(360)(f"{site.as_uri()}/index.html")
    page.wait_for_url("**/index.html")
    page.goto(f"{site.as_uri()}/fr/index.html")
    page.fill("#chercher, #mots", "douche")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-trouver][data-pret=tout]")
    page.locator("[data-liste] .vignette .garder").first.click()
    page.locator("[data-liste] .vignette h3 a").nth(1).click()
    page.click("article .garder")
    page.click("[data-selection] a")
    page.wait_for_selector("[data-page-selection][data-pret]")
    assert page.locator(".feuille").count() == 2
    page.fill(".feuille-note textarea >> nth=0", "Une note")
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    page.go_back()
    page.go_forward()
    expect(page.locator(".feuille-note textarea").first).to_have_value("Une note")
    assert not page.erreurs
    assert all(demande.startswith("file:") for demande in page.demandes)


def test_hostile_text_in_every_field_of_a_fiche_never_runs(visiteur, tmp_path, petit_port, aujourdhui, servir):
    copie = tmp_path / "territoire"
    shutil.copytree(petit_port, copie)
    m = MAL.replace("'", "''")
    (copie / "fiches/gare/piege.yml").write_text(f"""\
nom: 'Douche piège {m}'
autres_noms: ['Douche {m}']
genre: lieu
presentation: '{m}'
ne_fait_pas: '{m}'
adresse:
  voie: '9 rue {m}'
  complement: '{m}'
  code_postal: "99340"
  commune: Port-Exemple
  position: [46.3300, -3.0500]
  y_aller: '{m}'
horaires: 'Mo-Fr 09:00-12:00 "sur appel"'
fermetures:
  - du: 2026-12-24
    au: 2027-01-03
    motif: '{m}'
complet:
  depuis: 2026-11-01
  precision: '{m}'
langues:
  parlees: [fr]
  precision: '{m}'
publics:
  accueil: inconditionnel
  precision: '{m}'
acces:
  porte: [se-presenter]
  premiere_visite: '{m}'
  delai: '{m}'
  duree: '{m}'
  precision: '{m}'
cout:
  tarif: payant
  precision: '{m}'
  aide: '{m}'
contact:
  telephone:
    - numero: "02 61 91 00 99"
      pour: '{m}'
  site: https://example.org/?a=%22%3E&b=onmouseover
accessibilite:
  plain_pied: oui
  precision: '{m}'
etat:
  statut: experimental
  motif: '{m}'
services:
  - quoi: douche
    nom: '{m}'
    presentation: '{m}'
    acces:
      rendez_vous: obligatoire
      premiere_visite: '{m}'
responsables: [equipe-gare]
sources:
  - adresse: https://example.org/infos
    titre: '{m}'
    note: '{m}'
    date: 2026-09
a_confirmer:
  - champ: horaires
    pourquoi: '{m}'
""", "utf-8")
    ligne = construit(copie, tmp_path / "site", aujourdhui)
    racine, ouvre = servir(ligne), visiteur()
    for chemin in ("besoins/douche/index.html", "fiches/piege/index.html", "tout/index.html", "quartiers/gare/index.html",
                   "trouver/index.html#q=piege", "selection/index.html#s=piege", "cartes/besoin-douche.html"):
        page = ouvre(f"{racine}/fr/{chemin}")
        finie(page)
        if "cartes" not in chemin:
            expect(page.get_by_text("Douche piège").first).to_be_visible()
        if page.locator("[data-ajouter-tout]:visible").count():
            page.click("[data-ajouter-tout]")
            page.wait_for_selector(".feuille-note textarea")
            page.fill(".feuille-note textarea", MAL)
            page.reload()
            page.wait_for_selector("[data-pret]")
            assert page.input_value(".feuille-note textarea") == MAL
        for bouton in page.locator(".garder").all()[:3]:
            bouton.click()
        assert not page.erreurs, (chemin, page.erreurs)
        assert not page.locator("#contenu img, #contenu b:has-text('gras'):text-is('gras')").count(), chemin
        page.close()
