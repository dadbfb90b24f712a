"""A moment of life that is named leads to its page, above the places; a word alone names none."""

from __future__ import annotations

import pytest
from tests.trouveur_node import a_part

from quifaitquoi.annuaire.enrich import en_langue

MENENT = {
    "je sors de prison": "je-sors-de-prison", "sors de prison": "je-sors-de-prison", "mère seule": "j-eleve-seul-mes-enfants",
    "Quelqu'un est mort": "je-perds-quelqu-un", "je ne peux plus payer mon loyer ce mois-ci": "je-ne-peux-plus-payer-mon-loyer",
}


def test_a_moment_is_found_by_what_people_say_of_it(territoire):
    trouves = dict(zip(MENENT, a_part(territoire, "fr", "temps", [*MENENT]), strict=True))
    assert {texte: slugs[:1] for texte, slugs in trouves.items()} == {texte: [slug] for texte, slug in MENENT.items()}


def test_a_moment_is_found_in_the_language_of_its_reader_and_in_french(territoire):
    trouves = a_part(en_langue(territoire, "en"), "en", "temps", ["I am leaving prison", "je sors de prison"])
    assert trouves == [["je-sors-de-prison"]] * 2


@pytest.mark.parametrize("texte", ["j'ai perdu mon bébé", "enceinte", "bébé", "douche", "dormir ce soir", "majeur"])
def test_a_word_alone_leads_to_no_moment(territoire, texte):
    assert a_part(territoire, "fr", "temps", [texte]) == [[]]


def test_the_page_leads_there(site, navigateur):
    onglet = navigateur.new_page()
    onglet.goto((site / "fr/trouver/index.html").as_uri() + "#q=je sors de prison")
    lien = onglet.locator("[data-temps] a").first
    lien.wait_for()
    assert onglet.locator("[data-temps] h2").inner_text() == "Les moments de la vie"
    lien.click()
    onglet.locator("h1", has_text="Je sors de prison").wait_for()
    onglet.close()
