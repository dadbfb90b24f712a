"""In a text of a place that must stay unknown, each word is one that leads nowhere, or is refused, and never repeated."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.check.portes.lecture import INCONNU
from quifaitquoi.annuaire.check.portes.paroles import premier_mot_inconnu, sans_porte
from quifaitquoi.annuaire.check.portes.regard import Regards

REFUGE = "fiches/partout/refuge-horizon.yml"


@pytest.fixture(scope="module")
def regard(directory):
    return Regards(directory).pour(directory.fiches["refuge-horizon"])


@pytest.mark.parametrize("mot, langue", [
    *((mot, "fr") for mot in ("hebergement", "accueillies", "pourrez", "methadone", "inconditionnellement", "accessibilite")),
    ("toddlers", "en"), ("sozialarbeiterin", "de"), ("beratungstermine", "de"), ("مجانيه", "ar"), ("وسيساعدونكم", "ar")])
def test_words_of_help_are_known_in_their_forms(mot, langue):
    assert sans_porte(mot, langue)


@pytest.mark.parametrize("mot, langue", [
    *((mot, "fr") for mot in ("boulangerie", "cathedrale", "habitation", "residence", "clinique", "zblorg", "bleu", "derriere",
                              "restaurant", "snack", "radiologue")),
    ("bakery", "en"), ("island", "en"), ("brauerei", "de"), ("musikschule", "de"), ("strassenkreuzung", "de"),
    ("مخبز", "ar"), ("مدرسه", "ar")])
def test_a_place_a_colour_or_what_nobody_knows_is_not(mot, langue):
    assert not sans_porte(mot, langue)


@pytest.mark.parametrize("mot, langue, ailleurs", [("toddlers", "en", "fr"), ("termine", "de", "en"), ("accueil", "fr", "de")])
def test_a_word_is_known_in_its_own_language_alone(mot, langue, ailleurs):
    assert sans_porte(mot, langue) and not sans_porte(mot, ailleurs)


def test_the_first_unknown_word_is_told_by_its_place():
    assert premier_mot_inconnu("une zblorg et une krazbule", "fr") == 4
    assert premier_mot_inconnu("une zblorg et une krazbule", "fr", {"zblorg"}.__contains__) == 18
    assert premier_mot_inconnu("une chambre et une cle", "fr") is None
    assert premier_mot_inconnu("una stanza", "it") == 0


def test_the_words_of_a_name_are_known_where_they_are_the_place_s_own_and_of_no_landmark(port_exemple, tmp_path, aujourdhui):
    """« Horizon » names the refuge and nothing else; what else such a name says is read like any other word."""
    shutil.copytree(port_exemple, tmp_path, dirs_exist_ok=True)
    fiche = (tmp_path / REFUGE).read_text(encoding="utf-8")
    nomme = fiche.replace("nom: Refuge Horizon\n", "nom: Refuge Horizon\nautres_noms: [Refuge du Dentiste]\n")
    (tmp_path / REFUGE).write_text(nomme, encoding="utf-8")
    directory = verifier(tmp_path, aujourdhui, tmp_path).directory
    assert "Refuge du Dentiste" in (directory.fiches["refuge-horizon"].autres_noms or ())
    regard = Regards(directory).pour(directory.fiches["refuge-horizon"])
    assert regard.soupcons("Horizon vous accueille.") == []
    assert regard.soupcons("Un dentiste vous accueille.")


def test_a_word_that_nobody_knows_is_refused_in_the_texts_of_the_place_alone(regard):
    texte = "Les zblorgs sont gratuits."
    assert [(vu.place, vu.quoi) for vu in regard.soupcons(texte)] == [(4, INCONNU)]
    assert replace(regard, ferme=False).soupcons(texte) == []


def test_small_words_lead_nowhere_in_german_where_nouns_have_their_capital(regard):
    """A noun has a capital there: what has none is no thing, but for what says where, or how it looks."""
    allemand = regard.en("de")
    assert allemand.soupcons("Die Beratung ist zblorgig und krazbulisch.") == []
    assert [vu.place for vu in allemand.soupcons("Die Beratung ist im Zblorg.")] == [20]
    assert allemand.soupcons("die beratung ist zblorgig")  # nothing says that nouns have theirs
    assert allemand.soupcons("Die Beratung ist in der zblorg.")  # a noun that lost its own
    for mot in ("nebenan", "rosa", "geradeaus", "überdacht"):
        assert allemand.soupcons(f"Die Beratung ist {mot}.")


@pytest.mark.parametrize("phrase, langue", [
    ("12 campaigners help us.", "en"), ("Zwei Sozialpädagoginnen helfen.", "de"), ("312 Menschen kamen.", "de"),
    ("ثلاثة حواسيب", "ar")])
def test_what_is_counted_needs_no_list_of_its_own(regard, phrase, langue):
    assert regard.en(langue).soupcons(phrase) == []


@pytest.mark.parametrize("phrase, langue", [
    ("at 12 campaigners", "en"), ("Knopf 12 Sozialpädagoginnen", "de"), ("الرقم ثلاثة حواسيب", "ar")])
def test_a_number_of_a_door_counts_nothing(regard, phrase, langue):
    assert regard.en(langue).soupcons(phrase)


def test_a_harmless_word_hides_no_way_after_it(regard):
    """« Stock » may be harmless in one language and a floor in another: each place where a pattern is found is looked at."""
    assert any("voie" in vu.quoi for vu in regard.en("en").soupcons("A quiet place, then Baker Street."))


def test_a_language_without_a_list_passes_no_sentence(regard):
    assert regard.soupcons("La llamada es confidencial.")


def test_its_message_says_where_and_what_to_write_instead_and_never_the_word(port_exemple, tmp_path, aujourdhui):
    shutil.copytree(port_exemple, tmp_path, dirs_exist_ok=True)
    fiche = (tmp_path / REFUGE).read_text(encoding="utf-8")
    lignes = [ligne for ligne in fiche.splitlines() if not ligne.startswith("presentation:")]
    (tmp_path / REFUGE).write_text("\n".join([*lignes, "presentation: On accueille les zblorgs."]) + "\n", encoding="utf-8")
    [probleme] = [p for p in verifier(tmp_path, aujourdhui, tmp_path).problemes if p.regle == "adresse-divulguee"]
    assert (probleme.fichier, probleme.ligne, probleme.colonne) == (REFUGE, len(lignes) + 1, 32)
    assert INCONNU in probleme.phrase and "mots plus courants" in probleme.phrase and "accepte" in probleme.phrase
    assert "zblorg" not in probleme.phrase


def test_a_line_of_a_page_that_names_the_place_is_told_at_its_column(port_exemple, tmp_path, aujourdhui):
    shutil.copytree(port_exemple, tmp_path, dirs_exist_ok=True)
    (tmp_path / "pages/venir.md").write_text("# Venir\n\nLe refuge Horizon est en zblorg.\n", encoding="utf-8")
    [probleme] = [p for p in verifier(tmp_path, aujourdhui, tmp_path).problemes if p.regle == "adresse-divulguee"]
    assert (probleme.fichier, probleme.ligne, probleme.colonne) == ("pages/venir.md", 3, 26)
