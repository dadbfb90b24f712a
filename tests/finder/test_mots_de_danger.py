"""Every word that speaks of a danger shows whom to call, in each language, however many other words are added beside it."""

from __future__ import annotations

import pytest

from quifaitquoi.annuaire.enrich import en_langue
from trouveur_node import reponses


@pytest.mark.parametrize("code", ["fr", "en", "ar", "fr-x-falc"])
def test_each_word_of_a_danger_shows_a_line_to_call(territoire, code):
    dite = territoire if code == "fr" else en_langue(territoire, code)
    besoins = dite.directory.vocabulaire.besoins
    graves = {slug for urgence in dite.directory.annuaire.urgences for slug in urgence.besoins or () if slug in besoins}
    mots = [mot for slug in sorted(graves) for mot in besoins[slug].synonymes or ()]
    muets = [mot for mot, reponse in zip(mots, reponses(dite, code, mots), strict=True) if not reponse or not reponse["secours"]]
    assert len(mots) > 400 and not muets, muets


def test_a_number_that_counts_something_calls_nobody(territoire):
    textes = ["j'ai 18 ans", "15 jours", "17 rue des écoles", "18 ans et je quitte le foyer"]
    assert not any(reponse and reponse["secours"] for reponse in reponses(territoire, "fr", textes))
    assert not any(reponse and reponse["secours"] for reponse in reponses(en_langue(territoire, "en"), "en", ["I am 18 years old"]))


def test_a_number_to_call_is_known_by_itself_or_among_other_words(territoire):
    textes = {"18": "18", "appeler le 18": "18", "le 115 ne répond pas": "115"}
    assert [reponse["secours"][0] for reponse in reponses(territoire, "fr", [*textes])] == [*textes.values()]


def test_what_is_known_of_a_husband_holds_for_a_boyfriend(territoire):
    textes = ["mon mari boit", "mon compagnon boit", "mon mec boit", "mon époux boit"]
    premiers = [reponse["besoins"][0][0] for reponse in reponses(territoire, "fr", textes)]
    assert premiers == ["soutien-aux-proches"] * 4


def test_who_looks_for_a_language_finds_where_it_is_spoken_and_no_one_to_talk_to(territoire):
    reponse = reponses(territoire, "fr", ["quelqu'un qui parle dari"])[0]
    assert "la-chaloupe" in {premier["slug"] for premier in reponse["premiers"]} and not reponse["secours"]
    assert "ecoute" not in {slug for premier in reponse["premiers"] for slug in premier["besoins"]}


def test_words_of_a_text_say_nothing_where_a_need_was_named(territoire):
    # « perdu » is a word of an assistant's, « bébé » of a clinic's: neither was meant.
    reponse = reponses(territoire, "fr", ["j'ai perdu mon bébé"])[0]
    trouves = {slug for premier in reponse["premiers"] for slug in premier["besoins"]}
    assert reponse["n"] and not trouves & {"sante-des-tout-petits", "grossesse", "affaires-de-bebe", "lieu-accueil-enfants-parents"}
