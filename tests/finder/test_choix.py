"""A filter with many choices is a list, and each choice says what it would leave."""

from __future__ import annotations

import pytest
from resultats import dits, nombres


@pytest.mark.parametrize(("filtre", "choix"), [("pairs", 11), ("sans", 12)])
def test_each_choice_of_a_list_keeps_as_many_as_it_promised(trouver, filtre, choix):
    page = trouver()
    page.locator(".plus-de-filtres summary").click()
    select = page.locator(f"[data-choix-{filtre}]")
    options = [(o.get_attribute("value"), o.inner_text()) for o in select.locator("option").all()[1:]]
    assert len(options) == choix
    for valeur, dit in options[:4]:
        select.select_option(valeur)
        assert dits(page) == nombres(dit.rsplit("(", 1)[1]), dit
        assert page.url.endswith(f"#{filtre}={valeur}")
