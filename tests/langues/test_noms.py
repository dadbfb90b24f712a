"""A name after « à », as one says it."""

import pytest

from quifaitquoi.langues.noms import a


@pytest.mark.parametrize(("nom", "dit"), [
    ("Les Neiges", "aux Neiges"), ("Le Havre", "au Havre"), ("La Rochelle", "à La Rochelle"), ("L'Estaque", "à L'Estaque"),
    ("Elsau", "à Elsau"), ("Lens", "à Lens")])
def test_the_article_of_a_name_joins_the_word_before_it(nom, dit):
    assert a(nom) == dit
