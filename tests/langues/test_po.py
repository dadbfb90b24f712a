"""Reading catalogues: what volunteers and their tools really write, and what nobody should."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quifaitquoi.langues.po import Entree, Po, ecrire, lire

TEXTES = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=40)


def test_a_text_over_several_lines_is_one_text():
    po = lire('msgid ""\n"Ouvert "\n"tard"\nmsgstr "Open "\n"late"\n')
    assert [(e.source, e.traduction) for e in po.entrees] == [("Ouvert tard", "Open late")]


def test_quotes_line_ends_and_backslashes_come_out_as_meant():
    assert lire(r'msgid "a\"b\nc\\d"' + '\nmsgstr "x"\n').entrees[0].source == 'a"b\nc\\d'


def test_what_it_was_translated_from_is_kept():
    po = lire('#, fuzzy\n#| msgid "Avant"\nmsgctxt "besoins.douche.nom"\nmsgid "Après"\nmsgstr "Before"\n')
    assert [(e.contexte, e.ancienne_source, e.floue) for e in po.entrees] == [("besoins.douche.nom", "Avant", True)]


def test_messages_that_are_gone_are_left_out():
    assert [e.source for e in lire('#~ msgid "vieux"\n#~ msgstr "old"\n\nmsgid "neuf"\nmsgstr "new"\n').entrees] == ["neuf"]


@pytest.mark.parametrize(("texte", "ligne", "dit"), [
    ('msgid "a"\nmsgstr "b\n', 2, "guillemets"),
    ('msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', 1, "il manque « msgstr »"),
    ('msgctxt "x"\n\n', 1, "il manque « msgid »"),
    ('msgstr "b"\n', 1, "avant son « msgid »"),
    ('"perdu"\n', 1, "ne suit aucun"),
    ("n'importe quoi\n", 1, "ni un commentaire"),
    ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', 4, "déjà traduit à la ligne 1"),
    ('msgid "a"\nmsgstr "b\\q"\n', 2, "signe qui ne s'affiche pas"),
])
def test_a_fault_is_said_at_its_line(texte, ligne, dit):
    faute = lire(texte).fautes[0]
    assert faute.ligne == ligne and dit in faute.phrase


def test_one_fault_does_not_hide_the_messages_around_it():
    po = lire('msgid "a"\nmsgstr "1"\n\nmsgid "b"\nmsgstr 2\n\nmsgid "c"\nmsgstr "3"\n')
    assert [e.source for e in po.entrees] == ["a", "c"] and len(po.fautes) == 1


def test_no_text_holds_a_sign_that_pages_keep_for_themselves():
    po = lire('msgid "a"\nmsgstr "\x00titre\x00"\n')
    assert po.entrees == [] and po.fautes


@given(st.lists(st.tuples(TEXTES, TEXTES), max_size=5, unique_by=lambda paire: paire[0]))
@settings(max_examples=80)
def test_what_is_written_is_read_back(paires):
    entrees = [Entree(contexte=f"c{n}", source=source, traductions={0: texte}) for n, (source, texte) in enumerate(paires)]
    relu = lire(ecrire(Po({"Language": "en"}, entrees)))
    assert relu.fautes == [] and relu.entete == {"Language": "en"}
    assert [(e.contexte, e.source, e.traduction) for e in relu.entrees] == [(e.contexte, e.source, e.traduction) for e in entrees]


@given(st.text(max_size=300))
@settings(max_examples=150)
def test_nothing_that_is_written_stops_the_reading(texte):
    lire(texte)


@given(
    st.lists(
        st.sampled_from(
            [
                'msgid "a"', 'msgstr "b"', 'msgctxt "c"', "#, fuzzy", '#| msgid "d"', '"e"', "", "#~ msgid",
                'msgstr[1] "f"', 'msgid_plural "g"', '#| "h"', "msgid", 'msgstr "',
            ]
        ),
        max_size=14,
    )
)
@settings(max_examples=150)
def test_no_order_of_lines_stops_the_reading(lignes):
    po = lire("\n".join(lignes))
    assert all(e.source is not None and e.traductions for e in po.entrees)
