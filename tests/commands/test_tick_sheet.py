"""`quifaitquoi tick-sheet`: what is printed for a front desk, read back from the paper."""

import shutil

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.model.manques import RAISONS
from quifaitquoi.commands import main
from quifaitquoi.suivi.coches.feuille import groupes


def lance(*arguments):
    return CliRunner().invoke(main, ["tick-sheet", *map(str, arguments)], env={"SOURCE_DATE_EPOCH": "1795132800"})


def pages(pdf):
    return [" ".join(page.extract_text().split()) for page in PdfReader(pdf).pages]


def test_it_has_a_row_for_each_need_and_on_each_page_a_column_for_each_reason(port_exemple, tmp_path, directory):
    fait = lance(port_exemple, "--quartier", "gare", "--vers", tmp_path / "c.pdf")
    assert (fait.exit_code, fait.output) == (0, f"Écrit : {tmp_path}/c.pdf\n")
    lues = pages(tmp_path / "c.pdf")
    assert lues[0].startswith("Demandé, et pas trouvé : Gare Mois :")
    for slug, besoin in directory.vocabulaire.besoins.items():
        rangee = f" {besoin.nom} {slug} ".replace("'", "’")
        assert sum(f" {lue} ".count(rangee) for lue in lues) == 1, slug
    for page in lues:
        assert all(f" {raison} " in f"{page} " for raison in RAISONS)


def test_it_is_grey_a4_and_asks_for_no_name_and_no_day(port_exemple, tmp_path):
    lance(port_exemple, "--quartier", "gare", "--besoins", "se-laver", "--vers", tmp_path / "c.pdf")
    lu = PdfReader(tmp_path / "c.pdf")
    assert [tuple(round(float(x)) for x in page.mediabox[2:]) for page in lu.pages] == [(595, 842)]
    assert "Jamais de nom, jamais de jour" in pages(tmp_path / "c.pdf")[0]
    assert " rg" not in lu.pages[0].get_contents().get_data().decode("latin-1")  # no colour is set


def test_needs_can_be_chosen_by_themselves_or_by_their_root(territoire):
    assert groupes(territoire, ["se-laver", "dentiste"]) == {
        "Se laver": {"douche": "Douche", "laverie": "Laver son linge", "toilettes": "Toilettes",
                     "produits-hygiene": "Savon, protections, rasoirs"},
        "Se soigner": {"dentiste": "Dentiste"}}
    ranges = [besoin for besoins in groupes(territoire).values() for besoin in besoins]
    assert sorted(ranges) == sorted(territoire.directory.vocabulaire.besoins)


@pytest.mark.parametrize("arguments, phrase", [
    ([], "Dites pour quel quartier : --quartier gare|ile-aux-mouettes|"),
    (["--quartier", "gar"], "« gar » n'est pas un quartier. Vouliez-vous dire « gare »"),
    (["--quartier", "gare", "--besoins", "douches"], "n'est pas un besoin du vocabulaire. Vouliez-vous dire « douche »"),
    (["--quartier", "gare", "--vers", "/proc/nulle/part.pdf"], "ne peut pas être écrit"),
])
def test_what_cannot_be_done_is_said_in_words(port_exemple, arguments, phrase):
    fait = lance(port_exemple, *arguments)
    assert fait.exit_code == 1 and phrase in fait.output, fait.output


def test_what_is_ticked_is_written_where_the_sheet_says(port_exemple, tmp_path, aujourdhui):
    port = shutil.copytree(port_exemple, tmp_path / "port")
    lignes = "".join(f"    {raison}: 5\n" for raison in RAISONS)
    (port / "manques.yml").write_text(f"demandes:\n  - mois: 2026-10\n    quartier: gare\n    besoin: douche\n{lignes}")
    assert [p for p in verifier(port, aujourdhui).problemes if p.fichier.endswith("manques.yml")] == []
