"""Whatever cannot be done is one French sentence and the exit code 1, whichever command was asked."""

import shutil

import pytest
from click.testing import CliRunner

from quifaitquoi.commands import main


def lance(*arguments, **milieu):
    return CliRunner().invoke(main, [str(argument) for argument in arguments], prog_name="quifaitquoi",
                              env={"SOURCE_DATE_EPOCH": "1795132800", **milieu})


@pytest.fixture(scope="module")
def fautif(tmp_path_factory, port_exemple):
    """A territory with one error."""
    copie = tmp_path_factory.mktemp("fautif") / "annuaire"
    shutil.copytree(port_exemple, copie)
    fiche = next(copie.glob("fiches/*/bains-du-port.yml"))
    fiche.write_text(fiche.read_text().replace("genre: lieu", "genre: leu"))
    return copie


@pytest.mark.parametrize("commande", [
    ("leaflet", "--tous"), ("fond",), ("translate",), ("stale",), ("call-sheet",), ("report",), ("new", "--dans")])
def test_a_directory_with_an_error_stops_every_command_that_needs_one_without(fautif, commande):
    fait = lance(*commande, fautif)
    assert fait.exit_code == 1
    assert "Erreur : L'annuaire a 1 erreur : corrigez d'abord, puis recommencez (« quifaitquoi check " in fait.output
    assert "« leu » n'est pas possible" in fait.output  # the error itself is told too


@pytest.mark.parametrize("commande", ["check", "stale"])
def test_a_day_that_is_none_is_a_sentence_too(port_exemple, commande):
    fait = lance(commande, port_exemple, SOURCE_DATE_EPOCH="demain")
    assert fait.exit_code == 1
    assert fait.output == "Erreur : SOURCE_DATE_EPOCH n'est pas un nombre de secondes : demain\n"


@pytest.mark.parametrize("code", ["klingon", "francais", "xx"])
@pytest.mark.parametrize("commande", ["leaflet", "translate"])
def test_a_language_that_nobody_knows_is_told_before_anything_is_read(commande, code):
    fait = lance(commande, "pas-la", "--langue", code)
    assert fait.exit_code == 1 and f"Erreur : « {code} » n'est pas un code de langue connu. Exemples : fr, ar" in fait.output
