"""PDFs: what goes in as data comes out as text, twice the same, readable by everybody; and what is missing is said in French."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.pdf import imprimables as imprimables_txt

from quifaitquoi.langues import langue
from quifaitquoi.pdf import CaractereManquant, CompositionImpossible, PoliceManquante, compiler, composition
from quifaitquoi.pdf.glyphes import caracteres, imprimable, imprimables
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


def test_a_character_that_no_font_has_is_refused_with_its_fiche_and_never_printed_as_a_mark(gabarit):
    entrees = [{"slug": "maison", "nom": {"fr": "友好 à Neudorf"}}, {"slug": "bains", "nom": "৳"}]
    with pytest.raises(CaractereManquant) as refus:
        compiler(gabarit, {"titre": "a", "lignes": [], "entrees": entrees}, "t", "fr", JOUR)
    assert str(refus.value) == (
        "Aucune police ne sait imprimer « ৳ » (U+09F3) dans bains ; « 友 » (U+53CB), « 好 » (U+597D) dans maison. "
        "Écrivez-le autrement : des mots à la place d'un signe, un nom en lettres latines.")
    with pytest.raises(CaractereManquant, match="« 中 »"):
        compiler(gabarit, {"titre": "a", "lignes": []}, "Se laver à 中", "fr", JOUR)


def test_the_signs_and_scripts_of_people_who_write_fiches_are_printed(gabarit):
    mots = "≥ 16 ans ≤ ✓ ✔ ☎ ★ ▶ ► ➜ ⇒ ♿ ⚠ ✉ → 😀 📞 Habesha ሓበሻ საქართველოს სახლი Дім України Ελλάδα"
    texte = lire(compiler(gabarit, {"titre": "a", "lignes": [mots]}, "t", "fr", JOUR)).pages[0].extract_text()
    assert " ".join(texte.split()) == f"a {mots}"


def test_what_reads_the_same_takes_the_place_of_what_no_font_has():
    manquent = set()
    assert imprimable("Ｗi-Ｆi, ４ ㎡\x07.", frozenset(range(128)), manquent) == "Wi-Fi, 4 m2." and not manquent


def test_the_list_that_the_check_knows_is_what_the_fonts_draw():
    # After a change of fonts: python -m tests.pdf.imprimables
    assert imprimables_txt.FICHIER.read_text("ascii") == imprimables_txt.texte()


def test_all_that_the_check_lets_through_is_drawn_upright_bold_and_in_italics(gabarit):
    styles = "#par(x) #strong(x) #emph(x) #strong(emph(x))"
    (composition.PAQUET / gabarit).write_text(ESSAI.replace("#par(x)", styles))
    signes = [chr(n) for n in sorted(imprimables()) if chr(n).isprintable()]
    lignes = [" ".join(signes[n:n + 40]) for n in range(0, len(signes), 40)]
    assert lire(compiler(gabarit, {"titre": "a", "lignes": lignes}, "t", "fr", JOUR)).pages


def test_marks_that_turn_the_direction_of_what_follows_are_dropped():
    assert imprimable("a\u202eb\u202cc", frozenset(map(ord, "abc")), set()) == "abc"


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


def test_a_set_up_that_is_older_than_the_fonts_is_to_be_made_again_and_blames_no_fiche(tmp_path, monkeypatch):
    police = tmp_path / "node_modules/@expo-google-fonts/noto-sans/400Regular/NotoSans.ttf"
    police.parent.mkdir(parents=True)
    police.write_bytes(b"")
    monkeypatch.setenv("QUIFAITQUOI_NPM", str(tmp_path))
    with pytest.raises(PoliceManquante, match="noto-sans-math.*make site"):
        polices(langue("fr"))


def test_the_families_that_are_asked_for_are_those_that_the_fonts_are_called():
    choisies = polices(langue("ar"))
    assert choisies.familles[:2] == ("Vazirmatn", "Noto Sans") and set(choisies.familles) == set(choisies.fontes.families())


def test_without_any_font_the_set_up_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("QUIFAITQUOI_NPM", str(tmp_path))
    with pytest.raises(PoliceManquante, match="make site"):
        polices(langue("fr"))


def test_a_fault_of_a_template_is_told_as_the_programs_own(tmp_path, monkeypatch):
    (tmp_path / "faux.typ").write_text("#d.inconnu")
    monkeypatch.setattr(composition, "PAQUET", tmp_path)
    with pytest.raises(CompositionImpossible, match="défaut du programme"):
        compiler("faux.typ", {}, "t", "fr", JOUR)
