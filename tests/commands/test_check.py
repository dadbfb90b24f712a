"""`quifaitquoi check`: what it prints in each format, for which paths, and how it ends."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from tests.check.fixtures import DATA, TERRITOIRE

from garde import DOSSIER
from quifaitquoi.annuaire.check.problem import FORMATS, Probleme, en_github, en_json, en_texte
from quifaitquoi.commands import main

ARAB = (
    "fiches/centre/arab.yml:8:17: erreur: langues.parlees: « arab » n'est pas une langue connue. "
    "Vouliez-vous dire « ar » (arabe) ?"
)


@pytest.fixture
def ici(tmp_path, monkeypatch):
    """A folder that holds the small territory under its usual name, on the day of all tests."""
    shutil.copytree(TERRITOIRE, tmp_path / DOSSIER)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795132800")  # 2026-11-20
    return tmp_path


def faute(dossier: Path, nom: str = "arab") -> None:
    shutil.copyfile(DATA / "invalid/fiche/langues-parlees-terme-inconnu.yml", dossier / f"fiches/centre/{nom}.yml")


def doute(dossier: Path, nom: str = "doute") -> None:
    texte = (DATA / "warning/fiche/presentation-etiquette-sdf.yml").read_text(encoding="utf-8")
    (dossier / f"fiches/port/{nom}.yml").write_text(
        texte.replace("nom: Maison", "nom: Cabane").replace("1 rue", "2 rue"), encoding="utf-8"
    )


def lance(*arguments: str):
    return CliRunner().invoke(main, ["check", *arguments])


def test_a_directory_without_problem_says_so_and_ends_well(ici):
    resultat = lance()
    assert (resultat.exit_code, resultat.output) == (0, "14 fichiers lus, tout va bien.\n")


def test_an_error_is_printed_as_the_issue_says_and_ends_with_1(ici):
    faute(ici / DOSSIER)
    resultat = lance()
    assert (resultat.exit_code, resultat.output) == (1, f"{DOSSIER}/{ARAB}\n15 fichiers lus : 1 erreur, 0 avertissement.\n")


def test_a_warning_alone_ends_well(ici):
    doute(ici / DOSSIER)
    resultat = lance()
    assert resultat.exit_code == 0
    assert resultat.output.splitlines()[-1] == "15 fichiers lus : 0 erreur, 1 avertissement."


def test_the_real_command_prints_the_same(ici):
    faute(ici / DOSSIER)
    for commande in ([sys.executable, "-m", "quifaitquoi"], [str(Path(sys.executable).parent / "quifaitquoi")]):
        fini = subprocess.run([*commande, "check"], capture_output=True, text=True, encoding="utf-8", timeout=60)
        assert (fini.returncode, fini.stdout, fini.stderr) == (1, lance().output, "")


@pytest.mark.parametrize("forme", FORMATS)
def test_each_format_ends_alike(ici, forme):
    assert lance("--format", forme).exit_code == 0
    faute(ici / DOSSIER)
    assert lance("--format", forme).exit_code == 1


def test_json_says_the_same_as_the_text(ici):
    faute(ici / DOSSIER)
    doute(ici / DOSSIER)
    dit = json.loads(lance("--format", "json").output)
    assert dit["fichiers"] == 16
    assert sorted(str(Probleme(**p)) for p in dit["problemes"]) == sorted(lance().output.splitlines()[:-1])


def test_github_annotations_say_the_same_as_the_text(ici):
    faute(ici / DOSSIER)
    doute(ici / DOSSIER)
    annotations = lance("--format", "github").output.splitlines()
    assert annotations[0] == (
        "::error file=directory/fiches/centre/arab.yml,line=8,col=17,title=terme-inconnu::langues.parlees: « arab » "
        "n'est pas une langue connue. Vouliez-vous dire « ar » (arabe) ?"
    )
    assert annotations[1].startswith(
        "::warning file=directory/fiches/port/doute.yml,line=5,col=15,title=mot-qui-etiquette::presentation: "
    )
    assert annotations[2] == lance().output.splitlines()[-1]


def test_what_a_forge_would_obey_is_escaped_in_annotations():
    probleme = Probleme("a,b:c%\n::error::.yml", 1, 2, "erreur", "x", "100 % : « ,::set-output »", "r")
    annotation, _ = en_github([probleme], 1).splitlines()
    assert annotation == "::error file=a%2Cb%3Ac%25 %3A%3Aerror%3A%3A.yml,line=1,col=2,title=r::x: 100 %25 : « ,::set-output »"


def test_a_file_name_that_is_no_text_can_be_printed_in_each_format():
    probleme = Probleme("a\udcff\x1b[31m\n.yml", 1, 1, "erreur", "", "x", "r")
    for ecrit in (en_texte([probleme], 1), en_json([probleme], 1), en_github([probleme], 1)):
        ecrit.encode("utf-8")
        assert "\x1b" not in ecrit and "a [31m .yml" in ecrit


def test_one_file_or_folder_can_be_asked_and_everything_is_read_for_it(ici):
    faute(ici / DOSSIER)
    doute(ici / DOSSIER)
    for demande, attendus in ((f"{DOSSIER}/fiches/port/doute.yml", {"doute.yml"}), (f"{DOSSIER}/fiches/centre", {"arab.yml"}),
                              (f"{DOSSIER}/organismes", set()), (f"{DOSSIER}/fiches", {"doute.yml", "arab.yml"})):
        resultat = lance(demande)
        assert set(re.findall(r"([\w-]+\.yml):\d+:\d+:", resultat.output)) == attendus
        assert resultat.exit_code == ("arab.yml" in attendus)
        assert "16 fichiers lus" in resultat.output


def test_several_territories_are_each_checked_once(ici):
    shutil.copytree(ici / DOSSIER, ici / "autre")
    faute(ici / "autre")
    resultat = lance(DOSSIER, "autre", "autre/fiches", DOSSIER)
    assert resultat.output == f"autre/{ARAB}\n29 fichiers lus : 1 erreur, 0 avertissement.\n"


def test_paths_are_shown_from_where_one_stands(ici, monkeypatch):
    faute(ici / DOSSIER)
    monkeypatch.chdir(ici / DOSSIER / "fiches")
    assert lance("..").output.startswith("centre/arab.yml:8:17: ")
    monkeypatch.chdir(ici / DOSSIER / "organismes")
    assert lance(str(ici / DOSSIER)).output.startswith("../fiches/centre/arab.yml:8:17: ")


def test_a_path_that_does_not_exist_is_said_in_a_sentence(ici):
    resultat = lance(f"{DOSSIER}/fiches/nulle-part.yml")
    assert resultat.exit_code == 1
    assert "« directory/fiches/nulle-part.yml » n'existe pas" in resultat.output and "Traceback" not in resultat.output


def test_without_a_directory_a_sentence_says_what_to_do(ici):
    shutil.rmtree(ici / DOSSIER)
    resultat = lance()
    assert resultat.exit_code == 1 and "« directory » n'existe pas" in resultat.output


def test_a_file_that_is_in_no_territory_is_said_in_a_sentence(ici):
    (ici / "seul.yml").write_text("nom: Seul\n")
    resultat = lance("seul.yml")
    assert resultat.exit_code == 1 and "n'est dans aucun annuaire" in resultat.output


def test_a_territory_says_which_files_it_lacks(ici):
    os.makedirs(ici / "neuf" / "fiches")
    resultat = lance("neuf")
    assert resultat.exit_code == 1 and resultat.output.startswith("neuf/annuaire.yml:1:1: erreur: ce fichier manque")


@pytest.mark.parametrize("dossier", ["vide", "/"])
def test_a_folder_that_is_no_territory_is_refused_without_being_read(ici, dossier, monkeypatch):
    os.mkdir(ici / "vide")
    monkeypatch.setattr(os, "walk", lambda *_, **__: pytest.fail("this folder may be a whole disk"))
    resultat = lance(dossier)
    assert resultat.exit_code == 1
    assert f"« {dossier} » n'est dans aucun annuaire" in resultat.output and "ne contient annuaire.yml" in resultat.output


def test_a_format_that_does_not_exist_is_a_fault_of_the_command_line(ici):
    assert lance("--format", "xml").exit_code == 2


def test_what_was_asked_by_a_strange_name_is_told_all_the_same(ici):
    (ici / f"{DOSSIER}/fiches/centre/a\nb.yml").write_text("nom: Essai\n")
    resultat = lance(f"{DOSSIER}/fiches/centre/a\nb.yml")
    assert resultat.exit_code == 1 and f"{DOSSIER}/fiches/centre/a b.yml:1:1: erreur: " in resultat.output


def test_errors_come_last_warnings_are_counted_by_kind_and_a_terminal_sees_colours(petit_port, tmp_path):
    ici = tmp_path / "ici"
    shutil.copytree(petit_port, ici)
    (ici / "pages").mkdir(exist_ok=True)
    (ici / "pages/zut.md").write_text("# Zut\n\nÀ compléter\n\nÀ compléter\n", "utf-8")
    annuaire = ici / "annuaire.yml"
    annuaire.write_text(annuaire.read_text("utf-8") + "revue: beaucoup\n", "utf-8")
    dit = CliRunner().invoke(main, ["check", str(ici)]).output
    *problemes, bilan = dit.splitlines()
    niveaux = [": erreur: " in ligne for ligne in problemes]
    assert niveaux == sorted(niveaux) and niveaux[-1] and not niveaux[0]
    assert "a-completer : 2" in bilan
    couleurs = CliRunner().invoke(main, ["check", str(ici)], color=True).output
    assert click.style("erreur", fg="red", bold=True) in couleurs and click.style("avertissement", fg="yellow") in couleurs
    assert "\x1b" not in dit and click.unstyle(couleurs) == dit
    assert CliRunner().invoke(main, ["check", str(ici)], color=True, env={"NO_COLOR": "1"}).output == dit
