"""A volunteer changes one fact of one fiche, in a real browser, without a word of YAML."""

from __future__ import annotations

import re

import pytest
from editeur import BAINS, ajoute, champ, demande, ouvre, propose
from playwright.sync_api import expect

from formulaire_rempli import corps
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.base.npm import dans_node_modules
from quifaitquoi.edition.formulaires.formulaire import formulaires, lire


def test_from_the_page_of_a_place_one_comes_to_its_fields(visiteur, racine):
    page = visiteur()(f"{racine}/fr/fiches/bains-du-port/index.html")
    page.get_by_role("link", name="Modifier cette fiche").click()
    page.locator("[data-modifier][data-pret]").wait_for()
    expect(champ(page, "contact.telephone")).to_have_value("02 61 91 01 20")
    expect(page.get_by_label("Téléphone", exact=True).first).to_have_value("02 61 91 01 20")
    expect(champ(page, "horaires")).to_have_value(re.compile("^mardi au samedi: 7h30-12h30\nmardi et jeudi: "))
    assert champ(page, "langues.parlees").get_by_label("français").is_checked() and not page.erreurs


def test_a_new_telephone_is_proposed_and_nothing_but_it(visiteur, racine, port_exemple):
    page = ouvre(visiteur, racine, "bains-du-port")
    champ(page, "contact.telephone").fill("02 61 91 01 21")
    propose(page)
    expect(page.get_by_role("heading", name="Votre proposition")).to_be_focused()
    expect(page.locator("[data-changes] li")).to_have_text(re.compile("Téléphone.*02 61 91 01 20.*02 61 91 01 21"))
    assert demande(page) == {"template": "corriger.yml", "title": "Corriger : Bains-douches du Port", "fiche": "bains-du-port",
                             "changements": 'contact.telephone="02 61 91 01 21"'}
    avant = (port_exemple / BAINS).read_text("utf-8")
    texte = page.locator("[data-texte]").input_value()
    assert texte == avant.replace("02 61 91 01 20", "02 61 91 01 21")
    lien = page.locator("[data-par-fichier] [data-vers-le-fichier]")
    assert lien.get_attribute("href") == f"https://forge.example.org/port-exemple/annuaire/edit/main/{BAINS}"
    assert not page.erreurs and all(d.startswith(racine) for d in page.demandes), "no one else is asked for anything"


def test_the_form_of_the_forge_knows_what_the_page_fills_in(visiteur, en_ligne):
    page = ouvre(visiteur, en_ligne, "bains-du-port")
    champ(page, "contact.telephone").fill("02 61 91 01 21")
    champ(page, "horaires").fill("mardi: 9h-12h\njours fériés: fermé")
    propose(page)
    dite = demande(page)
    formulaire, reponses = lire(corps("corriger", fiche=dite["fiche"], changements=dite["changements"]), formulaires())
    assert formulaire.nom == "corriger" and reponses["changements"].splitlines() == [
        'horaires={"mardi": "9h-12h", "jours fériés": "fermé"}', 'contact.telephone="02 61 91 01 21"']


@pytest.mark.parametrize(("nom", "ecrit", "dit"), [
    ("contact.telephone", "02 61 91", "« 02 61 91 » n'est pas un numéro de téléphone possible. Exemples : 03 88 00 00 00"),
    ("contact.courriel", "accueil@maison", "« accueil@maison » n'est pas une adresse de courriel"),
    ("contact.site", "maison.example.org", "« maison.example.org » n'est pas une adresse web complète : elle commence par https://"),
    ("adresse.code_postal", "9934", "« 9934 » n'est pas un code postal : cinq chiffres"),
    ("horaires", "mardi: 9h-25h", "mardi : « 25h » n'est pas une heure"),
    ("horaires", "mardi 9h-12h", "« mardi 9h-12h » : écrivez un jour, deux points, puis les heures"),
    ("horaires", "mardi: 9h", "mardi : « 9h » : une heure seule ne dit pas quand on ferme"),
    ("horaires", "mardi: 9h-12h\nMardi: 14h-17h", "« Mardi » est écrit deux fois"),
    ("cout.precision", "x" * 401, "C'est trop long : 401 signes. Écrivez-en 400 au plus."),
    ("cout.tarif", "", "Il faut écrire quelque chose ici."),
    ("adresse_provisoire.du", "2026-02-30", "« 2026-02-30 » n'est pas un jour : écrivez l'année, le mois, le jour"),
    ("cout.part_du_revenu_max", "101", "« 101 » n'est pas un nombre de 1 à 100."),
])
def test_what_is_wrong_is_told_beside_its_field_and_proposes_nothing(visiteur, en_ligne, nom, ecrit, dit):
    page = ouvre(visiteur, en_ligne, "bains-du-port")
    ici = champ(page, nom)
    ici.evaluate("e => { var d = e.closest('details'); if (d) d.open = true; }")
    ici.select_option(ecrit) if nom == "cout.tarif" else ici.fill(ecrit)
    propose(page)
    expect(ici).to_be_focused()
    expect(ici).to_have_attribute("aria-invalid", "true")
    faute = page.locator("#" + ici.get_attribute("aria-describedby").split()[-1])
    assert dit in faute.inner_text().replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")
    expect(page.locator("[data-proposition]")).to_be_hidden()


