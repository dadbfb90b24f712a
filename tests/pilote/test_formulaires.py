"""The pilot's words answer a form's questions."""

import pytest

from garde import PILOTE, ouverture
from quifaitquoi.annuaire.aujourdhui import aujourdhui
from quifaitquoi.annuaire.check import verifier
from quifaitquoi.edition.reponses.comprendre import mots_connus


@pytest.fixture(scope="module")
def vocabulaire():
    with ouverture():
        return verifier(PILOTE, aujourdhui(PILOTE)).directory.vocabulaire


@pytest.mark.parametrize("liste", ["besoins", "langues"])
def test_each_need_and_language_accepts_the_name_it_is_shown_by(vocabulaire, liste):
    termes = getattr(vocabulaire, liste)
    for slug, terme in termes.items():
        assert mots_connus(terme.nom, liste, vocabulaire) == [slug]
    for debut in range(0, len(termes), 20):
        ensemble = dict([*termes.items()][debut:debut + 20])
        assert mots_connus(", ".join(terme.nom for terme in ensemble.values()), liste, vocabulaire) == list(ensemble)


def test_the_words_of_every_day_are_understood(vocabulaire):
    assert mots_connus("repas et douches, avocat, CAF, permis, infirmier", "besoins", vocabulaire) == [
        "repas-chaud", "douche", "conseil-juridique", "allocations", "velo-voiture-permis", "medecin"]
