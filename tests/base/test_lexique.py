"""A word means what is so called, may mean what has it in its name, and means nothing where nothing is likely."""

import pytest

from quifaitquoi.base.lexique import VOISINS_MAX, Lexique

BESOINS = Lexique({
    "repas-chaud": ("Repas chaud", "soupe", "repas gratuit"),
    "aide-a-domicile": ("Aide à la maison, repas livrés", "portage de repas"),
    "douche": ("Douche", "se doucher"),
    "conseil-juridique": ("Conseil juridique", "avocat commis d'office", "cœur"),
    "aide-aux-demarches": ("Aide pour les papiers", "papiers"),
    "droit-au-sejour": ("Titre de séjour", "papiers"),
    "soins-sans-carte": ("Soins sans carte",),
    "soins-avec-carte": ("Soins avec carte",),
})


@pytest.mark.parametrize(("mot", "appeles"), [
    ("douche", ["douche"]), ("DOUCHES", ["douche"]), ("des douches", ["douche"]), ("repas-chaud", ["repas-chaud"]),
    ("chauds repas", ["repas-chaud"]), ("l’avocat commis d’office", ["conseil-juridique"]), ("coeur", ["conseil-juridique"]),
    ("papier", ["aide-aux-demarches", "droit-au-sejour"]), ("repas", []), ("", []), ("؟", [])])
def test_accents_plurals_and_joining_words_do_not_part_a_word_from_its_name(mot, appeles):
    assert BESOINS.appeles(mot) == appeles


def test_sans_is_no_joining_word():
    assert BESOINS.appeles("soins sans carte") == ["soins-sans-carte"]


def test_a_word_that_one_name_alone_has_means_it():
    assert BESOINS.seul("juridique") == ["conseil-juridique"]
    assert BESOINS.seul("repas") == [], "two names have it"
    assert BESOINS.seul("portage") == [], "not in a name"


@pytest.mark.parametrize(("mot", "voisins"), [
    ("repas", ["repas-chaud", "aide-a-domicile"]), ("avocat", ["conseil-juridique"]), ("douche chaude", ["douche"]),
    ("duche", ["douche"]), ("conseil juridqiue", ["conseil-juridique"]), ("papiers", ["aide-aux-demarches", "droit-au-sejour"]),
    ("bouche", []), ("zumba", []), ("repos", []), ("", [])])
def test_what_is_likely_is_offered_and_nothing_else(mot, voisins):
    assert BESOINS.voisins(mot) == voisins


def test_what_could_be_anything_offers_nothing():
    plusieurs = Lexique({f"aide-{n}": (f"Aide {n}",) for n in range(VOISINS_MAX + 1)})
    assert plusieurs.voisins("aide") == []


def test_of_many_that_are_also_called_so_those_are_meant_that_have_it_in_their_name():
    autres = {f"besoin-{n}": ("Besoin", f"des soins {n}") for n in range(VOISINS_MAX + 1)}
    beaucoup = Lexique({"soins": ("Soins sans carte",), **autres})
    assert beaucoup.voisins("soins") == ["soins"]