def test_nothing_is_proposed_where_nothing_changed(visiteur, en_ligne):
    page = ouvre(visiteur, en_ligne, "bains-du-port")
    propose(page)
    expect(page.locator("[data-rien]")).to_be_visible()
    expect(page.locator("[data-proposition]")).to_be_hidden()


def test_terms_are_chosen_by_their_names(visiteur, en_ligne):
    page = ouvre(visiteur, en_ligne, "bains-du-port")
    langues = champ(page, "langues.parlees")
    langues.get_by_label("Ajouter").select_option(label="arabe")
    langues.get_by_label("turc").uncheck()
    propose(page)
    assert demande(page)["changements"] == 'langues.parlees=["fr", "ku", "ar"]'
    assert lire_yaml(page.locator("[data-texte]").input_value()).valeur["langues"]["parlees"] == ["fr", "ku", "ar"]


def test_what_has_no_field_stays_and_can_be_changed_as_text(visiteur, en_ligne, port_exemple):
    page = ouvre(visiteur, en_ligne, "bains-du-port")
    page.get_by_text("Le reste du fichier").click()
    reste = page.get_by_label("Vérification")
    assert reste.input_value() == "verification:\n  le: 2026-10-06\n  comment: visite\n  par: equipe-port"
    reste.fill(reste.input_value().replace("2026-10-06", "2026-11-20"))
    champ(page, "contact.telephone").fill("02 61 91 01 21")
    propose(page)
    expect(page.locator("[data-par-formulaire]")).to_be_hidden()
    page.locator("[data-copier]").click()
    expect(page.locator("[data-copie]")).to_be_visible()
    attendu = (port_exemple / BAINS).read_text("utf-8").replace("01 20", "01 21").replace("2026-10-06", "2026-11-20")
    assert page.locator("[data-texte]").input_value() == attendu


def test_changes_that_are_too_long_for_an_address_are_copied_instead(visiteur, en_ligne):
    page = ouvre(visiteur, en_ligne, "bains-du-port")
    champ(page, "presentation").fill("é" * 2990)
    propose(page)
    expect(page.locator("[data-par-formulaire]")).to_be_hidden()
    expect(page.locator("[data-copier]")).to_be_visible()


def test_without_a_fiche_the_page_says_how_to_come_to_one(visiteur, en_ligne):
    page = visiteur()(f"{en_ligne}/fr/modifier/index.html")
    expect(page.locator("[data-choisir]")).to_be_visible()


def test_titles_and_choices_are_in_the_readers_words_where_the_program_has_them(visiteur, en_ligne):
    page = ouvre(visiteur, en_ligne, "bains-du-port", langue="en")
    assert page.locator('label[for="' + champ(page, "contact.telephone").get_attribute("id") + '"]').inner_text() == "Phone"
    choix = champ(page, "acces.rendez_vous")
    assert choix.locator("option:checked").inner_text() == "No appointment needed"
    francais = page.locator('label[for="' + champ(page, "contact.sms").get_attribute("id") + '"]')
    assert (francais.text_content(), francais.get_attribute("lang")) == ("Numéro qui reçoit des SMS", "fr")


def test_an_example_keeps_its_order_in_a_page_that_runs_from_the_right(visiteur, en_ligne):
    page = ouvre(visiteur, en_ligne, "bains-du-port", largeur=360, langue="ar")
    aide = page.locator("#" + champ(page, "adresse.voie").get_attribute("aria-describedby").split()[0]).locator("bdi")
    assert aide.inner_text() == "3 rue des Exemples" and aide.evaluate("e => getComputedStyle(e).direction") == "ltr"


@pytest.mark.parametrize("sombre", ["light", "dark"])
@pytest.mark.parametrize("langue", ["fr", "ar"])
def test_everybody_can_use_it_on_a_small_screen(visiteur, en_ligne, langue, sombre):
    page = visiteur(360, color_scheme=sombre, bypass_csp=True)(f"{en_ligne}/{langue}/modifier/index.html?fiche=bains-du-port")
    page.locator("[data-modifier][data-pret]").wait_for()
    page.evaluate("document.querySelectorAll('details').forEach(function (d) { d.open = true; })")
    ajoute(page, "services", horaires="mardi: 9h-12h")
    ajoute(page, "contact.telephone", pour="le soir")
    page.locator('[data-retirer="services[2]"]').check()
    champ(page, "horaires").fill("mardi: 9h-25h")
    propose(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.add_script_tag(path=dans_node_modules("axe-core/axe.min.js"))
    fautes = page.evaluate("axe.run().then(r => r.violations.map(v => v.id + ' ' + v.nodes[0].html))")
    assert fautes == []
