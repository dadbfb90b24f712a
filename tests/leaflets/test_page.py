"""The page of the leaflets: what is ready, and a sheet made in the browser for what is not."""

from __future__ import annotations

import io
import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from quifaitquoi.savoir.depliants import depliants_voulus, feuilles_de_sortie

LANGUES = ("fr", "en", "ar", "fr-x-falc")


@pytest.fixture
def fichiers(port):
    return {fichier for demande in (*depliants_voulus(port), *feuilles_de_sortie(port)) for fichier in demande.fichiers}


@pytest.mark.parametrize("langue", LANGUES)
def test_each_language_lists_every_leaflet_that_the_build_makes_and_no_other(site, fichiers, langue):
    html = (site / langue / "depliants" / "index.html").read_text("utf-8")
    assert set(re.findall(r'href="?\.\./\.\./depliants/([^" >]+)', html)) == fichiers


@pytest.mark.parametrize("langue", LANGUES)
def test_a_neighbourhood_leads_to_its_own_leaflets_in_the_reader_s_language(site, fichiers, langue):
    html = (site / langue / "quartiers" / "gare" / "index.html").read_text("utf-8")
    liens = re.findall(r'href="?\.\./\.\./\.\./depliants/([^" >]+)', html)
    assert f"gare-depliant-{langue}.pdf" in liens and set(liens) <= fichiers
    assert all("gare" in lien and lien.endswith(f"-{langue}.pdf") for lien in liens)


def demande(page, quartier, format="depliant", langue="fr", besoins=()):
    page.select_option("[data-quartier]", quartier)
    page.select_option("[data-format]", format)
    page.select_option("[data-choix-langue]", langue)
    for besoin in besoins:
        page.check(f"[data-besoin][value={besoin}]")
    page.get_by_role("button", name="Faire ce dépliant").click()


def test_what_is_ready_is_opened_as_the_pdf_of_the_build(visiteur, en_ligne):
    page = visiteur()(f"{en_ligne}/fr/depliants/index.html")
    with page.expect_request("**/depliants/*.pdf") as demandee:
        demande(page, "gare", "discret", "ar", ["parler-a-quelquun", "se-proteger", "dormir"])
    # In whatever order the needs were ticked.
    assert re.search(r"/depliants/infos-gare-\d{4}-ar\.pdf$", demandee.value.url)


def test_what_is_not_ready_is_a_sheet_with_every_fiche_of_the_zone_that_answers(visiteur, en_ligne, port):
    page = visiteur()(f"{en_ligne}/fr/depliants/index.html")
    demande(page, "la-saline", besoins=["manger", "se-laver"])
    expect(page.locator("[data-titre]")).to_be_focused()
    voulues = {
        v.slug
        for v in port.par_quartier["la-saline"]
        if v.en_service and any({"manger", "se-laver"} & set(b.racines) for b in v.besoins)
    }
    liens = page.locator(".feuille h2 a").evaluate_all("liens => liens.map(a => a.pathname.split('/').slice(-2)[0])")
    assert voulues and sorted(liens) == sorted(voulues)
    assert page.locator(".feuille .qr").count() == len(voulues) and not page.erreurs


def test_the_sheet_is_in_the_language_that_was_asked_for(visiteur, en_ligne):
    page = visiteur()(f"{en_ligne}/fr/depliants/index.html")
    demande(page, "la-saline", "affiche", "ar", ["manger"])
    expect(page.locator(".feuille").first).to_be_visible()
    assert page.url.endswith("/ar/depliants/index.html#quartier=la-saline&format=affiche&besoins=manger")
    assert page.locator("html").get_attribute("dir") == "rtl" and page.input_value("[data-quartier]") == "la-saline"


