"""PDFs: what goes in as data comes out as text, twice the same, readable by everybody; and what is missing is said in French."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from quifaitquoi.langues import langue
from quifaitquoi.pdf import CompositionImpossible, PoliceManquante, compiler, composition
from quifaitquoi.pdf.glyphes import INCONNU, caracteres, imprimable
from quifaitquoi.pdf.polices import ecriture, polices

JOUR = date(2026, 11, 20)
ESSAI = '#import "/pdf/commun.typ": *\n#show: document-accessible\n#heading(d.titre)\n#for x in d.lignes [#par(x)]\n'


@pytest.fixture
def gabarit(tmp_path, monkeypatch):
    """A template of its own, in a copy of the package's shared part."""
    (tmp_path / "pdf").mkdir()
    (tmp_path / "pdf" / "commun.typ").write_text((composition.PAQUET / "pdf" / "commun.typ").read_text())
    (tmp_path / "essai.typ").write_text(ESSAI)
    monkeypatch.setattr(composition, "PAQUET", tmp_path)
    return "essai.typ"


def lire(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def test_markup_in_the_data_comes_out_as_text(gabarit):
    hostile = [
        "#panic(1)", "$x^2$", "*gras*", "<etiquette>", "\\", "@renvoi", "_bas_", "`code`", "= titre", "- liste", "[x]",
        "//", "/* */", "~", '"', "'", "#{", "}",
    ]
    pdf = compiler(gabarit, {"titre": "#import", "lignes": hostile}, "titre", "fr", JOUR)
    texte = lire(pdf).pages[0].extract_text()
    for ligne in hostile:
        assert ligne in texte


def test_the_same_data_gives_the_same_bytes_and_another_day_does_not(gabarit):
    faire = lambda jour: compiler(gabarit, {"titre": "a", "lignes": ["b"]}, "t", "fr", jour)
    assert faire(JOUR) == faire(JOUR)
    assert faire(JOUR) != faire(date(2026, 11, 21))


def test_a_pdf_says_its_title_its_language_its_day_and_that_it_is_accessible(gabarit):
    lu = lire(compiler(gabarit, {"titre": "a", "lignes": ["b"]}, "Se laver à Neudorf", "ar", JOUR))
    racine = lu.trailer["/Root"]
    assert lu.metadata.title == "Se laver à Neudorf"
    assert racine["/Lang"] == "ar" and racine["/MarkInfo"]["/Marked"]
    assert lu.metadata.creation_date.date() == JOUR
    assert b"pdfuaid:part" in racine["/Metadata"].get_data()
    assert "/StructTreeRoot" in racine


def test_all_fonts_are_embedded(gabarit):
    for page in lire(compiler(gabarit, {"titre": "a", "lignes": ["b", "مطعم"]}, "t", "ar", JOUR)).pages:
        polices_de_page = [f.get_object() for f in page["/Resources"]["/Font"].values()]
        assert polices_de_page
        for police in polices_de_page:
            descripteur = police["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert "/FontFile2" in descripteur or "/FontFile3" in descripteur


def test_a_character_that_no_font_has_leaves_a_mark_instead_of_failing(gabarit):
    texte = lire(compiler(gabarit, {"titre": "a", "lignes": ["un 😀 et 中 et \x07."]}, "t 😀", "fr", JOUR)).pages[0].extract_text()
    assert f"un {INCONNU} et {INCONNU} et ." in texte


def test_marks_that_turn_the_direction_of_what_follows_are_dropped():
    assert imprimable("a\u202eb\u202cc", frozenset(map(ord, "abc"))) == "abc"


def test_the_characters_of_a_font_are_those_that_it_draws():
    police = next(Path(p) for p in Path("build/npm/node_modules/@expo-google-fonts/noto-sans/400Regular").glob("*.ttf"))
    connus = caracteres(police.read_bytes())
    assert set(map(ord, "aéœ’…–Жλ")) <= connus and ord("م") not in connus and ord("😀") not in connus


@pytest.mark.parametrize(
    "code, nom", [("fr", "Latn"), ("fr-x-falc", "Latn"), ("ar", "Arab"), ("ps", "Arab"), ("ti", "Ethi"), ("ru", "Cyrl")]
)
def test_each_language_knows_its_script(code, nom):
    assert ecriture(langue(code)) == nom


def test_a_script_without_its_font_is_said_in_french(tmp_path, monkeypatch):
    for graisse in ("400Regular",):
        (tmp_path / "node_modules/@expo-google-fonts/noto-sans" / graisse).mkdir(parents=True)
        (tmp_path / "node_modules/@expo-google-fonts/noto-sans" / graisse / "NotoSans.ttf").write_bytes(b"")
    monkeypatch.setenv("QUIFAITQUOI_NPM", str(tmp_path))
    with pytest.raises(PoliceManquante, match="Il manque une police pour composer en العربية.*make site"):
        polices(langue("ar"))


def test_without_any_font_the_set_up_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("QUIFAITQUOI_NPM", str(tmp_path))
    with pytest.raises(PoliceManquante, match="make site"):
        polices(langue("fr"))


def test_a_fault_of_a_template_is_told_as_the_programs_own(tmp_path, monkeypatch):
    (tmp_path / "faux.typ").write_text("#d.inconnu")
    monkeypatch.setattr(composition, "PAQUET", tmp_path)
    with pytest.raises(CompositionImpossible, match="défaut du programme"):
        compiler("faux.typ", {}, "t", "fr", JOUR)
