"""A worker at a hospital's desk with one minute: a keyboard, a person who waits, and nothing that stays behind."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

MESSAGE = """\
Halte de nuit
vendredi 20 h : Ouvert, ferme demain à 9 h
Plus de place
Aujourd'hui : minuit – 9 h, 18 h 30 – 9 h
115
40 rue des Aiguillages, Port-Exemple"""


def test_a_bed_for_tonight_is_found_read_and_sent_with_a_keyboard_alone_from_a_stick(guichet, site):
    g = guichet(racine=site.as_uri())
    g.page.route(re.compile("^https?:"), lambda route: route.abort())
    assert g.titre == "De quoi a-t-on besoin ?" and g.texte("[data-rang]") == "Question 1 sur 5"
    g.tape("dormir ce soir", "Enter")
    # Who has nowhere to sleep hears whom to call before anything else is asked.
    assert "115" in g.texte("[data-secours]") and "115" in g.texte("[data-annonce]")
    assert g.titre == "Où cherche-t-on ?"
    g.tape("1")
    assert g.titre == "Pour quand ?"
    g.tape("3")
    assert g.titre == "Dans quelle langue ?"
    g.tape("arabe", "Enter")
    g.tape("chien", "Enter", "titre", "Enter", "0")
    assert g.titre == "À lire à voix haute" and g.noms[0] == "Halte de nuit" and len(g.noms) == 3
    premiere = g.texte("[data-liste] > li:first-child")
    for dit in ("Ouvert, ferme demain à 9 h", "Plus de place", "18 h 30 – 9 h", "40 rue des Aiguillages", "En appelant le 115",
                "Aucun document à apporter", "Animaux acceptés", "115"):
        assert dit in premiere, dit
    # One answer is enough for a message.
    g.tape("2", "3")
    assert g.message == MESSAGE
    assert unquote(g.page.get_attribute("[data-sms]", "href")) == f"sms:?&body={MESSAGE.replace(chr(39), chr(8217))}"
    # The next person finds nothing of this one, and neither does the browser.
    g.tape("0")
    assert g.titre == "De quoi a-t-on besoin ?"
    assert not g.page.locator("[data-dits]").is_visible() and not g.page.locator("[data-secours]").is_visible()
    assert g.page.url.endswith("accueil-telephonique/index.html")
    assert g.page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert not g.page.erreurs and all(demande.startswith("file:") for demande in g.page.demandes)


def test_digits_alone_lead_from_a_large_need_to_answers(guichet):
    g = guichet().tape("4")
    assert g.titre == "Se laver : quoi, plus précisément ?"
    g.tape("1", "0", "2", "0", "0")
    assert g.texte("[data-dits]").startswith("Douche") and g.noms[0] == "Bains-douches du Port"
    # Each answer may be changed from there, the last first.
    assert g.tape("9").titre.startswith("Pour qui")
    assert [g.tape("Backspace").titre for _ in range(4)] == [
        "Dans quelle langue ?", "Pour quand ?", "Où cherche-t-on ?", "De quoi a-t-on besoin ?"]


def test_a_choice_is_pressed_whatever_the_keyboard_writes_with_its_key(guichet):
    g = guichet()
    envoie = "([key, code]) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key, code, bubbles: true}))"
    for key, code in (("&", "Digit1"), ("à", "Digit0"), ("٣", ""), ("۰", "")):
        g.page.evaluate(envoie, [key, code])
    assert g.titre == "Dans quelle langue ?"
    assert g.texte("[data-dits]") == "Manger La Saline"
    g.page.evaluate(envoie, ["End", "Numpad1"])
    assert g.titre == "Dans quelle langue ?"
    # Keys are the desk's only where one is in the desk.
    g.page.locator(".marque").focus()
    g.tape("1")
    assert g.titre == "Dans quelle langue ?"


def test_digits_are_letters_for_whoever_writes(guichet):
    g = guichet()
    g.page.focus("#ecrit")
    g.tape("115")
    assert g.titre == "De quoi a-t-on besoin ?" and g.page.input_value("#ecrit") == "115"
    g.tape("ArrowDown", "4")
    assert g.titre.startswith("Se laver")


def test_a_danger_is_told_while_it_is_written_and_for_the_need_itself(guichet):
    g = guichet().tape("il me frappe")
    assert "17" in g.texte("[data-secours]") and "3919" in g.texte("[data-annonce]")
    g = guichet()
    rang = g.page.locator("[data-choix] button", has_text="Se protéger").get_attribute("data-touche")
    g.tape(rang)
    assert not g.page.locator("[data-secours]").is_visible()
    g.tape(g.page.locator("[data-choix] button", has_text="Violences").first.get_attribute("data-touche"))
    assert "3919" in g.texte("[data-secours]")


def test_a_word_that_nobody_knows_is_no_answer(guichet):
    g = guichet().tape("dousche", "Enter")
    assert g.titre == "De quoi a-t-on besoin ?"
    g.page.locator("[data-offres] button").first.click()
    assert g.titre == "Où cherche-t-on ?" and "douche" in g.texte("[data-dits]")
    g.tape("zzzz", "Enter")
    expect(g.page.locator("[data-offres]")).to_contain_text("zzzz")
    assert g.titre == "Où cherche-t-on ?"


def test_a_street_and_a_stop_are_places_too(guichet):
    g = guichet().tape("douche", "Enter", "aiguillages", "Enter")
    # The streets may still be on their way when Enter is pressed.
    expect(g.page.locator("[data-titre]")).to_contain_text("Pour quand")
    assert "Rue des Aiguillages" in g.texte("[data-dits]")
    g.tape("Backspace", "arrêt criée")
    expect(g.page.locator("[data-choix] button").first).to_contain_text("Arrêt Criée")
    g.tape("ArrowDown", "1")
    assert "Arrêt Criée" in g.texte("[data-dits]")


def test_where_nothing_answers_the_nearest_is_read_and_nothing_is_invented(guichet):
    g = guichet().tape("laverie", "Enter", "0", "4", "0", "0")
    assert "Nous ne connaissons pas d'adresse qui réunit tout cela" in g.texte("[data-rien]")
    assert "Le plus proche" in g.texte("[data-rien]") and g.noms
    # Of a need that no place answers, nothing is near: whom to ask is read instead.
    g = guichet().tape("dentiste", "Enter", "0", "0", "0", "0")
    assert "Dentiste : pas encore d'adresse" in g.texte("[data-vides]") and not g.noms
    assert not g.page.locator("[data-sms]").is_visible() and not g.message


def test_a_message_says_no_distance_and_no_moment_of_hours_that_nobody_knows(guichet):
    g = guichet().tape("laverie", "Enter", "1", "3", "0", "0")
    lues = g.page.locator("[data-liste] > li", has_text="Laverie des voyageurs")
    assert "à environ" in lues.inner_text() or "à " in lues.locator("b").first.inner_text()
    assert "20 h : Horaires" not in g.texte("[data-liste]")
    assert not re.search(r"^à (environ )?\d", g.message, re.M) and "2 rue des Aiguillages, Port-Exemple" in g.message


def test_within_seven_days_leaves_out_what_opens_later(guichet):
    g = guichet().tape("douche", "Enter", "0", "5", "0", "0")
    assert g.noms and not any(re.search("ouvre le", carte) for carte in g.page.locator("[data-liste] .statut").all_inner_texts())
    assert "Dans les sept jours" in g.texte("[data-dits]")


@pytest.mark.parametrize("langue", ["en", "ar", "fr-x-falc"])
def test_the_desk_is_whole_in_each_language(guichet, langue):
    g = guichet(langue, largeur=360).tape("4", "1", "0", "0", "0", "0")
    assert g.page.locator("[data-liste] > li").count() == 3 and "02 61 91 01 20" in g.message.replace("\u00a0", " ")
    assert g.page.evaluate("document.documentElement.scrollWidth <= innerWidth") and not g.page.erreurs


def test_the_sheet_to_hang_is_the_selection_in_large_letters_and_leaves_mine_alone(guichet):
    g = guichet().tape("douche", "Enter", "0", "0", "0", "0", "3")
    with g.page.context.expect_page() as nouvelle:
        g.tape("6")
    feuille = nouvelle.value
    feuille.wait_for_selector("[data-page-selection][data-pret]")
    assert feuille.locator(".feuille h2").count() == 2
    feuille.emulate_media(media="print")
    tailles = feuille.evaluate("[...document.querySelectorAll('.feuille h2, .feuille .faits, .tete-imprimee')]"
                               ".map(e => parseFloat(getComputedStyle(e).fontSize) * .75)")
    assert len(tailles) == 5 and min(tailles) >= 14
    tete = feuille.locator(".tete-imprimee").inner_text()
    assert "Qui fait quoi à Port-Exemple" in tete and "115" in tete and "112" in tete
    assert feuille.locator("[data-code] svg").count() == 1
    assert feuille.evaluate("localStorage.length") == 0


def test_nothing_withheld_or_closed_is_read_sent_or_shown(guichet):
    g = guichet().tape("Refuge Horizon", "Enter", "0", "0", "0", "0")
    assert g.noms[0] == "Refuge Horizon" and "Adresse non publiée" in g.texte("[data-liste] > li:first-child")
    assert g.message.split("\n\n")[0].splitlines()[-2:] == ["02 61 91 09 09", "Adresse non publiée"]
    g = guichet().tape("prison", "Enter", "4", "0", "0", "0")
    for _ in range(6):
        vu = g.texte("[data-reponses]") + g.message
        assert "Oyats" not in vu
        for carte in g.page.locator("[data-liste] > li", has_text="maison d’arrêt").all():
            assert "Y aller" not in carte.inner_text()
        g.tape("8")