@pytest.mark.parametrize("format, taille", [("depliant", (297, 210)), ("livret", (210, 297)), ("grands-caracteres", (210, 297))])
def test_it_prints_like_the_leaflet_and_nothing_of_the_page_around_it(visiteur, en_ligne, port, format, taille):
    page = visiteur()(f"{en_ligne}/fr/depliants/index.html#quartier=ile-aux-mouettes&format={format}")
    expect(page.locator(".feuille").first).to_be_visible()
    lu = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert tuple(round(float(x) / 72 * 25.4) for x in (lu.pages[0].mediabox.width, lu.pages[0].mediabox.height)) == taille
    dit = re.sub(r"\s+", " ", " ".join(p.extract_text() for p in lu.pages)).replace("’", "'")
    assert "Île-aux-Mouettes" in lu.pages[0].extract_text() and "Appelez avant de venir" in dit and "Hébergement d'urgence" in dit
    assert "Mon dépliant" not in dit and "Prêts à imprimer" not in dit
    for vue in port.par_quartier["ile-aux-mouettes"]:
        assert not vue.en_service or vue.fiche.nom.replace("’", "'") in dit


def test_a_discreet_sheet_says_neither_the_place_nor_the_directory(visiteur, en_ligne):
    page = visiteur()(f"{en_ligne}/fr/depliants/index.html#quartier=ile-aux-mouettes&format=discret")
    expect(page.locator("[data-titre]")).to_have_text("Infos pratiques")
    dit = " ".join(p.extract_text() for p in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages)
    assert "Qui fait quoi" not in dit and "Dépliants" not in dit


def test_the_visitor_s_own_selection_is_not_touched(visiteur, en_ligne):
    page = visiteur()(f"{en_ligne}/fr/fiches/bains-du-port/index.html")
    page.get_by_role("button", name="Ajouter à ma sélection").first.click()
    avant = page.evaluate("JSON.stringify(localStorage)")
    page.goto(f"{en_ligne}/fr/depliants/index.html#quartier=la-saline&format=affiche")
    expect(page.locator(".feuille").first).to_be_visible()
    assert "bains-du-port" in avant and page.evaluate("JSON.stringify(localStorage)") == avant


@pytest.mark.parametrize(
    "fragment",
    ["#quartier=<img>&format=depliant", "#quartier=gare&format=x", "#besoins", "#quartier=__proto__&format=affiche", "#%"],
)
def test_a_link_that_asks_for_nothing_we_offer_shows_the_page_as_it_is(visiteur, en_ligne, fragment):
    page = visiteur()(f"{en_ligne}/fr/depliants/index.html{fragment}")
    expect(page.locator("[data-mon-depliant]")).to_be_visible()
    expect(page.locator("[data-apercu]")).to_be_hidden()
    assert not page.erreurs


def test_it_works_from_a_folder(visiteur, site):
    page = visiteur()(f"{(site / 'fr' / 'depliants' / 'index.html').as_uri()}#quartier=la-saline&format=affiche&besoins=manger")
    expect(page.locator(".feuille").first).to_be_visible()
    assert not page.erreurs


def test_each_neighbourhood_waits_folded_and_a_link_to_one_unfolds_it(visiteur, en_ligne):
    page = visiteur()(f"{en_ligne}/fr/depliants/index.html")
    assert page.locator("[data-plie]").count() > 1 and page.locator("[data-plie][open]").count() == 0
    page.locator("#gare summary").click()
    expect(page.locator("#gare").get_by_role("link", name="Français", exact=True).first).to_be_visible()
    page = visiteur()(f"{en_ligne}/fr/depliants/index.html#gare")
    expect(page.locator("#gare").get_by_role("link", name="Français", exact=True).first).to_be_in_viewport()
    assert page.locator("[data-plie][open]").count() == 1 and not page.erreurs


def test_without_javascript_the_list_is_there_and_no_form_that_does_nothing(visiteur, en_ligne):
    page = visiteur(java_script_enabled=False)(f"{en_ligne}/fr/depliants/index.html")
    expect(page.get_by_role("link", name="Français", exact=True).last).to_be_visible()
    expect(page.locator("[data-mon-depliant]")).to_be_hidden()
