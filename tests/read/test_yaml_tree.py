"""Reading YAML: everything stays as written, with its place, inside fixed bounds."""

import pytest

from quifaitquoi.annuaire.read.faute import Illisible
from quifaitquoi.annuaire.read.yaml_tree import EVENEMENTS_MAX, PROFONDEUR_MAX, lire_yaml


@pytest.mark.parametrize(
    "ecrit", ["01000", "9:30", "no", "oui", "2026-10-02", "1e3", "0x1F", "1_000", ".5", "12:30:45", "true", "=", "é à"]
)
def test_a_plain_value_is_the_text_that_was_written(ecrit):
    document = lire_yaml(f"a: {ecrit}\nb: [{ecrit}]\n")
    assert document.valeur == {"a": ecrit, "b": [ecrit]} and document.fautes == []


def test_empty_values_and_the_words_for_nothing_are_empty_texts_unless_quoted():
    assert lire_yaml("a:\nb: ~\nc: null\nd: 'null'\ne: \"~\"\n").valeur == {"a": "", "b": "", "c": "", "d": "null", "e": "~"}


def test_hours_written_as_lines_come_out_as_written():
    valeur = lire_yaml("horaires:\n  lundi au vendredi: 9h-12h, 14h-17h30\n  jours fériés: fermé\n").valeur
    assert valeur == {"horaires": {"lundi au vendredi": "9h-12h, 14h-17h30", "jours fériés": "fermé"}}


def test_each_value_and_each_key_knows_its_place():
    document = lire_yaml("a: 1\nb:\n  - c: x\n    d: [é, y]\n")
    assert document.place(("a",)) == (1, 4) and document.place(("a",), cle=True) == (1, 1)
    assert document.place(("b", 0, "d")) == (4, 8) and document.place(("b", 0, "d"), cle=True) == (4, 5)
    assert document.place(("b", 0, "d", 1)) == (4, 12)
    assert document.place(("b", 0)) == (3, 5)


def test_what_is_absent_is_placed_at_the_nearest_thing_around_it():
    document = lire_yaml("a: 1\nb:\n  - c: x\n")
    assert document.place(("b", 0, "z")) == (3, 5)
    assert document.place(("b", 7)) == (2, 1)
    assert document.place(("z", "y")) == (1, 1)


def test_a_repeated_key_keeps_the_first_value_and_still_reads_the_second_for_its_faults():
    document = lire_yaml("a: 1\na: {b: 1, b: 2}\n")
    assert document.valeur == {"a": "1"}
    assert [f.regle for f in document.fautes] == ["cle-en-double"]


@pytest.mark.parametrize(
    "texte, lieu",
    [
        ("a: b #c\n", (1, 6)), ("- quai #2\n", (1, 8)), ("a: [x #2\n ]\n", (1, 7)), ("a: 'b' #c\n", None),
        ("a: b # c\n", None), ("a: b#c\n", None), ("a: b\n#c\n", None), ("a: b ##\n", None),
    ],
)
def test_a_sign_swallowed_as_a_comment_is_told_and_a_real_comment_is_not(texte, lieu):
    fautes = [(f.ligne, f.colonne) for f in lire_yaml(texte).fautes if f.regle == "diese"]
    assert fautes == ([lieu] if lieu else [])


@pytest.mark.parametrize(
    "texte, perdus",
    [
        ("{a: b, c}", ["c"]),
        ("{a: b, c: }", []),
        ("{a, b}", ["a", "b"]),
        ("{\"a\": b, c: d}", []),
        ("[a, b]", []),
        ("{a: [b, c], d: e}", []),
        ("{a: b, c : }", []),
    ],
)
def test_a_comma_that_made_a_key_is_told(texte, perdus):
    fautes = [f.phrase.split("« ")[1].split(" »")[0] for f in lire_yaml(texte).fautes if f.regle == "virgule"]
    assert fautes == perdus


def refus(texte: str) -> tuple[str, int, int]:
    with pytest.raises(Illisible) as error:
        lire_yaml(texte)
    return error.value.faute.regle, error.value.faute.ligne, error.value.faute.colonne


def test_depth_is_bounded_before_anything_is_built():
    assert lire_yaml("[" * PROFONDEUR_MAX + "]" * PROFONDEUR_MAX)
    assert refus("[" * (PROFONDEUR_MAX + 1) + "]" * (PROFONDEUR_MAX + 1)) == ("profondeur", 1, PROFONDEUR_MAX + 1)


def test_size_is_bounded():
    assert refus("- a\n" * EVENEMENTS_MAX)[0] == "taille"


@pytest.mark.parametrize(
    "texte, attendu",
    [
        ("a: &b c\n", ("ancre", 1, 4)), ("a: *b\n", ("alias", 1, 4)), ("a: !b c\n", ("etiquette", 1, 4)),
        ("a:\n  <<: b\n", ("fusion", 2, 3)), ("a: 1\n---\nb: 2\n", ("documents", 2, 1)),
        ("%YAML 1.1\n---\na: 1\n", ("directive", 1, 1)), ("", ("vide", 1, 1)), ("# a\n", ("vide", 1, 1)),
        ("[a]: b\n", ("cle", 1, 1)), ("\u00a0a: b\n", ("espace-insecable", 1, 1)),
    ],
)
def test_what_no_fiche_needs_is_refused_at_its_place(texte, attendu):
    assert refus(texte) == attendu
