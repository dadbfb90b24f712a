"""What people type, in each language of the program, in a town that is not theirs: what comes first."""

from __future__ import annotations

import pytest

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import en_langue, enrichir
from requetes import fautes, requetes
from trouveur_node import reponses

JUSTES = 0.98


@pytest.fixture(scope="module")
def territoire(port_en_toutes_langues, aujourdhui):
    return enrichir(verifier(port_en_toutes_langues, aujourdhui).directory, aujourdhui)


def test_what_people_type_comes_first_and_a_danger_has_its_number(territoire):
    n, fausses, graves = fautes(territoire)
    assert n > 300 and len(requetes()) > 300
    assert not graves, graves
    assert len(fausses) <= n * (1 - JUSTES), fausses


def test_every_language_of_the_program_is_typed_in(territoire):
    assert {requete.langue for requete in requetes()} == {*territoire.directory.annuaire.langues}


@pytest.mark.parametrize(("code", "formes"), [
    ("fa", ["می‌خواهم بمیرم", "می خواهم بمیرم", "میخواهم بمیرم", "مي خواهم بميرم"]),
    ("fa", ["دندان‌پزشک", "دندان پزشک", "دندانپزشک"]),
    ("tr", ["DİŞ AĞRISI", "diş ağrısı", "dis agrisi"]),
    ("de", ["straße schlafen", "STRASSE SCHLAFEN", "strasse schlafen"]),
])
def test_what_keyboards_write_in_several_ways_finds_the_same(territoire, code, formes):
    trouves = [(r["secours"], r["besoins"][0][0]) for r in reponses(en_langue(territoire, code), code, formes)]
    assert all(trouve == trouves[0] for trouve in trouves)


def test_a_short_stem_of_another_language_is_no_danger(territoire):
    """« coma », in the French words, has the stem of « comida » and « comer » in Spanish."""
    assert [r["secours"] for r in reponses(en_langue(territoire, "es"), "es", ["comida", "comer"])] == [[], []]


def _une(territoire, texte: str) -> dict:
    return reponses(territoire, "fr", [texte])[0]


def test_a_known_word_is_no_beginning_of_another_one(territoire):
    for texte, autres in (("repas", {"pret-et-reparation"}), ("cours", {"epicerie-solidaire", "domiciliation"})):
        reponse = _une(territoire, texte)
        assert reponse["n"] and not autres & {slug for slug, _, _ in reponse["besoins"]}, texte


def test_plurals_and_other_forms_find_the_same(territoire):
    formes = ["douche", "douches", "Douches", "DOUCHE"]
    trouves = [[premier["slug"] for premier in reponse["premiers"]] for reponse in reponses(territoire, "fr", formes)]
    assert trouves[0] and all({*trouve} == {*trouves[0]} for trouve in trouves)
    assert _une(territoire, "réparer")["besoins"][0][0] == _une(territoire, "réparations")["besoins"][0][0]


def test_what_a_slip_may_mean_is_an_offer_and_no_result(territoire):
    reponse = _une(territoire, "duche")
    assert reponse["n"] == 0 and reponse["offres"] == [["duche", ["douche"]]]


@pytest.mark.parametrize("mot", ["duoche", "douhce"])
def test_two_letters_that_changed_places_are_one_slip(territoire, mot):
    assert _une(territoire, mot)["offres"] == [[mot, ["douche"]]]


@pytest.mark.parametrize("mot", ["lait", "gare", "criée", "rsa", "handicap"])
def test_no_word_that_the_directory_knows_is_corrected(territoire, mot):
    assert _une(territoire, mot)["offres"] == []


@pytest.mark.parametrize("mot", ["bouffa", "ouche", "lat"])
def test_no_offer_changes_the_first_letter_or_a_short_word(territoire, mot):
    for _, offerts in _une(territoire, mot)["offres"]:
        assert all(offert[0] == mot[0] for offert in offerts) and (len(mot) > 3 or not offerts)


