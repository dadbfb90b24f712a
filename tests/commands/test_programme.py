"""The program as the shell starts it: its exit codes, and no traceback even when nobody reads to the end."""

import subprocess
import sys
from pathlib import Path

import pytest

from quifaitquoi.commands import COMMANDES, main

QUIFAITQUOI = [sys.executable, "-m", "quifaitquoi"]
TESTS = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def fautif(tmp_path_factory):
    """A territory with more errors than a pipe holds."""
    dossier = tmp_path_factory.mktemp("fautif")
    (dossier / "fiches" / "centre").mkdir(parents=True)
    for n in range(400):
        (dossier / "fiches" / "centre" / f"lieu-{n}.yml").write_text("nom: Essai\n")
    return dossier


@pytest.mark.parametrize(("mots", "code"), [(["check", "data/territoire"], 0), (["check", "data/invalid"], 1),
                                            (["inconnue"], 2), (["--help"], 0)])
def test_the_exit_code_says_how_it_went(mots, code):
    fini = subprocess.run([*QUIFAITQUOI, *mots], cwd=TESTS, capture_output=True, text=True)
    assert fini.returncode == code
    assert "Traceback" not in fini.stderr
    assert fini.stdout or fini.stderr


def test_everything_written_has_left_when_it_ends(fautif):
    sortie = subprocess.run([*QUIFAITQUOI, "check", fautif], cwd=TESTS, capture_output=True, text=True).stdout
    assert sortie.endswith("\n")
    assert "fichiers lus" in sortie.splitlines()[-1]


def test_a_reader_who_leaves_early_gets_no_traceback(fautif):
    processus = subprocess.Popen([*QUIFAITQUOI, "check", fautif], cwd=TESTS, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    processus.stdout.close()
    _, erreurs = processus.communicate()
    assert b"Traceback" not in erreurs


@pytest.mark.parametrize(("vers", "code"), [(">&-", 0), (">&- 2>&-", 0), pytest.param("> /dev/full", 1, marks=pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="no device that is always full"))])
@pytest.mark.parametrize("commande", ["check", "stale"])  # « stale » asks how wide the screen is
def test_an_output_that_is_closed_or_full_gets_no_traceback(vers, code, commande):
    fini = subprocess.run(["sh", "-c", f'"$@" {vers}', "sh", *QUIFAITQUOI, commande, "data/territoire"], cwd=TESTS,
                          capture_output=True, text=True)
    assert fini.returncode == code
    assert fini.stderr == ("Erreur : il n'y a plus de place sur le disque\n" if code else "")


LOURDS = {"folium", "numpy", "mkdocs", "material", "jinja2", "icalendar", "osmium", "geopy", "requests", "xlsxwriter"}
CHARGES = """
import sys
from quifaitquoi.commands import main
try:
    main(sys.argv[1:])
finally:
    print(*{nom.partition(".")[0] for nom in sys.modules}, file=sys.stderr)
"""


def charges(*mots):
    """The packages that a command has loaded when it ends."""
    return {*subprocess.run([sys.executable, "-c", CHARGES, *mots], cwd=TESTS, capture_output=True, text=True).stderr.split()}


def test_the_help_needs_nothing_but_the_command_line():
    assert charges("--help") - sys.stdlib_module_names <= {"__main__", "_distutils_hack", "click", "quifaitquoi"}


def test_a_check_loads_no_site_and_no_paper():
    assert not charges("check", "port-exemple") & LOURDS


def test_the_help_says_of_each_command_what_its_own_help_begins_with():
    lignes = subprocess.run([*QUIFAITQUOI, "--help"], cwd=TESTS, capture_output=True, text=True).stdout.splitlines()
    for nom in COMMANDES:
        dite = next(ligne.split(None, 1)[1] for ligne in lignes if ligne.split()[:1] == [nom])
        entiere = main.get_command(None, nom).help
        assert entiere.replace("\n", " ").startswith(dite.removesuffix("..."))
