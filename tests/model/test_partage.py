"""What fiches say alike is kept once, and each still says what it said."""

from copy import deepcopy

from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.partage import partage

ACCUEIL = {"cout": "gratuit", "langues": {"parlees": ["fr", "ar"]}, "horaires": {"lundi": "9h-12h"}}


def fiche(**faits) -> Fiche:
    return Fiche.model_validate({"nom": "Halte", "genre": "lieu", "services": [{"quoi": "douche"}], **faits})


def test_every_fiche_says_the_same_as_before(directory):
    fiches = deepcopy([*directory.fiches.values()])
    partage(fiches)
    assert fiches == [*directory.fiches.values()]
    assert [fiche.model_fields_set for fiche in fiches] == [fiche.model_fields_set for fiche in directory.fiches.values()]


def test_what_two_fiches_say_alike_is_one():
    une, autre = fiche(**ACCUEIL), fiche(**ACCUEIL)
    assert une.langues == autre.langues and une.langues is not autre.langues
    partage([une, autre])
    assert une.langues is autre.langues and une.cout is autre.cout and une.horaires is autre.horaires
    assert une.services is autre.services and une is not autre


def test_what_they_say_in_another_place_stays_there():
    une, autre = fiche(langues={"parlees": ["fr"]}), fiche(langues={"documents": ["fr"]})
    partage([une, autre])
    assert une.langues.parlees is autre.langues.documents
    assert une.langues.documents is None and autre.langues.parlees is None


def test_to_need_nothing_is_not_to_be_silent():
    rien, tue = fiche(acces={"documents": "aucun", "rendez_vous": "sans"}), fiche(acces={"rendez_vous": "sans"})
    # As a translation makes it: the same values, one of which is written.
    copie = tue.model_copy(update={"acces": tue.acces.model_copy(update={"documents": None})})
    partage([rien, tue, copie])
    assert rien.acces.documents == () and tue.acces.documents is None
    assert tue.acces == copie.acces
    assert [un.acces.model_fields_set for un in (tue, copie)] == [{"rendez_vous"}, {"rendez_vous", "documents"}]
