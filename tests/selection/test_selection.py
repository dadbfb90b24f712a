"""My selection: chosen anywhere, arranged, noted, printed on one sheet, shared without the notes; nothing leaves the browser."""

from __future__ import annotations

import gzip
import json
import re
from io import BytesIO
from unicodedata import normalize

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

SIX = ["la-chaloupe", "bains-du-port", "refuge-horizon", "bus-des-soins", "annexe-de-la-gare", "ccas-vieux-port"]


def selection(page, racine: str, fragment: str = "", langue: str = "fr"):
    page.goto("about:blank")  # an address that only differs after the # would not load again
    page.goto(f"{racine}/{langue}/selection/index.html{fragment}")
    page.wait_for_selector("[data-page-selection][data-pret]")
    return page


def lisible(texte: str) -> str:
    """With plain spaces, apostrophes and letters."""
    return " ".join(normalize("NFKC", texte).split()).replace("’", "'")


def noms(page) -> list[str]:
    return page.locator(".feuille h2").all_inner_texts()


def avis(page) -> str:
    return lisible(page.locator("[data-avis]").inner_text())


def choisit(page, racine: str, slugs=SIX, langue: str = "fr"):
    for slug in slugs:
        page.goto(f"{racine}/{langue}/fiches/{slug}/index.html")
        page.click("article .garder")


@pytest.fixture(params=["http", "file"])
def racine(request, site, en_ligne) -> str:
    """The same site on a server, and in a folder on a stick."""
    return en_ligne if request.param == "http" else site.as_uri()


def test_a_social_worker_picks_six_addresses_arranges_notes_prints_and_shares_them(visiteur, racine):
    ouvre = visiteur()
    page = ouvre(f"{racine}/fr/index.html")
    choisit(page, racine)
    assert page.inner_text("[data-compte-selection]") == "6"
    page.click("[data-selection] a")
    page.wait_for_selector("[data-pret]")
    assert noms(page)[:2] == ["La Chaloupe, accueil de jour", "Bains-douches du Port"]

    # Arranges with the keyboard: the focus follows what moves.
    page.locator(".feuille").nth(1).locator("[data-monter]").focus()
    page.keyboard.press("Enter")
    assert noms(page)[0] == "Bains-douches du Port"
    assert page.evaluate("document.activeElement.closest('.feuille').querySelector('h2').textContent") == "Bains-douches du Port"
    assert lisible(page.locator("[data-etat]").inner_text()) == "Bains-douches du Port : place 1 sur 6"

    page.fill("#note-bains-du-port", "Demander la clé du casier.")
    selection(page, racine)
    assert noms(page)[0] == "Bains-douches du Port"
    assert page.input_value("#note-bains-du-port") == "Demander la clé du casier."

    lecteur = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(lecteur.pages) <= 2
    assert [round(float(x)) for x in lecteur.pages[0].mediabox[2:]] == [595, 842]
    feuille = "\n".join(lisible(p.extract_text()) for p in lecteur.pages)
    for dit in ("Demander la clé du casier.", "9 rue des Carreaux", "02 61 91 01 20", "Vérifié le 6 octobre 2026",
                "Fermé définitivement", "Adresse non publiée", "D'après une page de 2024, non vérifié"):
        assert dit in feuille, dit
    assert "Tout effacer" not in feuille and "Monter" not in feuille
    page.uncheck("[data-avec-notes]")
    assert "casier" not in PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages[0].extract_text()

    lien = page.input_value("[data-lien]")
    assert lien.startswith("https://port-exemple.example.org/fr/selection/#s=bains-du-port,la-chaloupe,") and "casier" not in lien
    # Somebody else opens it: no note, and a choice.
    autre = visiteur()(f"{racine}/fr/selection/index.html{lien[lien.index('#'):]}")
    autre.wait_for_selector("[data-pret]")
    assert noms(autre)[0] == "Bains-douches du Port" and len(noms(autre)) == 6
    assert autre.locator("[data-titre-partagee]").inner_text() == "Une sélection partagée"
    assert autre.locator(".feuille-note textarea").count() == 0
    autre.click("[data-ajouter-tout]")
    assert autre.inner_text("[data-compte-selection]") == "6" and "#" not in autre.url
    for vue in (page, autre):
        assert not vue.erreurs
        assert all(demande.startswith((racine, "about:", "data:")) for demande in vue.demandes)


