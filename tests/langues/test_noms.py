"""A name after « de » or « à », as one says it."""

import pytest

from quifaitquoi.langues.noms import a, de


@pytest.mark.parametrize("nom, apres_de, apres_a", [
    ("Les Neiges", "des Neiges", "aux Neiges"), ("Le Havre", "du Havre", "au Havre"),
    ("La Rochelle", "de La Rochelle", "à La Rochelle"),
    ("L'Estaque", "de L'Estaque", "à L'Estaque"), ("Elsau", "d'Elsau", "à Elsau"), ("Évry", "d'Évry", "à Évry"),
    ("Neudorf", "de Neudorf", "à Neudorf"), ("Hautepierre", "de Hautepierre", "à Hautepierre"), ("Lens", "de Lens", "à Lens")])
def test_the_article_of_a_name_joins_the_word_before_it(nom, apres_de, apres_a):
    assert (de(nom), a(nom)) == (apres_de, apres_a)
