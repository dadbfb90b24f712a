"""A file of somebody else's gives its records, or one sentence: whatever is in it, and never more memory than one of them."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from quifaitquoi.base.refus import Refus
from quifaitquoi.echanges.entrees.lecture import enregistrements, json_, lecteur_de_classeur
from quifaitquoi.echanges.entrees.lecture.lecteur_de_classeur import cellule

NOMS = ("office", "table", "text")  # of ODF


def lus(fichier: Path) -> list[dict]:
    return [dict(un.champs) for un in enregistrements(fichier)]


def ecrit(dossier: Path, nom: str, octets: bytes) -> Path:
    (dossier / nom).write_bytes(octets)
    return dossier / nom


@pytest.mark.parametrize("forme", ['[{"id": 1}, {"id": 2}]', '{"items": [{"id": 1}, {"id": 2}], "total": 2}',
                                   '\ufeff[{"id":1},{"id":2}]', '{"total": 2, "places": [{"id": 1}, {"id": 2}]}'])
def test_a_list_and_pages_of_an_api_give_the_same_records(tmp_path, forme):
    assert lus(ecrit(tmp_path, "a.json", forme.encode())) == [{"id": 1}, {"id": 2}]


@pytest.mark.parametrize("octets", ["nom;ville\nL'Été;Nîmes\n".encode(), "nom,ville\nL'Été,Nîmes\n".encode("cp1252"),
                                    "\ufeffnom\tville\r\nL'Été\tNîmes\r\n".encode(), "nom|ville\nL'Été|Nîmes".encode("utf-16")])
def test_tables_are_read_as_offices_write_them(tmp_path, octets):
    assert lus(ecrit(tmp_path, "a.csv", octets)) == [{"nom": "L'Été", "ville": "Nîmes"}]


def test_the_line_is_that_of_an_editor_behind_a_cell_on_several_lines(tmp_path):
    fichier = ecrit(tmp_path, "a.csv", b'nom,note\nA,"une\ndeux"\n\nB,x\n')
    assert [un.place for un in enregistrements(fichier)] == ["a.csv, ligne 2", "a.csv, ligne 5"]


@pytest.mark.parametrize("titres", ["Nos adresses, octobre 2026;;;;\r\n;;;;\r\n", "Nos adresses\r\n",
                                    "Nos adresses;;;;2026\r\nNe pas diffuser;;;;\r\n"])
def test_titles_above_the_heading_are_no_names_of_columns(tmp_path, titres):
    fichier = ecrit(tmp_path, "a.csv", f"{titres}nom;tel;ville;besoin;prix\r\nL'Été;1;Nîmes;douche;2 €\r\n".encode("cp1252"))
    assert [(un.place, un.champs["ville"]) for un in enregistrements(fichier)] == [
        (f"a.csv, ligne {titres.count(chr(10)) + 2}", "Nîmes")]


def test_a_merged_title_above_the_heading_of_a_sheet_is_no_name_of_a_column(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as fichier:
        for nom in ("2025", "2026"):
            page = fichier.add_worksheet(nom)
            page.merge_range("A1:D1", f"Nos adresses en {nom}")
            page.write_row(2, 0, ["nom", "tel", "ville", "besoin"])
            page.write_row(3, 0, ["A", "1", "Nîmes", "douche"])
    assert [(un.place, un.champs["ville"]) for un in enregistrements(tmp_path / "a.xlsx")] == [
        ("a.xlsx, 2025, ligne 4", "Nîmes"), ("a.xlsx, 2026, ligne 4", "Nîmes")]


def test_what_stands_beyond_the_last_heading_is_kept(tmp_path):
    assert lus(ecrit(tmp_path, "a.csv", b"nom,ville\nA,B,C\n")) == [{"nom": "A", "ville": "B", "": "C"}]


def test_workbooks_give_postcodes_days_and_hidden_sheets_as_text(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as fichier:
        page = fichier.add_worksheet("Lieux")
        page.write_row(0, 0, ["nom", "code_postal", "siret"])
        page.write_row(1, 0, ["=1+1", 1000, 99999999900017])
        autre = fichier.add_worksheet("Autre")
        autre.write_row(0, 0, ["nom"])
        autre.write_row(3, 0, ["B"])
    assert [(un.place, dict(un.champs)) for un in enregistrements(tmp_path / "a.xlsx")][1:] == [
        ("a.xlsx, Autre, ligne 4", {"nom": "B"})]
    assert lus(tmp_path / "a.xlsx")[0]["code_postal"] == "1000" and lus(tmp_path / "a.xlsx")[0]["siret"] == "99999999900017"


def test_a_sheet_of_libreoffice_is_a_workbook_too(tmp_path):
    cellule_ = "<table:table-cell office:value-type='{}'{}><text:p>{}</text:p></table:table-cell>"
    lignes = [["nom", "code"], ["L'Été &amp; co", "1000"]]
    ods(tmp_path / "a.ods", "".join("<table:table-row>" + "".join(
        cellule_.format("float", f" office:value='{c}'", c) if c.isdigit() else cellule_.format("string", "", c) for c in ligne)
        + "</table:table-row>" for ligne in lignes))
    assert [(un.place, dict(un.champs)) for un in enregistrements(tmp_path / "a.ods")] == [
        ("a.ods, Lieux, ligne 2", {"nom": "L'Été & co", "code": "1000"})]


def test_a_number_of_a_workbook_keeps_its_figures():
    assert [cellule(v) for v in (1000.0, 1.5, True, "x", 0.0)] == ["1000", "1.5", "oui", "x", "0"]


@pytest.mark.parametrize("octets", [
    b"", b"   ", b"[", b'[{"id": 1}, {"id"', b'{"total": 2}', b"[1, 2]", b'[{"id": NaN}]', b'[{"id": 1' + b"0" * 40 + b"}]",
    b'[{"id": "' + b"x" * 100, b"[" * 100_000,
    b'{"items": [{"a": ' + b"[" * 1000 + b"]" * 1000 + b"}]}", b'[{"a": "\xff"}]', b"PK\x03\x04 rien", b"\xd0\xcf\x11\xe0 rien",
    b'nom,"ville\nA,B\n', b"\n\n", b",,,\n,,\n", b"a," * 600 + b"\n", b"nom\n" + b"x" * 200_000 + b"\n", b"[{}" + b"," * 50])
def test_a_hostile_file_gives_a_sentence(tmp_path, octets):
    with pytest.raises(Refus) as refus:
        lus(ecrit(tmp_path, "lieux", octets))
    assert "lieux" in str(refus.value) and "Traceback" not in str(refus.value)


@pytest.mark.parametrize("chemin", ["absent.json", ".", "nul\0"])
def test_what_is_no_file_gives_a_sentence(tmp_path, monkeypatch, chemin):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Refus, match="n'existe pas|ne peut pas être lu"):
        lus(Path(chemin))


@given(st.binary(max_size=300), st.sampled_from([b"", b"[", b"{", b'[{"a":', b"PK\x03\x04", b"nom,ville\n"]))
def test_any_bytes_give_records_or_a_sentence(tmp_path_factory, octets, debut):
    if debut == b"PK\x03\x04":
        return  # a process for each takes its time: the damaged workbooks have their own test
    fichier = ecrit(tmp_path_factory.getbasetemp(), "octets", debut + octets)
    try:
        assert all(isinstance(un, dict) for un in lus(fichier))
    except Refus as refus:
        assert str(refus)


def test_a_workbook_that_is_damaged_anywhere_ends_its_own_process_only(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "bon.xlsx") as fichier:
        fichier.add_worksheet("A").write_column(0, 0, ["nom", *(f"lieu {n}" for n in range(50))])
    octets, hasard = (tmp_path / "bon.xlsx").read_bytes(), random.Random(7)
    for _ in range(8):
        abime = bytearray(octets)
        for _ in range(20):
            abime[hasard.randrange(4, len(abime))] = hasard.randrange(256)
        try:
            assert len(lus(ecrit(tmp_path, "abime.xlsx", bytes(abime)))) <= 50
        except Refus as refus:
            assert "abime.xlsx" in str(refus)


def ods(chemin: Path, lignes: str) -> Path:
    noms = 'xmlns:{0}="urn:oasis:names:tc:opendocument:xmlns:{0}:1.0"'
    with zipfile.ZipFile(chemin, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest:manifest " + noms.format("manifest") + "/>")
        archive.writestr("content.xml", f"<?xml version='1.0'?><office:document-content {' '.join(map(noms.format, NOMS))}>"
                                        f"<office:body><office:spreadsheet><table:table table:name='Lieux'>{lignes}</table:table>"
                                        "</office:spreadsheet></office:body></office:document-content>")
    return chemin


def test_a_workbook_that_says_it_is_immense_gives_a_sentence(tmp_path):
    """A few hundred bytes that stand for milliards of cells."""
    with xlsxwriter.Workbook(tmp_path / "coins.xlsx") as fichier:
        page = fichier.add_worksheet()
        page.write(0, 0, "nom")
        page.write(1_048_575, 400, "loin")
    with xlsxwriter.Workbook(tmp_path / "large.xlsx") as fichier:
        fichier.add_worksheet().write(0, 16_383, "loin")
    ods(tmp_path / "repete.ods", "<table:table-row table:number-rows-repeated='1048576'>"
        "<table:table-cell office:value-type='string' table:number-columns-repeated='16384'><text:p>nom</text:p></table:table-cell>"
        "</table:table-row>")
    for nom in ("coins.xlsx", "large.xlsx", "repete.ods"):
        with pytest.raises(Refus, match=f"{nom} : ce classeur (est démesuré|ne se lit pas jusqu'au bout)"):
            lus(tmp_path / nom)


def test_a_workbook_that_unfolds_without_end_is_stopped_by_the_bounds_of_its_reader(tmp_path, monkeypatch):
    """The same reader with a bound that a test can reach."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), *sys.path]))
    (tmp_path / "petit.py").write_text(
        "import resource, runpy\n"
        "vrai, petite = resource.setrlimit, (300 << 20, 300 << 20)\n"
        "resource.setrlimit = lambda quoi, borne: vrai(quoi, petite if quoi == resource.RLIMIT_AS else borne)\n"
        f"runpy.run_module({lecteur_de_classeur.__name__!r}, run_name='__main__')\n")
    with xlsxwriter.Workbook(tmp_path / "bombe.xlsx") as fichier:
        page = fichier.add_worksheet()
        for rang in range(40):
            page.write(rang, 0, "x" * 32_000 + str(rang))
    with zipfile.ZipFile(tmp_path / "bombe.xlsx") as archive:
        parts = {nom: archive.read(nom) for nom in archive.namelist()}
    parts["xl/sharedStrings.xml"] = parts["xl/sharedStrings.xml"].replace(b"x" * 32_000, b"x" * 12_000_000)
    with zipfile.ZipFile(tmp_path / "bombe.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        for nom, octets in parts.items():
            archive.writestr(nom, octets)
    assert (tmp_path / "bombe.xlsx").stat().st_size < 2_000_000
    monkeypatch.setattr(lecteur_de_classeur, "__name__", "petit")
    with pytest.raises(Refus, match="bombe.xlsx : ce classeur"):
        lus(tmp_path / "bombe.xlsx")


def test_a_cell_is_cut_and_a_formula_is_what_it_showed(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as fichier:
        page = fichier.add_worksheet()
        page.write_row(0, 0, ["nom", "total", "soi", "lien"])
        page.write(1, 0, "A")
        page.write_formula(1, 1, "=1+1", None, 2)
        page.write_formula(1, 2, "=C2")
        page.write_formula(1, 3, '=HYPERLINK("https://example.org","ici")', None, "ici")
    assert lus(tmp_path / "a.xlsx") == [{"nom": "A", "total": "2", "soi": "0", "lien": "ici"}]
    long = "<table:table-row><table:table-cell office:value-type='string'><text:p>{}</text:p></table:table-cell></table:table-row>"
    ods(tmp_path / "long.ods", long.format("nom") + long.format("x" * 10_000_000))
    assert [len(un["nom"]) for un in lus(tmp_path / "long.ods")] == [lecteur_de_classeur.CELLULE_MAX]


def test_a_text_without_end_is_given_up_before_it_fills_the_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(json_, "SANS_FIN", 200_000)
    with pytest.raises(Refus, match="enregistrement 1 : .*n'ont pas de fin"):
        lus(ecrit(tmp_path, "a.json", b'[{"id": 1}, {"id": "' + b"x" * 2_000_000 + b'"}]'))


def test_memory_is_that_of_one_record_however_long_the_file(tmp_path):
    """Twenty times the records: not twice the memory."""
    def pic(nombre: int) -> int:
        fichier = tmp_path / f"{nombre}.json"
        with fichier.open("w") as flux:
            flux.write("[" + ",".join(json.dumps({"id": n, "texte": "x" * 900}) for n in range(nombre)) + "]")
        code = ("import resource, sys; from pathlib import Path\nfrom quifaitquoi.echanges.entrees.lecture import enregistrements\n"
                "assert sum(1 for _ in enregistrements(Path(sys.argv[1]))) == int(sys.argv[2])\n"
                "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)")
        return int(subprocess.run([sys.executable, "-c", code, fichier, str(nombre)], capture_output=True, check=True).stdout)
    assert pic(20_000) < 1.2 * pic(1_000)