def test_large_letters_and_two_columns_print_too(visiteur, en_ligne):
    page = visiteur()(f"{en_ligne}/fr/index.html")
    choisit(page, en_ligne, SIX[:2])
    selection(page, en_ligne)
    pages = {}
    for forme in ("page", "colonnes", "gros"):
        page.check(f"input[value={forme}]")
        pages[forme] = len(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages)
        page.emulate_media(media="print")
        corps = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.feuille .faits')).fontSize) * .75")
        assert corps >= (18 if forme == "gros" else 9), (forme, corps)
        page.emulate_media(media="null")
    assert pages["page"] == pages["colonnes"] == 1 < pages["gros"]


def test_cards_of_a_list_and_of_the_finder_have_the_button_too(visiteur, racine):
    page = visiteur(360)(f"{racine}/fr/besoins/se-laver/index.html")
    bouton = page.locator(".vignette").first.locator(".garder")
    nom = page.locator(".vignette h3").first.inner_text()
    assert bouton.inner_text().startswith("Ajouter à ma sélection") and nom in bouton.inner_text()
    bouton.click()
    assert bouton.inner_text().startswith("Retirer de ma sélection")
    assert lisible(page.locator("[data-annonce-selection]").inner_text()) == lisible(f"{nom} : ajouté. Dans votre sélection : 1.")
    page.goto(f"{racine}/fr/trouver/index.html#q=douche")
    page.wait_for_selector("[data-liste] .vignette .garder")
    page.locator("[data-liste] .vignette .garder").last.click()
    page.goto(f"{racine}/fr/tout/index.html")
    page.locator(".lignes .garder").last.click()
    assert int(page.inner_text("[data-compte-selection]")) >= 2
    assert not page.erreurs


def test_what_was_taken_out_can_come_back(visiteur, en_ligne):
    page = visiteur()(f"{en_ligne}/fr/index.html")
    choisit(page, en_ligne, SIX[:3])
    selection(page, en_ligne)
    page.fill("#note-bains-du-port", "à garder")
    avant = noms(page)
    page.locator(".feuille").nth(1).locator(".feuille-outils button").last.click()
    assert noms(page) == [avant[0], avant[2]]
    page.keyboard.press("Enter")  # the focus is on « Annuler »
    expect(page.locator(".feuille")).to_have_count(3)
    assert noms(page) == avant and page.input_value("#note-bains-du-port") == "à garder"
    page.click("[data-vider]")
    assert page.locator("[data-vide]").is_visible()
    assert not page.locator("[data-vider]").is_visible()  # there is nothing left to empty
    page.locator("[data-defait] button").click()
    expect(page.locator(".feuille")).to_have_count(3)
    assert page.input_value("#note-bains-du-port") == "à garder"


def test_a_shared_selection_is_read_apart_or_joined_to_mine(visiteur, en_ligne):
    page = visiteur()(f"{en_ligne}/fr/index.html")
    choisit(page, en_ligne, SIX[:2])
    selection(page, en_ligne, "#s=bus-des-soins,bains-du-port")
    assert noms(page) == ["Le Bus des soins", "Bains-douches du Port"]
    partagee = lisible(page.locator("[data-partagee-dit]").inner_text())
    assert partagee == "Quelqu'un a fait cette sélection : 2. La vôtre (2) n'a pas changé."
    page.click("[data-garder-mienne]")
    expect(page.locator(".feuille-note textarea")).to_have_count(2)
    assert noms(page) == ["La Chaloupe, accueil de jour", "Bains-douches du Port"]
    selection(page, en_ligne, "#s=bus-des-soins,bains-du-port")
    page.click("[data-ajouter-tout]")
    expect(page.locator(".feuille")).to_have_count(3)
    assert noms(page) == ["La Chaloupe, accueil de jour", "Bains-douches du Port", "Le Bus des soins"]


