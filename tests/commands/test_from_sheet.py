"""`quifaitquoi from-sheet`: what a meeting ticked is in the fiches, nothing is taken for a call, and nothing typed is lost."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import termios
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.commands import main
from quifaitquoi.edition.reponses.reunion import appel

MILIEU = {"SOURCE_DATE_EPOCH": "1795132800"}


@pytest.fixture
def port(port_exemple, tmp_path) -> Path:
    return Path(shutil.copytree(port_exemple, tmp_path / "port"))


@pytest.fixture
def feuille(port, tmp_path) -> Path:
    """The sheet of a meeting about the neighbourhood of the station."""
    fait = CliRunner().invoke(main, ["comite", str(port), "--quartier", "gare", "--vers", str(tmp_path / "k.pdf")], env=MILIEU)
    assert fait.exit_code == 0, fait.output
    return tmp_path / "k.json"


def numero(feuille: Path, slug: str) -> str:
    return str([f["slug"] for f in json.loads(feuille.read_text())["fiches"]].index(slug) + 1)


def questions(feuille: Path, slug: str) -> list[str]:
    return [q[0] for f in json.loads(feuille.read_text())["fiches"] if f["slug"] == slug for q in f["questions"]]


def tape(feuille: Path, port: Path, *lignes: str):
    return CliRunner().invoke(main, ["from-sheet", str(feuille), "--par", "equipe-gare", "--dans", str(port)],
                              input="".join(f"{ligne}\n" for ligne in lignes), env=MILIEU)


def coche(feuille: Path, slug: str, **dits: str | tuple[str, ...]) -> list[str]:
    """The lines to type for a fiche: what is said of each question, nothing for the others."""
    lignes = [numero(feuille, slug)]
    for champ in questions(feuille, slug):
        dit = dits.get(champ, "")
        lignes += [dit] if isinstance(dit, str) else dit
    return lignes


def valeur(port: Path, slug: str, *chemin: str | int):
    return lire_yaml(next(port.glob(f"fiches/*/{slug}.yml")).read_text("utf-8")).valeur_a(chemin)


def test_what_is_right_and_was_seen_is_verified_that_day(port, feuille):
    fait = tape(feuille, port, *coche(feuille, "laverie-des-voyageurs", nom="j", horaires="j"), "1", "")
    assert fait.exit_code == 0, fait.output
    assert valeur(port, "laverie-des-voyageurs", "verification") == {"le": "2026-11-20", "comment": "visite", "par": "equipe-gare"}
    assert "1 fiche notée" in fait.output


def test_a_correction_that_nobody_checked_has_the_meeting_as_its_source_and_verifies_nothing(port, feuille):
    avant = valeur(port, "laverie-des-voyageurs", "verification")
    fait = tape(feuille, port, *coche(feuille, "laverie-des-voyageurs", horaires=("f", "lundi au samedi: 8h-20h")), "", "")
    assert fait.exit_code == 0, fait.output
    assert valeur(port, "laverie-des-voyageurs", "verification") == avant
    assert "20h" in str(valeur(port, "laverie-des-voyageurs", "horaires"))
    source = valeur(port, "laverie-des-voyageurs", "sources")[-1]
    assert source == {"titre": "Réunion de relecture", "date": "2026-11-20", "pour": ["horaires"]}


def test_what_is_false_and_of_which_nobody_knows_the_truth_becomes_a_doubt(port, feuille):
    tape(feuille, port, *coche(feuille, "laverie-des-voyageurs", contact=("f", "")), "", "")
    doute = valeur(port, "laverie-des-voyageurs", "a_confirmer")[-1]
    assert doute == {"champ": "contact", "pourquoi": "dit faux à la réunion du 2026-11-20"}


def test_a_doubt_that_is_settled_goes(port, feuille):
    lue = json.loads(feuille.read_text())
    slug, champ = next((f["slug"], q[0]) for f in lue["fiches"] for q in f["questions"]
                       if q[2] and q[0] in [d["champ"] for d in valeur(port, f["slug"], "a_confirmer")])
    fait = tape(feuille, port, *coche(feuille, slug, **{champ: "j"}), "2", "")
    assert fait.exit_code == 0, fait.output
    assert champ not in [d["champ"] for d in valeur(port, slug, "a_confirmer") or ()]


def test_what_is_not_understood_is_told_and_asked_again(port, feuille):
    heures = ("oui", "f", "lundi: 25h", "lundi: 8h-9h")
    fait = tape(feuille, port, "99", *coche(feuille, "laverie-des-voyageurs", horaires=heures), "7", "", "")
    assert fait.exit_code == 0, fait.output
    assert "« 99 » n'est pas un numéro de la feuille : de 1 à" in fait.output
    assert "Répondez j (juste) ou f (faux)" in fait.output and "25h" in fait.output and "Répondez 1, 2 ou 3" in fait.output
    assert "8h" in str(valeur(port, "laverie-des-voyageurs", "horaires"))


def test_who_stops_in_the_middle_of_a_fiche_finds_all_answers_again(port, feuille):
    avant = next(port.glob("fiches/*/laverie-des-voyageurs.yml")).read_bytes()
    arrete = coche(feuille, "laverie-des-voyageurs", nom="j", horaires=("f", "lundi: 8h-9h"))
    fait = tape(feuille, port, *arrete[:4])
    assert fait.exit_code != 0 and next(port.glob("fiches/*/laverie-des-voyageurs.yml")).read_bytes() == avant
    # Enter keeps each answer of last time.
    entrees = [""] * (len(questions(feuille, "laverie-des-voyageurs")) + 1)
    fait = tape(feuille, port, numero(feuille, "laverie-des-voyageurs"), *entrees, "2", "")
    assert fait.exit_code == 0, fait.output
    assert "8h" in str(valeur(port, "laverie-des-voyageurs", "horaires"))
    assert valeur(port, "laverie-des-voyageurs", "verification", "comment") == "telephone"


def test_a_new_folder_does_not_take_the_place_of_answers_that_are_in_no_fiche(port, feuille, tmp_path):
    tape(feuille, port, *coche(feuille, "laverie-des-voyageurs", nom="j")[:2])
    fait = CliRunner().invoke(main, ["comite", str(port), "--quartier", "gare", "--vers", str(tmp_path / "k.pdf")], env=MILIEU)
    assert fait.exit_code == 1 and "a des réponses qui ne sont encore dans aucune fiche" in fait.output
    assert json.loads(feuille.read_text())["reponses"] == {"laverie-des-voyageurs": {"nom": "juste"}}


def test_a_fiche_that_left_the_directory_is_told(port, feuille):
    numero_ = numero(feuille, "laverie-des-voyageurs")
    next(port.glob("fiches/*/laverie-des-voyageurs.yml")).unlink()
    assert "n'est plus dans l'annuaire" in tape(feuille, port, numero_, "").output


@pytest.mark.parametrize("texte", [
    "", "[]", '{"fiches": 3}', "{" * 3000, '{"quartier": "\\ud800", "fiches": [], "reponses": {}, "faites": []}'])
def test_what_is_no_sheet_is_refused(port, tmp_path, texte):
    (tmp_path / "x.json").write_text(texte)
    fait = tape(tmp_path / "x.json", port)
    assert fait.exit_code == 1 and "n'est pas la feuille d'une réunion" in fait.output


def test_without_a_sheet_it_says_which_command_makes_one(port, tmp_path):
    fait = tape(tmp_path / "rien.json", port)
    assert fait.exit_code == 1 and "faites d'abord le dossier" in fait.output


def test_a_withheld_address_is_not_asked_and_what_would_give_it_is_refused(port, tmp_path):
    CliRunner().invoke(main, ["comite", str(port), "--quartier", "partout", "--vers", str(tmp_path / "p.pdf")], env=MILIEU)
    feuille = tmp_path / "p.json"
    assert "adresse" not in questions(feuille, "refuge-horizon") and "confidentialite" not in questions(feuille, "refuge-horizon")
    avant = next(port.glob("fiches/*/refuge-horizon.yml")).read_text()
    fait = tape(feuille, port, *coche(feuille, "refuge-horizon", nom=("f", "adresse.voie=7 rue des Tilleuls", "")), "", "")
    assert "7 rue des Tilleuls" not in next(port.glob("fiches/*/refuge-horizon.yml")).read_text() + feuille.read_text()
    assert fait.exit_code == 0 and avant != next(port.glob("fiches/*/refuge-horizon.yml")).read_text()


def devant_un_terminal() -> None:
    """The program is what this terminal interrupts, also where the suite runs behind a shell that ignores interruptions."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_in_a_real_terminal_ctrl_c_keeps_what_was_typed(port, feuille):
    """A pseudo-terminal: the prompts are there, Ctrl+C leaves without a traceback, and the answer stays."""
    maitre, esclave = pty.openpty()
    lance = subprocess.Popen(
        [sys.executable, "-m", "quifaitquoi", "from-sheet", str(feuille), "--par", "equipe-gare", "--dans", str(port)],
        stdin=esclave, stdout=esclave, stderr=esclave, env={**os.environ, **MILIEU}, start_new_session=True,
        preexec_fn=devant_un_terminal)
    os.close(esclave)

    def lit(jusqu_a: str) -> str:
        vu = ""
        while jusqu_a not in vu:
            vu += os.read(maitre, 4096).decode("utf-8", "replace")
        return vu

    lit("c'est fini]")
    os.write(maitre, f"{numero(feuille, 'laverie-des-voyageurs')}\n".encode())
    lit("on ne sait pas]")
    os.write(maitre, b"j\n")
    lit("on ne sait pas]")
    # A terminal that is just being set for the next answer forgets what was typed: whoever wants to leave presses again.
    while lance.poll() is None:
        os.write(maitre, b"\x03")
        with suppress(subprocess.TimeoutExpired):
            lance.wait(2)
    assert lance.returncode != 0
    os.close(maitre)
    assert json.loads(feuille.read_text())["reponses"] == {"laverie-des-voyageurs": {"nom": "juste"}}


def test_a_meeting_that_corrects_the_same_field_twice_is_one_source():
    deja = lire_yaml("nom: La Chaloupe\nsources:\n  - titre: Réunion de relecture\n    date: 2026-11-20\n    pour: [horaires]\n")
    dit = {"horaires": "horaires=mardi: 9h-12h"}
    assert appel(dit, [], deja, "", "equipe-port", date(2026, 11, 20)).changes == ["horaires=mardi: 9h-12h"]
    assert len(appel(dit, [], deja, "", "equipe-port", date(2026, 11, 21)).changes) == 2
