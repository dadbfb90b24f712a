"""One record a controlled value: none of the models is without its words, and the finder has a number for what it filters by."""

from typing import get_args

import pytest

from quifaitquoi.annuaire.model.accueil import Acces, Langues
from quifaitquoi.annuaire.model.lieu import Accessibilite
from quifaitquoi.paroles import valeurs
from quifaitquoi.paroles.choix import CHOIX
from quifaitquoi.site.pages.trouver.unites import CLOS, CONDITIONS, INCONDITIONNEL


def possibles(annotation: object) -> set[str]:
    """The values that a field allows, inside its lists and alternatives too."""
    dedans = get_args(annotation)
    if dedans and all(isinstance(valeur, str) for valeur in dedans):
        return set(dedans)
    return {valeur for argument in dedans for valeur in possibles(argument)}


@pytest.mark.parametrize(("modele", "champ"), CHOIX, ids=lambda x: getattr(x, "__name__", x))
def test_each_value_of_the_model_has_its_words_and_no_other_has(modele, champ):
    assert possibles(modele.model_fields[champ].annotation) == set(CHOIX[modele, champ])


def test_who_may_make_contact_is_said_whatever_the_list():
    un, autre = sorted(possibles(Acces.model_fields["par"].annotation))
    assert set(valeurs.PAR) == {frozenset((un,)), frozenset((autre,)), frozenset((un, autre))}


def test_each_field_that_is_said_one_by_one_has_its_title():
    assert set(valeurs.ACCESSIBILITE) == set(Accessibilite.model_fields) - {"precision"}
    assert set(valeurs.LANGUES) == set(Langues.model_fields) - {"precision", "interprete_delai"}


def test_each_value_that_the_finder_filters_by_has_a_number_of_its_own_that_fits_in_its_bits():
    for nom, condition in CONDITIONS.items():
        codes = [valeur.code for valeur in condition.valeurs.values()]
        assert len({0, *codes}) == len(codes) + 1 and max(codes) <= condition.masque, nom
        assert set(condition.dites) <= set(condition.valeurs)


def test_no_two_conditions_share_a_bit():
    masques = [condition.masque << condition.place for condition in CONDITIONS.values()] + [INCONDITIONNEL, CLOS]
    assert sum(masques) == sum(1 << n for n in range(32) if any(masque >> n & 1 for masque in masques))
