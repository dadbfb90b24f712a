"""Lists: nothing is left out, what is closed comes last, and cards say what a reader chooses by."""

from __future__ import annotations

import re

from lecture_de_page import lu

FERME = {"nom": "Ancienne halte", "etat": {"statut": "ferme", "depuis": "2024"}}


def test_every_fiche_is_on_the_list_of_its_need_and_of_everything(pages):
    faites = pages({"a": {"nom": "Halte A"}, "b": {"nom": "Halte B", "services": [{"quoi": "laverie"}]}})
    assert "Halte A" in faites["besoins/douche/index.html"] and "Halte B" not in faites["besoins/douche/index.html"]
    for chemin in ("besoins/se-laver/index.html", "quartiers/centre/index.html", "tout/index.html"):
        assert "Halte A" in faites[chemin] and "Halte B" in faites[chemin], chemin


def test_the_number_to_call_in_an_emergency_comes_first_on_the_page_of_its_need(pages):
    ligne = {"nom": "Zéro faim", "genre": "telephone", "services": [{"quoi": "douche"}], "contact": {"telephone": "115"}}
    lieu = {"nom": "Abri", "genre": "lieu", "services": [{"quoi": "douche"}]}
    urgences = [{"numero": "115", "nom": "Abri", "pour": "Vous ne savez pas où dormir", "fiche": "ligne"}]
    page = pages({"lieu": lieu, "ligne": ligne}, urgences=urgences)["besoins/douche/index.html"]
    assert page.index("À appeler d’abord") < page.index('data-fiche="ligne"') < page.index('data-fiche="lieu"')


def test_what_is_not_in_service_comes_last_and_is_said_so(pages):
    page = lu(pages({"a": FERME, "b": {"nom": "Halte B"}})["besoins/douche/index.html"])
    assert page.index("Halte B") < page.index("Pas en service") < page.index("Ancienne halte") < page.index("Fermé définitivement")
    assert "1 adresse ou service" in page


def test_a_list_says_how_many_the_map_cannot_show(pages):
    page = lu(pages({"a": {"adresse": {"voie": "1 rue", "position": [46.5, -5.3]}}, "b": {"nom": "Sans position"}})[
        "besoins/douche/index.html"])
    assert "2 adresses ou services dont 1 sans position sur la carte" in page


def test_a_list_without_any_position_offers_no_map(pages):
    faites = pages({"a": {}})
    assert "Voir la carte" not in faites["besoins/douche/index.html"]
    assert not [chemin for chemin in faites if chemin.startswith("cartes/besoin-")]


def test_a_card_of_a_need_shows_the_hours_of_the_service_that_answers_it(pages):
    page = lu(pages({"a": {"horaires": {"lundi": "9h-12h"}, "services": [
        {"quoi": "douche", "horaires": {"mardi": "14h-16h"}}, {"quoi": "laverie"}]}})["besoins/douche/index.html"])
    assert "Le mardi de 14 h à 16 h" in page and "lundi de 9" not in page.lower()


def test_hours_on_a_card_are_never_shown_as_fresh(pages):
    page = lu(pages({"a": {"horaires": {"lundi": "9h-12h"}}})["besoins/douche/index.html"])
    assert "Horaires lus sur une page sans date, non vérifiés : c'est peut-être fermé" in page
    assert "Non vérifié" in page


def test_a_need_nobody_answers_is_no_dead_end(pages):
    page = pages({"a": {}})["besoins/laverie/index.html"]
    assert "Nous ne connaissons pas encore d’adresse ici." in page and 'href="../../besoins/se-laver/index.html"' in page


def test_a_danger_that_no_address_answers_has_its_numbers(pages):
    numero = [{"numero": "115", "nom": "Abri", "pour": "Vous ne savez pas où dormir", "besoins": ["laverie"]}]
    sans, avec = pages({"a": {}}, urgences=numero), pages({"a": {"services": [{"quoi": "laverie"}]}}, urgences=numero)
    assert "Vous ne savez pas où dormir" in sans["besoins/laverie/index.html"], "no address: the number stands in"
    assert "Vous ne savez pas où dormir" in sans["besoins/se-laver/index.html"], "one of its needs has none"
    assert "Vous ne savez pas où dormir" not in sans["besoins/douche/index.html"], "not its danger"
    assert "Vous ne savez pas où dormir" not in avec["besoins/laverie/index.html"]


def test_a_fiche_has_one_card_on_a_page_and_lines_after_that(pages):
    page = pages({"a": {"nom": "Halte A", "services": [{"quoi": "douche"}, {"quoi": "laverie"}]}})["quartiers/centre/index.html"]
    assert len(re.findall(r'class="vignette', page)) - page.count('class="vignettes"') == 1


def test_the_home_page_leads_to_needs_emergencies_life_moments_and_neighbourhoods(pages):
    page = pages({"a": {"services": [{"quoi": "douche", "publics": {"situations": ["entourage"]}}]}})["index.html"]
    for lien in ("besoins/se-laver/index.html", "tel:115", "temps-de-vie/senior/index.html", "quartiers/centre/index.html",
                 "publics/entourage/index.html", "tout/index.html"):
        assert f'href="{lien}"' in page
