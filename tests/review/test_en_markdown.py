"""What contributors write stays text in a summary: no table cell, no HTML, no link, no mention."""

import re
from html import escape, unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from quifaitquoi.base.markdown import echappe

ROUE = "fiches/gare/la-roue-libre.yml"


@pytest.mark.parametrize("texte", [
    "a | b", "`code`", "<b onclick=x>", "[ici](https://example.org)", "![x](//example.org/x)", "https://example.org",
    "www.example.org", "*gras* _penché_ ~~barré~~", "# titre", "- liste", "1. liste", "&lt;script&gt;", "\\|", ":tada:", "$x$",
])
def test_no_sign_that_means_something_is_left(texte):
    assert not re.search(r"[|`<>\[\]*_~$\\]|://|www\.|^#|^-|^\d\.|&(?!#\d+;)", echappe(texte))


@pytest.mark.parametrize("texte", [
    "Bains-douches de Port-Exemple", "mardi 9h-12h, 13h30-17h", "Mo-Fr 09:00-12:00", "du 2026-11-20 au 2027-01-03",
    "à 1.5 km - au fond", "L'accueil : fermé. Revenez jeudi.",
])
def test_what_words_and_figures_hold_is_read_as_it_is_in_the_file_itself(texte):
    assert echappe(texte) == texte


@pytest.mark.parametrize(("texte", "code"), [
    ("a :tada: b", "&#58;"), (":100:", "&#58;"), ("GH-12", "&#45;"), ("- un", "&#45;"), ("--- -", "&#45;"), ("1. un", "&#46;"),
    ("a.example", "&#46;"), ("1) un", "&#41;")])
def test_the_same_signs_are_written_as_codes_where_they_could_mean_something(texte, code):
    assert code in echappe(texte)


@pytest.mark.parametrize("texte", ["@equipe", "accueil@example.org", "#12"])
def test_no_mention_address_or_number_becomes_a_link(texte):
    assert not re.search(r"[@#]\w", unescape(echappe(texte)))


@settings(max_examples=200)
@given(st.text(max_size=200))
def test_any_text_comes_back_as_it_was_but_for_its_spaces_and_invisible_signs(texte):
    echappee = echappe(texte)
    assert not re.search(r"[|`<>\[\]*_~@\\\n\r]", echappee)
    assert len(unescape(echappee)) <= 2 * len(texte) + 1


@settings(max_examples=300)
@given(st.text(alphabet="ab w.:-+*_12 9h@#/\u00a0é|`<>\\[]()!~", min_size=1, max_size=24))
def test_a_reader_of_markdown_finds_one_plain_text_wherever_it_stands(texte):
    lecteur, dit = MarkdownIt("commonmark").enable(["table", "strikethrough"]), echappe(texte)
    simple = escape(unescape(dit), quote=False).replace('"', "&quot;")
    for debut, autour in (("", "<p>{}</p>\n"), ("- ", "<ul>\n<li>{}</li>\n</ul>\n"), ("## ", "<h2>{}</h2>\n")) if dit else ():
        assert lecteur.render(debut + dit) == autour.format(simple)


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
