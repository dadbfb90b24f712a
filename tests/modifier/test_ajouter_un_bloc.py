"""A volunteer adds a whole block to a fiche or takes one out: a service, a closure, a second number."""

from __future__ import annotations

import re
import shutil

from editeur import BAINS, ajoute, champ, demande, ouvre, propose
from playwright.sync_api import expect

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.edition.mise_en_forme import mettre_en_forme


def test_a_service_and_a_closure_are_added_and_the_text_is_what_the_check_takes_and_the_format_leaves(
        visiteur, racine, port_exemple, tmp_path, aujourdhui):
    page = ouvre(visiteur, racine, "bains-du-port")
    ajoute(page, "services", quoi="laverie", presentation="Machines et sèche-linge, au fond à gauche.",
           horaires="mardi au samedi: 8h-12h\njours fériés: fermé", cout="payant")
    ajoute(page, "fermetures", du="2026-12-24", au="2027-01-03", motif="congés")
    ajoute(page, "contact.telephone", numero="02 61 91 01 21", pour="réserver une machine")
    page.locator('[data-retirer="services[2]"]').check()
    propose(page)
    texte = page.locator("[data-texte]").input_value()
    avant = (port_exemple / BAINS).read_text("utf-8")
    attendu = avant.replace("  - quoi: toilettes\n    cout: gratuit\n", "").replace("responsables:", """\
  - quoi: laverie
    presentation: Machines et sèche-linge, au fond à gauche.
    horaires:
      mardi au samedi: 8h-12h
      jours fériés: fermé
    cout: payant
responsables:""").replace("langues:", """\
fermetures:
  - du: 2026-12-24
    au: 2027-01-03
    motif: congés
langues:""", 1).replace('  telephone: "02 61 91 01 20"\n', """\
  telephone:
    - "02 61 91 01 20"
    - numero: "02 61 91 01 21"
      pour: réserver une machine
""")
    assert texte == attendu and mettre_en_forme(texte, Fiche, "FR") == texte
    territoire = tmp_path / "territoire"
    shutil.copytree(port_exemple, territoire)
    (territoire / BAINS).write_text(texte, encoding="utf-8")
    assert not verifier(territoire, aujourdhui, territoire).erreurs
    assert demande(page)["changements"].splitlines() == [
        'fermetures[1]={"du": "2026-12-24", "au": "2027-01-03", "motif": "congés"}',
        'contact.telephone=["02 61 91 01 20", {"numero": "02 61 91 01 21", "pour": "réserver une machine"}]',
        'services[4]={"quoi": "laverie", "presentation": "Machines et sèche-linge, au fond à gauche.", '
        '"horaires": {"mardi au samedi": "8h-12h", "jours fériés": "fermé"}, "cout": "payant"}', "services[2]="]
    changes = page.locator("[data-changes] li")
    expect(changes).to_have_count(4)
    expect(changes.filter(has_text="Services 2 : Toilettes")).to_contain_text("effacé")
    assert not page.erreurs


def test_a_new_block_says_what_it_cannot_be_without_or_goes_again(visiteur, en_ligne):
    page = ouvre(visiteur, en_ligne, "bains-du-port")
    ajoute(page, "fermetures", au="2026-12-24")
    propose(page)
    debut = page.locator('.modifier-neuf [data-champ$=".du"]')
    expect(debut).to_be_focused()
    expect(page.locator(".modifier-neuf .faute").first).to_have_text("Il faut écrire quelque chose ici.")
    debut.fill("2026-12-30")
    propose(page)
    expect(page.locator('.modifier-neuf [data-champ$=".au"]')).to_be_focused()
    fin = re.compile("La fin .2026-12-24. est avant le début .2026-12-30.")
    expect(page.locator(".modifier-neuf .faute:visible")).to_have_text(fin)
    page.locator(".modifier-neuf").get_by_role("button", name="Retirer").press("Enter")
    expect(page.locator('[data-ajouter="fermetures"]')).to_be_focused()
    propose(page)
    expect(page.locator("[data-rien]")).to_be_visible()


def test_what_is_taken_out_hides_its_fields_and_comes_back_whole(visiteur, en_ligne):
    page = ouvre(visiteur, en_ligne, "bains-du-port")
    champ(page, "services[3].presentation").fill("Savon et rasoir.")
    boite = page.locator('[data-retirer="services[3]"]')
    boite.focus()
    page.keyboard.press("Space")
    expect(champ(page, "services[3].presentation")).to_be_hidden()
    propose(page)
    assert demande(page)["changements"] == "services[3]="
    boite.uncheck()
    expect(champ(page, "services[3].presentation")).to_have_value("Savon et rasoir.")
    propose(page)
    assert demande(page)["changements"] == 'services[3].presentation="Savon et rasoir."'
