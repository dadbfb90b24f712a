"""How several things are said in a row, so that nobody reads two of them as one."""

import pytest

from quifaitquoi.langues import langue
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.segments import DIT, Segment
from quifaitquoi.paroles.texte import en_texte


@pytest.mark.parametrize(("code", "choses", "ou", "dites"), [
    ("fr", ["juriste", "psychologue", "interprète"], False, "juriste, psychologue et interprète"),
    ("fr", ["la justice", "la police ou la gendarmerie"], True, "la justice · la police ou la gendarmerie"),
    ("fr", ["amis, voisins", "familles"], True, "amis, voisins · familles"),
    ("fr", ["assistante sociale ou autre"], False, "assistante sociale ou autre"),
    ("en", ["a lawyer", "a nurse or a doctor"], True, "a lawyer · a nurse or a doctor"),
])
def test_items_that_hold_the_words_of_a_list_stand_apart(code, choses, ou, dites, directory):
    parole = Parole(directory, langue(code))
    assert en_texte(parole, parole.enumeration((Segment(DIT, chose) for chose in choses), ou)) == dites


@pytest.mark.parametrize(("publics", "dites"), [
    (["jeunes", "gens-de-mer"], "Jeunes · Marins, pêcheurs, travailleurs du port"), (["jeunes", "victimes"], "Jeunes ou "
                                                                                    "personnes victimes de violences")])
def test_terms_that_stand_apart_keep_their_capital(directory, publics, dites):
    parole = Parole(directory, langue("fr"))
    assert en_texte(parole, parole.l_un_des(parole.directory.vocabulaire.publics, publics)) == dites
