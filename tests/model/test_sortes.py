"""What each text is: said by its type, so that nobody keeps a list of names of fields."""

from typing import Annotated, Literal, get_args, get_origin

import pytest

from quifaitquoi.annuaire.check.rules.dates import INTERVALLES
from quifaitquoi.annuaire.check.rules.references import APPELES, TERMES
from quifaitquoi.annuaire.model.accueil import Acces, Langues
from quifaitquoi.annuaire.model.confiance import Complet, Source
from quifaitquoi.annuaire.model.genres import MODELES
from quifaitquoi.annuaire.model.lieu import Arret, Numero
from quifaitquoi.annuaire.model.sortes import champs, modeles, noms_des_champs, sortes, termes
from quifaitquoi.annuaire.model.types import Element, Sorte, Terme
from quifaitquoi.annuaire.model.vocabulaire import Besoin, Vocabulaire

TOUS = tuple(dict.fromkeys(modele for racine in MODELES for modele in modeles(racine)))


def tient_un_texte(annotation: object) -> bool:
    """Whether a value of that type is, or holds, a text that somebody wrote freely; a key or one of a few words is none."""
    if annotation is str:
        return True
    if get_origin(annotation) is Literal:
        return False
    dedans = get_args(annotation)
    if get_origin(annotation) is Annotated:
        dedans = dedans[:1]
    elif get_origin(annotation) is dict:
        dedans = dedans[1:]
    return any(tient_un_texte(argument) for argument in dedans)


@pytest.mark.parametrize("modele", TOUS, ids=lambda modele: modele.__name__)
def test_each_field_that_holds_a_text_says_what_kind_it_is(modele):
    assert {nom for nom, champ in modele.model_fields.items() if tient_un_texte(champ.annotation)} == set(sortes(modele))


def test_two_fields_of_the_same_name_may_hold_texts_of_two_kinds():
    assert sortes(Source)["pour"] is Sorte.CITEE and sortes(Numero)["pour"] is Sorte.DITE


def test_what_people_type_is_told_apart_from_what_a_page_says():
    assert champs(Besoin, Sorte.DITE) == ("nom", "presentation") and champs(Besoin, Sorte.CHERCHEE) == ("synonymes",)


def test_the_keys_of_a_block_are_no_texts_of_it():
    class Liste(Element):
        termes: dict[Terme("langues"), Numero]

    assert not sortes(Liste) and not termes(Liste)


@pytest.mark.parametrize("sorte", [Sorte.TELEPHONE, Sorte.CODE])
def test_no_other_field_is_called_as_one_with_a_number_in_quotes(sorte):
    """An edit sees keys and no model."""
    for modele in TOUS:
        for nom in modele.model_fields.keys() & noms_des_champs(sorte):
            assert sortes(modele)[nom] is sorte, f"{modele.__name__}.{nom}"


def test_each_term_comes_from_a_list_that_the_territory_has():
    assert {liste for _, _, liste in TERMES} == set(APPELES) <= set(Vocabulaire.model_fields)
    assert {(Acces, "documents", "documents"), (Langues, "documents", "langues")} <= set(TERMES)


def test_periods_are_said_by_the_blocks_that_have_both_ends():
    assert {(Arret, "du", "au"), (Complet, "depuis", "jusqu_au")} <= set(INTERVALLES)
    paires = (("du", "au"), ("le", "au"), ("depuis", "jusqu_au"))
    assert {modele for modele, *_ in INTERVALLES} == {
        modele for modele in TOUS if any(set(paire) <= set(modele.model_fields) for paire in paires)}
