"""Filters combine, say what each would leave, and never end on an empty page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from resultats import bouton, compte, dits, les_deux, nombres, noms, promis


@pytest.mark.parametrize("depart", ["", "besoin=manger", "q=douche", "langue=ar&ouvert=aujourdhui"])
def test_each_button_leaves_as_many_as_it_promised(trouver, depart):
    page = trouver(depart)
    page.locator(".plus-de-filtres summary").click()
    for nom in ("Ouvert maintenant", "Ouvert aujourd", "Sans rendez-vous", "Gratuit", "Sans marche", "Animaux", "Par téléphone",
                "Ce que vous dites reste secret", "Quelqu’un vient avec vous", "Possible chez vous", "En vidéo"):
        puce = bouton(page, nom)
        if puce.get_attribute("aria-pressed") == "true":
            continue
        voulu = promis(puce)
        puce.click()
        assert dits(page) == voulu, nom
        sures, autres = les_deux(page)
        # Of no result at all, the page shows what comes nearest.
        assert (len(sures), len(autres)) == voulu or not any(voulu), nom
        bouton(page, nom).click()


@pytest.mark.parametrize(("filtre", "dit"), [
    ("rdv", "Sans rendez-vous"), ("gratuit", "Gratuit"), ("plain-pied", "Sans marche"), ("animaux", "Animaux acceptés"),
    ("secret", "Ce que vous dites reste secret"), ("accompagne", "Quelqu’un vient avec vous, ailleurs"),
    ("video", "En vidéo")])
def test_each_card_says_the_condition_that_it_was_kept_for(trouver, filtre, dit):
    page = trouver(f"avec={filtre}")
    sures, incertaines = les_deux(page)
    assert sures and [carte for carte in sures if dit not in carte] == []
    assert [carte for carte in incertaines if dit in carte] == []
    assert bouton(page, dit).get_attribute("aria-pressed") == "true"


@pytest.mark.parametrize(("fragment", "nom"), [
    ("avec=gratuit", "Gratuit"), ("besoin=manger&avec=plain-pied", "Sans marche"), ("pour=hommes", "Pour : Hommes"),
    ("besoin=manger&langue=ro", "On y parle : roumain"), ("sans=revenus", "Sans devoir avoir de revenus"),
    ("ouvert=maintenant", "Ouvert maintenant")])
def test_what_nobody_knows_comes_below_under_its_own_heading_and_is_counted(trouver, fragment, nom):
    tous = les_deux(trouver("" if "&" not in fragment else fragment.split("&")[0]))[0]
    page = trouver(fragment)
    sures, incertaines = les_deux(page)
    assert len(sures) == compte(page) and incertaines
    titre = page.locator("[data-liste] .autres h3").inner_text().replace("\u00a0", " ").replace("\u202f", " ")
    assert re.fullmatch(rf"{len(incertaines)} autres?, à confirmer : {re.escape(nom)}", titre)
    assert dits(page) == (len(sures), len(incertaines))
    assert len(sures) + len(incertaines) <= len(tous)


def test_the_others_have_their_heading_before_anybody_asks_for_all_the_sure_ones(trouver):
    page = trouver("avec=gratuit")
    voulu = dits(page)
    suite, autres = page.locator("[data-liste] .suite-liste button"), page.locator("[data-liste] .autres")
    cartes = page.locator("[data-liste] > .vignette")
    assert voulu[0] > 20 and suite.is_visible() and cartes.count() == 20 + min(20, voulu[1])
    page.get_by_role("button", name=f"{voulu[1]} à confirmer", exact=True).click()
    titre = autres.locator("h3")
    expect(titre).to_be_focused()
    expect(titre).to_be_in_viewport()
    suite.click()
    # What it shows stands above the heading.
    position = "e => Array.from(e.parentNode.children).indexOf(e)"
    assert autres.evaluate(position) >= min(40, voulu[0])
    assert [len(cartes) for cartes in les_deux(page)] == list(voulu)


def test_several_filters_name_what_is_not_known(trouver):
    page = trouver("avec=gratuit,plain-pied")
    titre = page.locator("[data-liste] .autres h3").inner_text()
    assert "Gratuit" in titre and "Sans marche" in titre


@pytest.mark.parametrize(("besoin", "filtre"), [("epicerie-solidaire", "Sans rendez-vous"), ("jardin-partage", "Sans marche")])
def test_a_choice_of_which_nothing_is_known_is_not_called_empty(trouver, besoin, filtre):
    page = trouver(f"besoin={besoin}")
    page.locator(".plus-de-filtres summary").click()
    puce = bouton(page, filtre)
    sures, autres = promis(puce)
    assert sures == 0 and autres > 0
    assert f"{autres} à confirmer" in puce.get_attribute("aria-label") and "vide" not in puce.get_attribute("class")
    puce.click()
    assert compte(page) == 0 and les_deux(page)[1] and page.locator("[data-rien]").is_hidden()


def test_choices_say_how_many_they_would_leave(trouver):
    page = trouver("besoin=manger")
    page.locator(".plus-de-filtres summary").click()
    for champ in ("[data-choix-langue]", "[data-choix-pour]", "[data-choix-sans]"):
        select = page.locator(champ)
        for option in select.locator("option").all()[1:4]:
            dit = option.inner_text()
            select.select_option(option.get_attribute("value"))
            assert dits(page) == nombres(dit.rsplit("(", 1)[1]), dit
            assert page.locator("[data-liste] .vignette").count(), dit
        select.select_option("")


def test_a_meal_that_is_open_in_three_taps(ouvre, en_ligne):
    page = ouvre(f"{en_ligne}/fr/trouver/index.html")
    bouton(page, "Manger").click()
    bouton(page, "Ouvert maintenant").click()
    page.locator("[data-liste] h3 a").first.click()
    page.wait_for_selector(".fiche")
    assert "Ouvert, ferme à" in page.locator("[data-ouverture]").inner_text().replace("\u00a0", " ")


def test_what_is_only_maybe_open_is_counted_apart_by_the_button_the_heading_and_the_list(trouver):
    page = trouver()
    voulu = promis(bouton(page, "Ouvert maintenant"))
    bouton(page, "Ouvert maintenant").click()
    assert re.fullmatch(r"\d+ ouverts · \d+ à confirmer", page.locator("[data-compte]").inner_text().replace("\u202f", " "))
    sures, autres = les_deux(page)
    assert (len(sures), len(autres)) == dits(page) == voulu and sures and autres
    assert all("Ouvert" in carte for carte in sures) and not [carte for carte in autres if "Ouvert, ferme" in carte]


def test_two_filters_together_promise_what_they_leave(trouver):
    page = trouver("avec=gratuit")
    page.locator(".plus-de-filtres summary").click()
    for nom in ("Ouvert maintenant", "Sans marche", "Animaux"):
        puce = bouton(page, nom)
        voulu = promis(puce)
        assert voulu[1], nom
        puce.click()
        assert dits(page) == voulu, nom
        bouton(page, nom).click()


def test_the_hours_of_the_service_count_not_those_of_the_house(trouver):
    # La Chaloupe welcomes on Friday afternoon; its washing machine has its own hours.
    page = trouver("besoin=douche", quand="2026-11-20T13:00:00Z")
    carte = page.locator(".vignette", has_text="La Chaloupe, accueil")
    assert "Fermé" in carte.inner_text()


def test_a_chosen_moment_is_judged_in_the_territory_s_time(trouver):
    page = trouver("besoin=manger&ouvert=2026-11-20T19:45")
    assert page.locator(".vignette", has_text="La maraude de La Chaloupe").locator(".statut-ouvert").count() == 1
    assert "La maraude de La Chaloupe" not in noms(trouver("besoin=manger&ouvert=2026-11-20T12:00"))
    choisis = page.locator("[data-choisis]").inner_text()
    assert choisis.startswith("Ouvert vendredi 20\u00a0novembre 19\u00a0h\u00a045")


def test_a_moment_that_is_too_far_is_told(trouver):
    page = trouver()
    page.locator(".plus-de-filtres summary").click()
    page.locator("[data-moment-jour]").fill("2031-01-01")
    page.locator("[data-avis-moment]", has_text="passée ou trop lointaine").wait_for()
    assert compte(page) > 10


def test_nothing_found_says_which_filter_to_drop_and_shows_the_nearest(trouver):
    page = trouver("besoin=douche&avec=gratuit,animaux,telephone")
    assert compte(page) == 0 and noms(page)
    page.locator("[data-rien] button", has_text="Par téléphone").click()
    assert compte(page) == 2 and not page.locator("[data-rien]").is_visible()


def test_an_unknown_word_is_told_and_the_page_is_not_empty(trouver):
    page = trouver("q=xyzzyq")
    assert "xyzzyq" in page.locator("[data-inconnu]").inner_text() and noms(page)
    page.locator("[data-rien] button").first.click()
    assert compte(page) > 10


def test_a_place_that_is_out_of_service_answers_to_its_name_only(trouver):
    page = trouver("q=annexe de la gare")
    carte = page.locator(".vignette", has_text="Annexe")
    assert carte.locator(".statut-hors-service").count() == 1
    assert not [nom for nom in noms(trouver("")) if "Annexe" in nom]


def test_how_many_are_on_a_group_is_no_number_of_the_list(trouver):
    page = trouver("besoin=manger", largeur=1280)
    page.locator("[data-carte-suivie]").click()
    groupe = page.frame_locator("iframe.carte-ouverte").locator(".groupe .disque").first
    groupe.wait_for()
    assert groupe.inner_text().startswith("+")


def test_the_keyboard_alone_finds_a_meal(trouver):
    page = trouver()
    page.locator("#mots").focus()
    page.keyboard.type("repas")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "resultats"
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-liste] h3 a')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector(".fiche")


def test_the_number_of_results_is_announced_politely(trouver):
    page = trouver()
    bouton(page, "Manger").click()
    page.wait_for_timeout(900)
    annonce = page.locator("[data-annonce]")
    assert annonce.get_attribute("role") == "status" and annonce.text_content() == page.locator("[data-compte]").text_content()


def test_another_question_with_as_many_answers_is_announced_too(trouver):
    page = trouver()
    dites = []
    for mot in ("zzzz", "yyyy", "zzzz"):
        page.locator("#mots").fill(mot)
        page.wait_for_timeout(900)
        dites.append(page.locator("[data-annonce]").evaluate("p => p.textContent"))
    assert {dite.strip() for dite in dites} == {page.locator("[data-compte]").text_content()}
    assert dites[0] != dites[1] != dites[2]


def test_food_tonight_for_a_parent_near_a_tram_stop_in_arabic(trouver):
    page = trouver("besoin=manger&ouvert=2026-11-20T20:15&langue=ar&pres=repere:arret-quai-des-goelands", langue="ar")
    assert page.evaluate("[document.documentElement.lang, getComputedStyle(document.body).direction]") == ["ar", "rtl"]
    carte = page.locator("[data-liste] .vignette").first
    assert carte.locator(".statut-ouvert").count() == 1 and "مفتوح" in carte.inner_text()
    assert carte.locator("h3 a").get_attribute("lang") == "fr" and not page.erreurs
