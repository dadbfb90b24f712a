"""What contributors write stays text in a summary: no table cell, no HTML, no link, no mention."""

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quifaitquoi.base.markdown import echappe

ROUE = "fiches/gare/la-roue-libre.yml"


@pytest.mark.parametrize("texte", [
    "a | b", "`code`", "<b onclick=x>", "[ici](https://example.org)", "![x](//example.org/x)", "https://example.org",
    "www.example.org", "*gras* _penché_ ~~barré~~", "# titre", "- liste", "1. liste", "&lt;script&gt;", "\\|", ":tada:", "$x$",
])
def test_no_sign_that_means_something_is_left(texte):
    assert not re.search(r"[|`<>\[\]*_~$\\]|://|www\.|^#|^-|^\d\.|&(?!#\d+;)", echappe(texte))


@pytest.mark.parametrize("texte", ["@equipe", "accueil@example.org", "#12"])
def test_no_mention_address_or_number_becomes_a_link(texte):
    assert not re.search(r"[@#]\w", unescape(echappe(texte)))


@settings(max_examples=200)
@given(st.text(max_size=200))
def test_any_text_comes_back_as_it_was_but_for_its_spaces_and_invisible_signs(texte):
    echappee = echappe(texte)
    assert not re.search(r"[|`<>\[\]*_~@\\\n\r]", echappee)
    assert len(unescape(echappee)) <= 2 * len(texte) + 1


def test_a_hostile_fiche_adds_no_row_and_no_heading(depot):
    hostile = '"@equipe | x | <img src=x> [y](https://example.org) `z` # w"'
    depot.change(ROUE, "nom: La Roue libre", f"nom: {hostile}")
    _, resume, page = depot.relit()
    assert re.findall(r"^#.*", resume, re.M)[1:] == [ligne for ligne in resume.splitlines() if ligne.startswith("## ")]
    for rangee in re.findall(r"^\|.*", resume, re.M):
        assert rangee.count("|") in (3, 4)
    assert "<img" not in resume + page and "](http" not in resume and "@equipe" not in unescape(resume)


def test_a_summary_stays_below_what_the_forge_takes(depot):
    roue = (depot.territoire / ROUE).read_text()
    phrase = "Un atelier où l'on répare son vélo soi-même, avec les outils et quelqu'un qui sait."
    assert phrase in roue
    for n in range(260):
        (depot.territoire / f"fiches/gare/atelier-{n}.yml").write_text(
            roue.replace("La Roue libre", f"Atelier {n}").replace(phrase, "é'!.-" * 550))
    _, resume, page = depot.relit()
    assert len(resume.encode()) < 1_000_000 and "La suite est dans la page" in resume
    assert "Atelier 259" in page