def test_who_slips_in_danger_is_told_whom_to_call_all_the_same(territoire):
    assert _une(territoire, "mon mari me frape")["secours"][:2] == ["17", "3919"]


def test_who_slips_in_each_word_is_told_first_whom_all_of_them_mean(territoire):
    assert _une(territoire, "hebergment urgance")["secours"][0] == "115"


def test_a_danger_is_silenced_by_no_other_danger(territoire):
    assert {"119", "3919"} <= {*_une(territoire, "mon mari frappe mon enfant et me frappe")["secours"]}


def test_a_longer_phrase_says_what_a_word_inside_it_does_not(territoire):
    assert _une(territoire, "urgence dentaire")["secours"] == []


def test_ordinary_words_that_a_phrase_of_danger_also_has_show_no_line_to_call(territoire):
    mots = ["médicaments", "train", "chambre étudiante", "prise de sang", "couper les cheveux", "fin de droits", "travail de nuit",
            "vivre ensemble", "accouchement", "mal au genou", "téléphone portable", "bébé pleure"]
    montrees = {mot: reponse["secours"] for mot, reponse in zip(mots, reponses(territoire, "fr", mots), strict=True)}
    assert not any(montrees.values()), montrees


def test_lines_to_call_in_danger_are_results_for_who_asks_for_them(territoire):
    lignes = {"numero-112", "numero-114", "numero-119", "numero-3114", "numero-3919"}
    for texte in ("parler", "téléphone", "aide"):
        assert not lignes & {premier["slug"] for premier in _une(territoire, texte)["premiers"]}, texte
    assert "numero-3114" in {premier["slug"] for premier in _une(territoire, "suicide")["premiers"]}


def test_equal_answers_are_not_in_the_order_of_the_alphabet(territoire):
    noms = [premier["nom"] for premier in _une(territoire, "papiers")["premiers"]]
    assert len(noms) > 3 and noms != sorted(noms)


@pytest.mark.parametrize(("code", "texte", "besoin"), [
    ("fr", "médecin qui parle arabe", "medecin"), ("fr", "avocat qui parle arabe", "conseil-juridique"),
    ("en", "lawyer who speaks arabic", "conseil-juridique"), ("ar", "محامي يتكلم عربي", "conseil-juridique"),
    ("fr", "qui parle arabe", "interprete"),
])
def test_a_language_says_how_and_not_what_where_a_need_is_named(territoire, code, texte, besoin):
    dite = territoire if code == "fr" else en_langue(territoire, code)
    reponse = reponses(dite, code, [texte])[0]
    assert reponse["besoins"][0][0] == besoin and besoin in reponse["premiers"][0]["besoins"]


@pytest.mark.parametrize("texte", ["douche phare", "douche horizon"])
def test_who_names_a_need_sees_all_who_offer_it_before_a_place_that_only_has_another_word_in_its_name(territoire, texte):
    offrent = ["douche" in premier["besoins"] for premier in _une(territoire, texte)["premiers"]]
    assert offrent.count(True) > 3 and offrent == sorted(offrent, reverse=True)


def test_who_must_not_be_known_about_finds_who_keeps_it_to_themselves(territoire):
    secrets = {vue.slug for vue in territoire.fiches.values() for s in vue.services if s.acces and s.acces.secret}
    for code, texte in (("fr", "j'ai 16 ans mes parents ne doivent pas savoir"), ("fr", "sans que mes parents le sachent"),
                        ("es", "mis padres no deben saberlo")):
        reponse = reponses(en_langue(territoire, code), code, [texte])[0]
        assert reponse["premiers"] and {premier["slug"] for premier in reponse["premiers"]} <= secrets, texte


def test_a_need_that_is_named_is_not_cut_to_nothing_by_who_has_more_of_the_small_words(territoire):
    reponse = _une(territoire, "toute seule avec mes 3 enfants je tiens plus")
    assert reponse["premiers"] and "accompagnement-social" in reponse["premiers"][0]["besoins"] and not reponse["secours"]