def test_what_no_longer_exists_is_named_and_the_rest_kept(visiteur, racine):
    page = visiteur()(f"{racine}/fr/index.html")
    choisit(page, racine, SIX[:1])
    cle = page.get_attribute("[data-selection]", "data-selection")
    gardee = [
        {"slug": "maison-disparue", "nom": "Maison disparue", "note": "ma note"},
        {"slug": "bains-du-port", "nom": "", "note": ""},
    ]
    page.evaluate("([cle, valeur]) => localStorage.setItem(cle, valeur)", [cle, json.dumps(gardee)])
    selection(page, racine)
    assert noms(page) == ["Maison disparue", "Bains-douches du Port"]
    assert "Maison disparue. Le reste est là." in avis(page)
    assert page.input_value("#note-maison-disparue") == "ma note"
    # Nothing is thrown away before its reader says so.
    assert json.loads(page.evaluate("cle => localStorage.getItem(cle)", cle))[0]["note"] == "ma note"


def test_a_fiche_that_has_another_name_today_is_found_under_its_old_one(visiteur, racine):
    page = selection(visiteur()(f"{racine}/fr/index.html"), racine, "#s=accueil-de-jour-du-port,bains-du-port")
    assert noms(page) == ["La Chaloupe, accueil de jour", "Bains-douches du Port"]
    page.click("[data-ajouter-tout]")
    page.wait_for_selector("#note-la-chaloupe")
    assert avis(page) == ""


def test_a_fiche_that_is_closed_or_replaced_says_so_and_where_to_go(visiteur, en_ligne):
    page = selection(visiteur()(f"{en_ligne}/fr/index.html"), en_ligne, "#s=annexe-de-la-gare")
    assert "Fermé définitivement" in page.locator(".feuille .alerte").inner_text()
    assert page.locator(".feuille .alerte a").get_attribute("href") == "../fiches/ccas-vieux-port/index.html"


def test_a_withheld_address_stays_withheld(site):
    donnees = (site / "fr/donnees/fiches/refuge-horizon.js").read_text("utf-8")
    assert "Adresse non publiée" in donnees and "qfq-dessin" not in donnees


@pytest.mark.parametrize(
    ("fragment", "phrase", "n"),
    [
        ("#s=", "Ce lien n'est pas complet", 2),
        ("#s=,,,", "Ce lien n'est pas complet", 2),
        ("#s=%E0%A4%A", "Ce lien n'est pas complet", 2),
        ("#s=<img src=x onerror=alert(1)>,", "Ce lien n'est pas complet", 2),
        ("#x=1", "Ce lien n'est pas complet", 2),
        ("#s=bus-des-soins,../../x,bains-du-port", "Une partie de ce lien n'a pas pu être lue", 2),
        ("#s=bus-des-soins&t=1", "", 1),
        ("#s=bus-des-soins%2Cbains-du-port", "", 2),
        ("#contenu", "", 2),
        ("#s=" + ",".join(f"x{n}" for n in range(5000)), "Une partie de ce lien", 100),
    ],
)
def test_a_broken_link_says_so_and_loses_nothing(visiteur, en_ligne, fragment, phrase, n):
    page = visiteur()(f"{en_ligne}/fr/index.html")
    choisit(page, en_ligne, SIX[:2])
    selection(page, en_ligne, fragment)
    assert phrase in avis(page) and (phrase or avis(page) == "")
    assert page.locator(".feuille").count() == n
    assert [e for e in page.erreurs if "x" not in fragment or "404" not in e] == []
    assert noms(selection(page, en_ligne)) == ["La Chaloupe, accueil de jour", "Bains-douches du Port"]


