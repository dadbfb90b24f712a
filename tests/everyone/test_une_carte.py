"""One card everywhere: what the build writes in a list and what the finder draws say the same of a place."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from promenade import finie
from site_bati import construit

# Needs that places, lines to call and withheld addresses answer.
BESOINS = ["douche", "repas-chaud", "ecoute", "hebergement-urgence", "hebergement-protege"]
_CARTES = """() => [...document.querySelectorAll('.groupes .vignette, [data-liste] .vignette')].filter(c => c.checkVisibility())
  .map(c => [c.querySelector('h3 a').getAttribute('href').split('/').at(-2), c.innerText])"""


def cartes(page) -> dict[str, list[str]]:
    """Each card by its slug, as the lines that one reads."""
    lues = {slug: [" ".join(ligne.split()) for ligne in texte.splitlines()] for slug, texte in page.evaluate(_CARTES)}
    return {slug: [ligne for ligne in lignes if ligne] for slug, lignes in lues.items()}


@pytest.mark.parametrize("langue", ["fr", "ar"])
@pytest.mark.parametrize("besoin", BESOINS)
def test_a_list_and_the_finder_show_the_same_card(visiteur, en_ligne, langue, besoin):
    ouvre = visiteur()
    liste = ouvre(f"{en_ligne}/{langue}/besoins/{besoin}/index.html")
    trouveur = ouvre(f"{en_ligne}/{langue}/trouver/index.html#besoin={besoin}")
    trouveur.wait_for_selector("[data-trouver][data-pret=tout]")
    expect(trouveur.locator("[data-liste] .vignette .confiance").first).to_be_visible()
    ici, la = cartes(liste), cartes(trouveur)
    assert ici and ici.keys() == la.keys()
    for slug in ici:
        # A team on the road: the list names its stops, the finder the one that opens first.
        if liste.locator(f".vignette[data-fiche={slug}] .i-van-passenger").count():
            continue
        assert ici[slug] == la[slug], slug


def test_a_card_says_whether_it_is_open_when_today_where_and_how_to_go_and_call(visiteur, en_ligne):
    page = visiteur()(f"{en_ligne}/fr/besoins/douche/index.html")
    carte = page.locator(".vignette", has_text="Bains-douches du Port")
    dit = " ".join(carte.inner_text().split()).replace("’", "'")
    for attendu in ("Ouvert, ferme à 12 h 30", "Aujourd'hui : 7 h 30 – 12 h 30", "Vieux-Port · 9 rue des Carreaux",
                    "Sans rendez-vous", "Langues : français", "Vérifié le 6 octobre 2026", "02 61 91 01 20", "Y aller"):
        assert attendu in dit, attendu
    assert carte.locator("a.tel").get_attribute("href") == "tel:+33261910120"
    assert not [d for d in page.demandes if not d.startswith(en_ligne)]


@pytest.mark.parametrize("chemin", ["besoins/domiciliation/index.html", "trouver/index.html#besoin=domiciliation"])
def test_who_comes_for_one_service_is_given_the_number_of_that_service(visiteur, en_ligne, chemin):
    page = visiteur(360)(f"{en_ligne}/fr/{chemin}")
    finie(page)
    carte = page.locator(".vignette", has_text="La Chaloupe").first
    assert carte.locator("a.tel").get_attribute("href") == "tel:+33261910305"
    page.goto(f"{en_ligne}/fr/{chemin.replace('domiciliation', 'laverie')}")
    finie(page)
    expect(carte.locator("a.tel")).to_have_attribute("href", "tel:+33261910201")  # it has none of its own


@pytest.mark.parametrize(("langue", "dit"), [("fr", "2 rue des Sauniers · Provisoirement ici, jusqu'au 31 janvier 2027"),
                                             ("en", "2 rue des Sauniers · Here for the time being, until 31 January 2027")])
def test_a_card_says_until_when_the_street_of_the_day_holds(visiteur, en_ligne, langue, dit):
    ouvre = visiteur(360)
    for chemin in ("besoins/soutien-aux-proches/index.html", "trouver/index.html#besoin=soutien-aux-proches"):
        carte = ouvre(f"{en_ligne}/{langue}/{chemin}").locator(".vignette", has_text="2 rue des Sauniers")
        expect(carte).to_be_visible()
        assert dit in " ".join(carte.inner_text().split()).replace("’", "'"), chemin


def test_an_address_without_position_has_a_way_too(visiteur, servir, tmp_path, petit_port, aujourdhui):
    copie = Path(shutil.copytree(petit_port, tmp_path / "territoire"))
    fiche = next(copie.glob("fiches/*/bains-du-port.yml"))
    fiche.write_text(re.sub(r"(?m)^ +(position|score):.*\n", "", fiche.read_text("utf-8")), "utf-8")
    ici = servir(construit(copie, tmp_path / "site", aujourdhui))
    for chemin in ("besoins/douche/index.html", "trouver/index.html#besoin=douche", "fiches/bains-du-port/index.html"):
        page = visiteur()(f"{ici}/fr/{chemin}")
        lien = page.locator("a[href='https://www.openstreetmap.org/search?query=9%20rue%20des%20Carreaux%2C%20Port-Exemple']")
        expect(lien).to_be_visible()
        assert all(demande.startswith(ici) for demande in page.demandes)


def test_without_a_script_a_card_has_the_whole_week_and_the_page_says_what_is_missing(visiteur, en_ligne):
    page = visiteur(java_script_enabled=False)(f"{en_ligne}/fr/besoins/douche/index.html")
    assert "le mardi et le jeudi de 7 h 30 à 12 h 30" in page.locator(".groupes").inner_text().replace("\u00a0", " ")
    assert not page.locator("[data-fragment]:visible").count()
    assert "cette page dirait aussi ce qui est ouvert maintenant" in page.locator("noscript").inner_text()


def test_a_list_leads_to_the_finder_with_what_it_is_about(visiteur, en_ligne):
    for chemin, dit in (("besoins/douche", "Douche"), ("quartiers/gare", "Gare"), ("publics/entourage", "famille")):
        page = visiteur()(f"{en_ligne}/fr/{chemin}/index.html")
        page.get_by_role("link", name="Ouvert maintenant").click()
        page.wait_for_selector("[data-trouver][data-pret=tout]")
        assert "ouvert=maintenant" in page.url
        choisi = page.locator("[data-trouver] [aria-pressed=true], [data-choisis] .puce").all_inner_texts()
        assert "Ouvert maintenant" in " ".join(choisi) and dit.lower() in " ".join(choisi).lower(), (chemin, choisi)


def test_near_me_is_asked_on_arrival_and_what_was_chosen_stays_when_it_is_refused(visiteur, en_ligne):
    ouvre = visiteur(geolocation={"latitude": 46.33, "longitude": -3.05}, permissions=["geolocation"])
    page = ouvre(f"{en_ligne}/fr/besoins/douche/index.html")
    page.get_by_role("link", name="Près de moi").click()
    expect(page.locator("[data-liste] .vignette b").first).to_contain_text("à ")
    assert "pres" not in page.url
    page = visiteur()(f"{en_ligne}/fr/trouver/index.html#besoin=douche&pres=moi")
    expect(page.locator("[data-avis-lieu]")).to_contain_text("n’a pas donné sa position")
    expect(page.locator("[data-liste] .vignette").first).to_be_visible()


def test_the_number_of_a_line_stands_right_below_its_name(visiteur, en_ligne):
    page = visiteur(360)(f"{en_ligne}/fr/fiches/ecoute-horizon/index.html")
    assert page.locator("h1 + p a.tel").get_attribute("href") == "tel:+33261910900"
    assert page.locator(".entete-fiche a.tel").count() == 1
