"""Workbooks: what was given comes back as text, whatever it looks like."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from quifaitquoi.base.classeur import CITE, LONGUEUR_MAX, SIMPLE, classeur, rangee

TEXTES = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r"), max_size=20) | st.sampled_from(
    ("=1+1", "_x000D_", "a & b <c>", " deux\nlignes ", "@x", "-3", "007", "TRUE", "2026-11-20"))


def lu(octets: bytes, nom: str) -> list[list[str]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(octets)).get_sheet_by_name(nom).to_python()


def rangees(lignes) -> list[bytes]:
    return [rangee(ligne).encode() for ligne in lignes]


@given(st.lists(st.tuples(TEXTES, TEXTES, TEXTES), max_size=5))
def test_each_cell_comes_back_as_it_was(lignes):
    entete = ("a", "b", "c")
    octets = classeur({"Un": (entete, rangees(lignes)), "Deux": (entete, ())}, "Essai", date(2026, 11, 20))
    rendues = [ligne for ligne in lignes if any(ligne)]
    assert [ligne for ligne in lu(octets, "Un")[1:] if any(ligne)] == [list(ligne) for ligne in rendues]
    assert lu(octets, "Deux") == [list(entete)]


def test_rows_and_cells_have_their_place_and_say_that_they_are_text():
    octets = classeur({"Un": (("a", "b"), rangees((("x", ""), ("", "=1"))))}, "Essai", date(2026, 11, 20))
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        feuille, styles = (archive.read(f"xl/{nom}.xml").decode() for nom in ("worksheets/sheet1", "styles"))
    assert re.findall(r'<row r="(\d+)"', feuille) == ["1", "2", "3"] and 'ref="A1:B3"' in feuille
    assert re.findall(r'<c r="(..)" s="(\d)" t="inlineStr"', feuille) == [("A2", str(SIMPLE)), ("B3", str(CITE))]
    [texte] = re.findall(r'<numFmt numFmtId="(\d+)" formatCode="@"/>', styles)
    formes = re.findall(r"<xf [^>]*>", styles.partition("<cellXfs")[2])
    assert all(f'numFmtId="{texte}"' in formes[n] for n in (SIMPLE, CITE))
    assert ['quotePrefix="1"' in formes[n] for n in (SIMPLE, CITE)] == [False, True]


def test_a_text_that_no_cell_can_hold_ends_with_a_sign_that_says_so():
    [_, [dit]] = lu(classeur({"Un": (("a",), rangees([["x" * 40_000]]))}, "Essai", date(2026, 11, 20)), "Un")
    assert len(dit) == LONGUEUR_MAX and dit.endswith("x…")
