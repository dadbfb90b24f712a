"""What a command writes takes the place of nothing: no file of the territory, no file of another kind."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from quifaitquoi.commands import COMMANDES, main

# What is typed before --vers.
ECRIVENT = {
    "call-sheet": ["{port}"], "cle": ["{port}", "--site", "{ici}/site"], "comite": ["{port}", "--quartier", "gare"],
    "leaflet": ["{port}", "--quartier", "gare"], "review": ["HEAD", "{port}"], "tick-sheet": ["{port}", "--quartier", "gare"]}
AUTREMENT = {"build": "tests/site/test_destination.py", "join": "tests/site/test_parties.py", "from-issue": "of a workflow"}


@pytest.fixture
def port(petit_port, tmp_path) -> Path:
    return Path(shutil.copytree(petit_port, tmp_path / "port"))


def lance(commande: str, port: Path, vers: Path, option: str = "--vers"):
    mots = [mot.format(port=port, ici=port.parent) for mot in ECRIVENT[commande]]
    return CliRunner().invoke(main, [commande, *mots, option, str(vers)], env={"SOURCE_DATE_EPOCH": "1795132800"})


def test_each_command_that_is_told_where_to_write_is_tried():
    disent = {nom for nom in COMMANDES if any("--vers" in p.opts for p in main.get_command(None, nom).params)}
    assert disent == {*ECRIVENT, *AUTREMENT}


@pytest.mark.parametrize("commande", ECRIVENT)
@pytest.mark.parametrize("la", ["annuaire.yml", "fiches/gare/la-roue-libre.yml", "papiers"])
def test_nothing_is_written_among_the_facts(port, commande, la):
    avant = {f: f.read_bytes() for f in port.rglob("*") if f.is_file()}
    if commande == "review" and "." in la:
        la = "fiches"
    fait = lance(commande, port, port / la)
    assert fait.exit_code == 1 and "dont chaque fichier est lu : écrivez à part. Exemple : build/" in fait.output, fait.output
    assert {f: f.read_bytes() for f in port.rglob("*") if f.is_file()} == avant


@pytest.mark.parametrize(("commande", "nom", "octets"), [
    ("tick-sheet", "lettre.odt", b"PK\3\4lettre"), ("comite", "lettre.pdf", b"Bonjour"), ("leaflet", "lettre.pdf", b"Bonjour"),
    ("call-sheet", "notes", b"Bonjour"), ("cle", "cle.zip", b"%PDF-1.7")])
def test_a_file_of_somebody_s_stays(port, tmp_path, commande, nom, octets):
    (tmp_path / nom).write_bytes(octets)
    fait = lance(commande, port, tmp_path / nom)
    assert fait.exit_code == 1 and f"{nom} » est déjà là, et n'est pas un ." in fait.output, fait.output
    assert (tmp_path / nom).read_bytes() == octets


def test_a_paper_takes_the_place_of_the_one_before(port, tmp_path):
    (tmp_path / "t.pdf").write_bytes(b"%PDF-1.7 hier")
    fait = lance("tick-sheet", port, tmp_path / "t.pdf")
    assert fait.exit_code == 0 and (tmp_path / "t.pdf").stat().st_size > 1000, fait.output
