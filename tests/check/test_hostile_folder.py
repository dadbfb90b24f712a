"""Whatever stands in the folder, links, pipes, endless nests or strange names: the check tells of it and never follows it."""

from __future__ import annotations

import os

import pytest
from click.testing import CliRunner
from tests.check.dossier_hostile import FICHE, examine, un_fichier
from tests.check.fixtures import AUJOURDHUI

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.check.tree import FICHIERS_MAX
from quifaitquoi.commands.check import check


def test_a_link_out_of_the_folder_is_refused_and_not_followed(territoire, tmp_path):
    (tmp_path / "secret.yml").write_text("mot-de-passe: tomate\n")
    (territoire / "fiches/centre/essai.yml").symlink_to(tmp_path / "secret.yml")
    problemes = examine(territoire).problemes
    assert [p.regle for p in problemes] == ["lien"] and "tomate" not in str(problemes[0])


@pytest.mark.parametrize("cible", ["essai.yml", "/dev/zero", "/dev/stdin", "/proc/self/mem", "absent.yml", "/etc"])
def test_a_link_to_itself_to_a_device_or_to_nothing_is_refused(territoire, cible):
    (territoire / "fiches/centre/essai.yml").symlink_to(cible)
    assert {p.regle for p in examine(territoire).problemes} <= {"lien", "fichier"} != set()


def test_folders_that_are_links_are_refused_and_not_followed(territoire):
    (territoire / "fiches/boucle").symlink_to(territoire / "fiches")
    (territoire / "fiches/dehors").symlink_to("/")
    assert [(p.fichier, p.regle) for p in examine(territoire).problemes] == [("fiches/boucle", "lien"), ("fiches/dehors", "lien")]


def test_a_pipe_is_refused_without_waiting_for_it(territoire):
    os.mkfifo(territoire / "fiches/centre/essai.yml")
    assert [p.regle for p in examine(territoire).problemes] == ["fichier"]


def test_a_folder_that_has_the_name_of_a_file_is_told(territoire):
    (territoire / "fiches/centre/essai.yml").mkdir()
    (territoire / "annuaire.yml").rename(territoire / "fiches/centre/garde")
    (territoire / "annuaire.yml").mkdir()
    regles = [(p.fichier, p.regle) for p in examine(territoire).problemes]
    assert ("fiches/centre/essai.yml", "fichier") in regles and ("annuaire.yml", "fichier") in regles


def test_a_file_that_may_not_be_opened_is_told(territoire, monkeypatch):
    """Tests may run as root, whom nothing is refused: opening fails here as it does for others."""
    import quifaitquoi.annuaire.read.source as source

    def refuse(fichier, *args, **kwargs):
        raise PermissionError(13, "Permission denied")
    monkeypatch.setattr(source, "open", refuse, raising=False)
    problemes = verifier(territoire, AUJOURDHUI, territoire).problemes
    assert {p.regle for p in problemes} == {"fichier"} and "droits insuffisants" in problemes[0].phrase


def test_a_folder_that_may_not_be_opened_is_told(territoire, monkeypatch):
    vrai = os.scandir

    def refuse(dossier):
        if str(dossier).endswith("fiches/centre"):
            raise PermissionError(13, "Permission denied", str(dossier))
        return vrai(dossier)
    monkeypatch.setattr(os, "scandir", refuse)
    assert [(p.fichier, p.regle) for p in verifier(territoire, AUJOURDHUI, territoire).problemes] == [("fiches/centre", "fichier")]


def test_folders_nested_by_the_hundreds_are_told_and_not_followed(territoire):
    dossier = territoire / "fiches/centre"
    for _ in range(1200):
        dossier /= "a"
    # Python itself would go down one level a call.
    courant = territoire / "fiches/centre"
    ici = os.open(courant, os.O_RDONLY)
    for _ in range(1200):
        os.mkdir("a", dir_fd=ici)
        suivant = os.open("a", os.O_RDONLY, dir_fd=ici)
        os.close(ici)
        ici = suivant
    os.close(ici)
    try:
        assert [p.regle for p in examine(territoire).problemes] == ["fichier-mal-place"]
    finally:
        os.system(f"rm -rf '{courant}'")


def test_too_many_files_are_told_once_and_nothing_false_is_said_of_the_part_that_was_seen(territoire, monkeypatch):
    monkeypatch.setattr("quifaitquoi.annuaire.check.tree.FICHIERS_MAX", 5)
    assert FICHIERS_MAX >= 110_000
    rapport = examine(territoire)
    assert [(p.regle, p.ligne, p.colonne, p.phrase) for p in rapport.problemes] == [
        ("trop-de-fichiers", 1, 1, "plus de 5 fichiers : rien n'est lu. Faites-en plusieurs annuaires, chacun avec ses quartiers")]
    assert rapport.directory is None and rapport.fichiers == 0


def test_whoever_asks_for_one_file_is_told_too_that_there_are_too_many(territoire, monkeypatch):
    monkeypatch.setattr("quifaitquoi.annuaire.check.tree.FICHIERS_MAX", 5)
    dit = CliRunner().invoke(check, [str(territoire / "annuaire.yml"), "--sans-cache"])
    assert dit.exit_code == 1 and "plus de 5 fichiers" in dit.output and dit.output.count("erreur") == 2  # the line, the count


def test_each_missing_file_that_a_territory_needs_is_named(tmp_path):
    problemes = examine(tmp_path).problemes
    assert [p.fichier for p in problemes] == ["annuaire.yml"] + [f"vocabulaire/{nom}.yml" for nom in (
        "besoins", "conditions", "langues", "publics", "sigles", "temps-de-vie")]
    assert {p.regle for p in problemes} == {"fichier-manquant"}


def test_without_an_annuaire_the_fiches_are_still_checked(territoire):
    (territoire / "annuaire.yml").unlink()
    regles = {p.regle for p in un_fichier(territoire, FICHE + "langues: {parlees: [arab]}\n")}
    assert "terme-inconnu" in regles


def test_a_root_that_is_a_file_or_nothing_is_answered(tmp_path):
    (tmp_path / "x").write_text("")
    assert examine(tmp_path / "x").directory is None
    assert examine(tmp_path / "absent").directory is None
