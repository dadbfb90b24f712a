"""One record a controlled value: none of the models is without its words, and the finder has a number for what it filters by."""

from typing import get_args

import pytest

from quifaitquoi.annuaire.model.accueil import Acces, Cout, Langues, Publics
from quifaitquoi.annuaire.model.confiance import Etat, Verification
from quifaitquoi.annuaire.model.equipe import Metier, Pairs
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.lieu import Accessibilite, Adresse
from quifaitquoi.paroles import valeurs
from quifaitquoi.site.pages.trouver.unites import CLOS, CONDITIONS, INCONDITIONNEL


def possibles(annotation: object) -> set[str]:
    """The values that a field allows, inside its lists and alternatives too."""
    dedans = get_args(annotation)
    if dedans and all(isinstance(valeur, str) for valeur in dedans):
        return set(dedans)
    return {valeur for argument in dedans for valeur in possibles(argument)}


@pytest.mark.parametrize(("modele", "champ", "dites"), [
    (Acces, "porte", valeurs.PORTE), (Acces, "oriente_par", valeurs.ORIENTE_PAR),
    (Acces, "ou", valeurs.OU), (Acces, "ouvert_a", valeurs.OUVERT_A),
    (Acces, "rendez_vous", valeurs.RENDEZ_VOUS), (Acces, "inscription", valeurs.INSCRIPTION),
    (Acces, "accompagnant", valeurs.ACCOMPAGNANT), (Acces, "animaux", valeurs.ANIMAUX), (Cout, "tarif", valeurs.TARIF),
    (Publics, "accueil", valeurs.ACCUEIL), (Publics, "genre", valeurs.GENRE_PUBLIC), (Publics, "familles", valeurs.FAMILLES),
    (Fiche, "genre", valeurs.GENRE), (Etat, "statut", valeurs.ETAT), (Verification, "comment", valeurs.COMMENT),
    (Acces, "vous_accompagne", valeurs.VOUS_ACCOMPAGNE), (Acces, "secret", valeurs.SECRET),
    (Acces, "consommation", valeurs.CONSOMMATION), (Acces, "traitement_de_substitution", valeurs.SUBSTITUTION),
    (Publics, "sans_separer", valeurs.SANS_SEPARER), (Acces, "a_la_sortie", valeurs.A_LA_SORTIE),
    (Acces, "delai_environ", valeurs.DELAI), (Acces, "duree_environ", valeurs.DUREE), (Acces, "renouvelable", valeurs.RENOUVELABLE),
    (Langues, "interprete_delai", valeurs.INTERPRETE_DELAI), (Metier, "metier", valeurs.METIER),
    (Fiche, "pour_les_professionnels", valeurs.POUR_LES_PROFESSIONNELS),
    (Pairs, "vecu", valeurs.VECU), (Accessibilite, "plain_pied", valeurs.OUI_NON), (Adresse, "precision", valeurs.PRECISION),
])
def test_each_value_of_the_model_has_its_words_and_no_other_has(modele, champ, dites):
    assert possibles(modele.model_fields[champ].annotation) == set(dites)


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
