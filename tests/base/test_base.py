"""base/ is what any program needs: text, near names, files made small. It knows nothing of this one."""

import re
from pathlib import Path

import pytest

import quifaitquoi.base
from quifaitquoi.base.navigateur import classique, mention, script, style
from quifaitquoi.base.proches import lequel, proche, vouliez_vous_dire
from quifaitquoi.base.texte import cite, cle_de_tri, en_ascii, en_slug, sans_accents, simple, visible

MODULES = sorted(Path(quifaitquoi.base.__file__).parent.glob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_it_imports_nothing_of_the_rest(module):
    assert not re.findall(r"(?:from|import) quifaitquoi(?!\.base\b).*", module.read_text("utf-8"))


@pytest.mark.parametrize("texte, attendu", [
    ("Été à l'Île", "Ete a l'Ile"), ("e\u0301te\u0301", "ete"), ("ﬁche n° ½", "fiche n° 1⁄2"), ("Œuvre", "Œuvre"),
    ("żółty", "zołty"), ("العَرَبِيَّة", "العربية"), ("a️b", "ab")])
def test_accents_are_taken_away_and_letters_stay(texte, attendu):
    assert sans_accents(texte) == attendu


def test_what_ascii_has_no_letter_for_falls_away():
    assert en_ascii("Café de l’Œuvre") == "Cafe de luvre"


@pytest.mark.parametrize("nom, slug", [
    ("Restos du Cœur – l’Île", "restos-du-coeur-l-ile"), ("ÆGIR & C°", "aegir-c"), ("  Le 30 ", "le-30"), ("مطعم", "")])
def test_an_address_is_made_of_the_words_of_a_name(nom, slug):
    assert en_slug(nom) == slug


def test_the_order_of_names_is_a_reader_s():
    assert sorted(["Zone", "école", "Éco", "eau"], key=cle_de_tri) == ["eau", "Éco", "école", "Zone"]


def test_what_people_type_is_compared_without_their_typography():
    assert simple("  Samedi\u00a0: 14H–18h, l’Été\u200b ") == "samedi : 14h-18h, l'ete"


def test_a_message_stays_on_its_line_and_holds_nothing_that_a_terminal_obeys():
    assert visible("a\n\x1b[31mb\u202e") == "a [31mb"
    assert len(visible("x" * 100)) == 80 and visible("x" * 100).endswith("…")
    assert cite("  a \n b\x07 ") == "« a b »" and len(cite("x" * 100)) == 64


def test_the_word_that_was_meant_is_found_whatever_its_accents_and_hyphens():
    assert proche("acceuil de jour", ["accueil-de-jour", "accueil-de-nuit"]) == "accueil-de-jour"
    assert proche("xyz", ["accueil-de-jour"]) is None and proche("x", []) is None
    assert vouliez_vous_dire("gare", "Gare centrale") == " Vouliez-vous dire « gare » (Gare centrale) ?"
    assert vouliez_vous_dire(None) == ""
    assert lequel({"a": "A", "b": "b", "c": None}) == " Vouliez-vous dire « a » (A), « b » ou « c » ?"


def test_two_long_sentences_are_compared_to_their_end():
    longue = "La même phrase commence toujours ainsi, et elle est assez longue pour que seule sa fin la distingue : "
    assert proche(longue + "un", [longue + "deux, trois, quatre et cinq", longue + "une"], 80) == longue + "une"


def test_scripts_lose_their_comments_and_keep_what_only_looks_like_one():
    assert script("/* a */\nvar a = `x\n  // y`;  // z\n  var b = '/* c */';\n") == "var a=`x\n  // y`;var b='/* c */';\n"


def test_styles_lose_their_comments_and_keep_what_means_something():
    assert style('/* a */\na :is(b) {\n  width: calc(1px + 2px);\n  content: "/* c */";\n}\n') == (
        'a :is(b){width:calc(1px + 2px);content:"/* c */"}\n')


def test_a_module_becomes_a_script_that_a_page_from_a_folder_may_load():
    assert classique("const a=1,b=2;export{a as un,b as deux};\n", "essai") == (
        '"use strict";(function(){const a=1,b=2;window.quifaitquoi.essai={un:a,deux:b}})();\n')


def test_the_files_of_others_say_whose_they_are(tmp_path):
    (tmp_path / "package.json").write_text('{"name": "essai", "version": "1.2.3", "license": "MIT"}')
    (tmp_path / "LICENSE.txt").write_text("MIT License\n\nCopyright 2022 Camille\n\nPermission …\n")
    assert mention(tmp_path) == "/* essai 1.2.3. Copyright 2022 Camille. MIT License. */\n"
