"""A search by what is not asked: « a bed, without having to stop drinking »."""

from __future__ import annotations

import pytest
from resultats import bouton, les_deux, noms

ABSTINENCE = "Sans devoir arrêter l’alcool ou les drogues"
HALTE = "Halte de nuit"


def test_a_bed_without_having_to_stop_drinking_says_so_on_its_card(trouver):
    page = trouver("besoin=dormir&sans=abstinence")
    sures, incertaines = les_deux(page)
    assert [carte for carte in sures if HALTE in carte and ABSTINENCE in carte]
    assert [carte for carte in incertaines if ABSTINENCE in carte] == []
    assert bouton(page, ABSTINENCE).is_visible()


def test_a_place_that_asks_it_is_neither_sure_nor_to_be_confirmed(trouver):
    escale = "Résidence L’Escale"
    assert any(escale in carte for carte in les_deux(trouver("besoin=trouver-un-logement"))[0])
    sures, incertaines = les_deux(trouver("besoin=trouver-un-logement&sans=revenus"))
    assert incertaines and not any(escale in carte for carte in sures + incertaines)


def test_a_place_where_nothing_is_asked_of_anybody_does_not_ask_that_either(trouver):
    sures, _ = les_deux(trouver("sans=revenus"))
    assert any("Le Quart de nuit" in carte for carte in sures)  # « inconditionnel », and says no more of it


@pytest.mark.parametrize(("tape", "trouve"), [
    ("dormir sans arrêter de boire", "Halte de nuit"), ("sans prévenir mes parents", "Le Ressac")])
def test_words_for_what_is_not_asked_find_it(trouver, tape, trouve):
    assert any(trouve in nom for nom in noms(trouver(f"q={tape}"))[:5])


def test_in_another_language_the_choice_is_in_that_language(ouvre, en_ligne):
    page = ouvre(f"{en_ligne}/ar/trouver/index.html#sans=abstinence")
    page.locator("[data-liste] .vignette").first.wait_for()
    page.locator(".plus-de-filtres summary").click()
    option = page.locator("[data-choix-sans] option[value=abstinence]")
    assert "لا يُطلب منك التوقف عن الكحول" in option.inner_text()


def test_a_bed_for_who_has_been_drinking_is_found_by_its_own_filter(trouver):
    sures, incertaines = les_deux(trouver("besoin=dormir&avec=bu"))
    assert [carte for carte in sures if HALTE in carte and "On peut venir après avoir bu" in carte]
    assert not any("Résidence L’Escale" in carte for carte in sures + incertaines)  # it refuses whoever has
