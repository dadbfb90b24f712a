"""Guides, kits and courses: each is shown for whom it is, found by what people call it, and gives nobody away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.annuaire.model.ressource import Ressource
from quifaitquoi.langues import langue
from quifaitquoi.paroles.ressources import GENRE, POUR
from quifaitquoi.savoir import ressources as savoir
from quifaitquoi.site.pages.trouver import index
from quifaitquoi.site.sommaire import planifier
from quifaitquoi.suivi.forge.liens import adresses


def test_each_value_of_the_model_has_its_words():
    champs = Ressource.model_fields
    assert [*GENRE] == list(champs["genre"].annotation.__args__)
    assert [*POUR] == list(champs["pour"].annotation.__args__)


def test_the_page_groups_them_by_whom_they_are_for_and_says_where_each_leads(site):
    page = (site / "fr/ressources/index.html").read_text("utf-8")
    ordre = ['id="pour-soi"', 'id="mon-plan-pour-tenir"', 'id="pour-entourage"', 'id="ecouter-un-proche"', 'id="pour-pairs"',
             'id="pour-benevoles"', 'id="pour-professionnels"']
    assert [page.index(ancre) for ancre in ordre] == sorted(page.index(ancre) for ancre in ordre)
    assert '<bdi dir="ltr">plan-pour-tenir.example.org/carnet</bdi>' in page
    assert "Nous ne savons pas de quand cela date." in page


def test_a_need_shows_its_own_and_leads_to_them(site):
    for besoin in ("prevention-suicide", "soutien-psychologique", "parler-a-quelquun"):
        html = (site / f"fr/besoins/{besoin}/index.html").read_text("utf-8")
        assert '../../ressources/index.html#mon-plan-pour-tenir"><span>Mon plan pour tenir' in html, besoin
    assert "ressources/index.html#" not in (site / "fr/besoins/douche/index.html").read_text("utf-8")


def test_a_territory_without_any_has_no_page_no_link_and_no_word_in_its_index(directory, aujourdhui):
    sans = enrichir(replace(directory, ressources={}), aujourdhui)
    pages = {f.chemin: f for f in planifier(sans, langue("fr"))}
    assert "ressources/index.html" not in pages
    assert "ressources/" not in pages["besoins/prevention-suicide/index.html"].faire().contenu
    assert '"ressources"' not in "".join(index(sans, langue("fr")).values())


def test_in_another_language_it_is_told_in_that_language(site):
    assert "Listening to someone close to you" in (site / "en/ressources/index.html").read_text("utf-8")
    assert "Guides, kits and courses to help others" in (site / "en/index.html").read_text("utf-8")


def test_one_given_by_a_place_that_closed_no_longer_sends_there(directory, aujourdhui):
    donne = directory.ressources["premiers-secours-du-moral"]
    assert savoir.donnee_par(enrichir(directory, aujourdhui), donne).slug == "point-d-ecoute-des-hauts"
    fiche = directory.fiches["point-d-ecoute-des-hauts"]
    ferme = fiche.model_validate(
        {"nom": fiche.nom, "genre": fiche.genre, "services": [{"quoi": "ecoute"}], "etat": {"statut": "ferme"}})
    ferme.nomme(slug=fiche.slug, zone=fiche.zone)
    sans = enrichir(replace(directory, fiches={**directory.fiches, fiche.slug: ferme}), aujourdhui)
    assert savoir.donnee_par(sans, donne) is None


def test_one_given_by_a_withheld_place_says_its_name_and_phone_only(directory, aujourdhui):
    une = Ressource.model_validate({"nom": "Guide du départ", "genre": "guide", "pour": "soi", "presentation": "Quoi emporter.",
                                    "fiche": "refuge-horizon", "date": "2025"})
    une.nomme(slug="depart")
    territoire = enrichir(replace(directory, ressources={"depart": une}), aujourdhui)
    page = next(f for f in planifier(territoire, langue("fr")) if f.chemin == "ressources/index.html").faire().contenu
    assert "Refuge Horizon" in page and "geo:" not in page and " rue " not in page


def test_their_links_are_asked_for_each_month(directory):
    assert adresses(directory)["https://plan-pour-tenir.example.org/carnet"] == ("ressources/mon-plan-pour-tenir.yml, page",)


# -- no field is silent

TOUT = Ressource.model_validate({
    "nom": "Tenir debout", "genre": "kit", "pour": "soi", "presentation": "Un carnet.",
    "par": "Ville", "langues": ["fr"], "date": "2025-04", "page": "https://carnet.example.org", "fiche": "la-chaloupe",
    "besoins": ["douche"], "synonymes": ["cahier bleu"], "jours_difficiles": "oui", "sources": [{"titre": "Affiche"}]})
AUTREMENT = {"nom": "Tenir assis", "genre": "cours", "pour": "pairs", "presentation": "Un cahier."}
# Shown beside the sheet, which has a test of its own.
AILLEURS = {"jours_difficiles", "accepte"}


@pytest.mark.parametrize("champ", [champ for champ in Ressource.model_fields if champ not in AILLEURS])
def test_each_field_is_said_somewhere(directory, aujourdhui, champ):
    def dites(une: Ressource) -> str:
        une.nomme(slug="tenir")
        territoire = enrichir(replace(directory, ressources={"tenir": une}), aujourdhui)
        voulues = ("ressources/index.html", "besoins/douche/index.html")
        pages = "".join(str(f.faire().contenu) for f in planifier(territoire, langue("fr")) if f.chemin in voulues)
        return pages + "".join(index(territoire, langue("fr")).values())

    assert dites(TOUT.model_copy(update={champ: AUTREMENT.get(champ)})) != dites(TOUT)


def test_the_finder_shows_them_above_the_places(site, navigateur):
    onglet = navigateur.new_page()
    onglet.goto((site / "fr/trouver/index.html").as_uri() + "#q=plan de crise")
    lien = onglet.locator("[data-ressources] a").first
    lien.wait_for()
    assert onglet.locator("[data-ressources] h2").inner_text() == "À lire, à apprendre"
    lien.click()
    onglet.locator("#mon-plan-pour-tenir").wait_for()
    assert onglet.url.endswith("ressources/index.html#mon-plan-pour-tenir")
    onglet.close()
