"""`quifaitquoi stale`, as a coordinator types it."""

import json
import shutil

import pytest
from click.testing import CliRunner

from quifaitquoi.commands import main


def lance(*arguments, **environnement):
    return CliRunner().invoke(main, ["stale", *map(str, arguments)],
                              env={"SOURCE_DATE_EPOCH": "1795132800", "COLUMNS": "", **environnement})


def test_it_tells_how_much_is_due_then_what(port_exemple):
    fait = lance(port_exemple)
    assert fait.exit_code == 0
    assert fait.output.startswith("15 fiches à vérifier au 20\u00a0novembre\u00a02026 : 12 jamais vérifiées, 3 à revérifier.")
    assert fait.output.index("Jamais vérifiées (12)") < fait.output.index("À revérifier (3)")


def test_in_a_pipe_each_fiche_is_one_line(port_exemple):
    ligne = next(ligne for ligne in lance(port_exemple).output.splitlines() if ligne.startswith("mairie-annexe-des-hauts"))
    for dit in ("Mairie annexe des Hauts", "11\u00a0septembre\u00a02025", "02\u00a061\u00a091\u00a001\u00a060", "equipe-saline"):
        assert dit in ligne


def test_at_80_columns_no_line_is_longer(port_exemple):
    assert max(map(len, lance(port_exemple, COLUMNS="80").output.splitlines())) <= 80


def test_as_json_it_is_for_a_program(port_exemple):
    fiches = json.loads(lance(port_exemple, "--format", "json", "--par", "equipe-port").output)["fiches"]
    assert [f["responsables"] for f in fiches] == [[], [], ["equipe-port"]], "its own, and those that are everybody's"


def test_an_unknown_role_gets_the_nearest_one(port_exemple):
    fait = lance(port_exemple, "--par", "equipe-prot")
    assert fait.exit_code == 1
    assert (
        "« equipe-prot » n'est pas un rôle d'annuaire.yml. "
        "Vouliez-vous dire « equipe-port » (Équipe du Vieux-Port et des Dunes) ?"
    ) in fait.output


def test_a_role_like_no_other_gets_the_list(port_exemple):
    assert "Connus : coordination, equipe-port," in lance(port_exemple, "--par", "xyz").output


def test_a_directory_with_errors_says_them_instead(petit_port, tmp_path):
    shutil.copytree(petit_port, tmp_path / "pe")
    fiche = tmp_path / "pe" / "fiches" / "gare" / "la-roue-libre.yml"
    fiche.write_text(fiche.read_text().replace("genre: lieu", "genre: endroit"))
    fait = lance(tmp_path / "pe")
    assert fait.exit_code == 1
    assert "la-roue-libre.yml:4:8: erreur: genre: « endroit »" in fait.output
    assert "L'annuaire a 1 erreur : corrigez d'abord" in fait.output


@pytest.mark.parametrize("chemin", ["nulle-part", "/"])
def test_a_folder_that_is_no_directory_is_refused_in_words(chemin):
    fait = lance(chemin)
    assert fait.exit_code == 1 and "Traceback" not in fait.output


def test_it_recalls_that_the_dates_of_the_school_holidays_end(port_exemple, tmp_path):
    assert "Vacances scolaires : leurs dates ne sont connues que jusqu'au 5\u00a0février\u00a02027 ; à renouveler." in (
        lance(port_exemple).output)
    assert json.loads(lance(port_exemple, "--format", "json").output)["vacances_scolaires_a_renouveler"] is True
    renouvele = shutil.copytree(port_exemple, tmp_path / "ici")
    calendrier = (renouvele / "vacances.yml").read_text(encoding="utf-8").replace("jusqu_au: 2027-02-05", "jusqu_au: 2027-08-31")
    (renouvele / "vacances.yml").write_text(calendrier, encoding="utf-8")
    assert "Vacances scolaires" not in lance(renouvele).output


def test_it_recalls_that_the_dates_of_the_school_holidays_are_missing(port_exemple, tmp_path):
    sans = shutil.copytree(port_exemple, tmp_path / "ici")
    (sans / "vacances.yml").unlink()
    assert "des horaires en parlent, et l'annuaire n'a pas leurs dates" in lance(sans).output
