"""A file is written whole or not at all, and only where it is an ordinary file of the directory."""

import os

import pytest

from quifaitquoi.edition.decoupe import EditionImpossible
from quifaitquoi.edition.decoupe.fichier import ecrire, ouvrir


@pytest.fixture
def fiche(tmp_path):
    fichier = tmp_path / "fiches" / "centre" / "maison.yml"
    fichier.parent.mkdir(parents=True)
    fichier.write_bytes(b"\xef\xbb\xbfnom: x\r\n")
    fichier.chmod(0o640)
    return fichier


def test_the_mark_of_windows_the_line_ends_and_the_rights_stay(fiche, tmp_path):
    ouvert = ouvrir(fiche, tmp_path)
    assert ouvert.texte == "nom: x\r\n"
    ecrire(ouvert, "nom: y\r\n")
    assert fiche.read_bytes() == b"\xef\xbb\xbfnom: y\r\n"
    assert fiche.stat().st_mode & 0o777 == 0o640
    assert os.listdir(fiche.parent) == ["maison.yml"]


def test_a_link_is_refused_even_one_that_stays_inside(fiche, tmp_path):
    (fiche.parent / "lien.yml").symlink_to("maison.yml")
    (tmp_path / "fiches" / "autre").symlink_to("centre")
    for lien in (fiche.parent / "lien.yml", tmp_path / "fiches" / "autre" / "maison.yml"):
        with pytest.raises(EditionImpossible, match="est un lien : modifiez le vrai fichier"):
            ouvrir(lien, tmp_path)


def test_a_merge_conflict_is_named_with_its_line(fiche, tmp_path):
    fiche.write_text("nom: x\n<<<<<<< HEAD\ngenre: lieu\n=======\ngenre: en-ligne\n>>>>>>> autre\n")
    with pytest.raises(EditionImpossible, match=r"maison\.yml:2: ce fichier contient un conflit de fusion"):
        ouvrir(fiche, tmp_path)


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(fiche, tmp_path):
    ouvert = ouvrir(fiche, tmp_path)
    fiche.write_text("nom: autre\n")
    with pytest.raises(EditionImpossible, match="vient d'être changé ailleurs"):
        ecrire(ouvert, "nom: y\n")
    assert fiche.read_text() == "nom: autre\n"
    assert os.listdir(fiche.parent) == ["maison.yml"]


def test_a_full_disk_leaves_the_old_file(fiche, tmp_path, monkeypatch):
    ouvert = ouvrir(fiche, tmp_path)
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "plein")))
    with pytest.raises(EditionImpossible, match="ne peut pas être écrit"):
        ecrire(ouvert, "nom: y\n")
    assert fiche.read_bytes() == ouvert.octets
    assert os.listdir(fiche.parent) == ["maison.yml"]


def test_what_is_not_in_utf8_says_where(fiche, tmp_path):
    fiche.write_bytes(b"nom: caf\xe9\n")
    with pytest.raises(EditionImpossible, match=r"maison\.yml:1:9: .*UTF-8"):
        ouvrir(fiche, tmp_path)