REFUS = {
    "forbidden": (
        "Object.defineProperty(window, 'localStorage', "
        "{get: function () { throw new DOMException('no', 'SecurityError'); }});"
    ),
    "full": "Storage.prototype.setItem = function () { throw new DOMException('full', 'QuotaExceededError'); };",
}


@pytest.mark.parametrize("sorte", REFUS)
def test_a_browser_that_keeps_nothing_gets_a_sentence_and_loses_nothing(visiteur, racine, sorte):
    page = visiteur(script=REFUS[sorte])(f"{racine}/fr/besoins/se-laver/index.html")
    boutons = page.locator(".vignette .garder")
    boutons.nth(0).click()
    boutons.nth(1).click()
    assert "Cet appareil ne peut pas garder votre sélection." in page.locator(".avis-selection").first.inner_text()
    assert page.inner_text("[data-compte-selection]") == "2"
    voulus = page.locator(".vignette h3").all_inner_texts()[:2]
    # The link of the bar carries it to its page: there it can be noted, arranged and printed.
    page.click("[data-selection] a")
    page.wait_for_selector("[data-pret]")
    assert noms(page) == voulus and "ne peut pas garder" in avis(page)
    page.locator(".feuille-note textarea").first.fill("une note")
    page.locator("[data-descendre]").first.click()
    assert noms(page) == voulus[::-1]
    assert page.locator(".feuille-note textarea").nth(1).input_value() == "une note"
    assert not page.erreurs


def test_what_the_browser_kept_and_nobody_can_read_is_put_aside(visiteur, en_ligne):
    page = visiteur()(f"{en_ligne}/fr/index.html")
    cle = page.get_attribute("[data-selection]", "data-selection")
    page.evaluate("cle => localStorage.setItem(cle, '{{{')", cle)
    selection(page, en_ligne)
    assert "n'a pas pu être lu" in avis(page)
    assert page.evaluate("cle => localStorage.getItem(cle + '.illisible')", cle) == "{{{"
    choisit(page, en_ligne, SIX[:1])
    assert page.inner_text("[data-compte-selection]") == "1"


def test_two_tabs_agree(visiteur, en_ligne):
    ouvre = visiteur()
    une, autre = ouvre(f"{en_ligne}/fr/fiches/la-chaloupe/index.html"), ouvre(f"{en_ligne}/fr/fiches/la-chaloupe/index.html")
    une.click("article .garder")
    autre.wait_for_selector(".garder.gardee")
    assert autre.inner_text("[data-compte-selection]") == "1"


def test_a_label_of_trust_is_judged_again_on_the_day_of_the_visit(visiteur, en_ligne):
    page = visiteur()(f"{en_ligne}/fr/index.html")
    page.clock.set_fixed_time("2027-12-01T12:00:00Z")
    selection(page, en_ligne, "#s=la-chaloupe")
    assert page.locator(".feuille .confiance").inner_text() == "Vérifié le 3\u00a0novembre\u00a02026, à revérifier"


def test_without_a_script_the_page_says_what_to_do_instead(visiteur, en_ligne):
    page = visiteur(java_script_enabled=False)(f"{en_ligne}/fr/selection/index.html")
    assert "ne marche pas sur cet appareil (sans JavaScript)" in page.locator("noscript").inner_text()
    assert not page.locator("[data-selection]").is_visible() and not page.locator(".garder").count()


def test_the_sheet_of_a_fiche_is_small(site):
    # With its message, whose words it has already. Its streets have a bound of their own: 4 KB compressed (tests/fond).
    for fiche in (site / "fr/donnees/fiches").glob("*.js"):
        sans_plan = re.sub(r"<svg class=.{0,2}qfq-dessin.*?</svg>", "", fiche.read_text("utf-8"), flags=re.S)
        assert len(sans_plan.encode()) < 7_000 and len(gzip.compress(fiche.read_bytes())) < 5_000, fiche.name
