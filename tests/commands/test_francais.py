"""What was typed wrong is said in French, with what to type instead; so is the help."""

import pytest
from click.testing import CliRunner

from quifaitquoi.commands import COMMANDES, main


def lance(*arguments):
    return CliRunner().invoke(main, arguments, prog_name="quifaitquoi")


@pytest.mark.parametrize("arguments, dit", [
    (["chek"], "Erreur : la commande « chek » n'existe pas. Vouliez-vous dire « check » ?"),
    (["zzz"], "Erreur : la commande « zzz » n'existe pas."),
    (["check", "--forma", "x"], "Erreur : l'option « --forma » n'existe pas. Vouliez-vous dire « --format » ?"),
    (["check", "-z"], "Erreur : l'option « -z » n'existe pas."),
    (["check", "--format", "xx"], "Erreur : --format : « xx » n'est pas possible. Au choix : texte, json, github"),
    (["serve", "--port", "abc"], "Erreur : --port : « abc » n'est pas possible. Il faut un nombre de 1 à 65535"),
    (["serve", "--port", "70000"], "Erreur : --port : cette valeur n'est pas possible. Il faut un nombre de 1 à 65535"),
    (["init"], "Erreur : il manque DOSSIER"),
    (["stale", "a", "b", "c"], "Erreur : « b c » est de trop"),
    (["stale", "--par"], "Erreur : il manque une valeur après « --par »"),
])
def test_each_mistake_gets_a_sentence(arguments, dit):
    fait = lance(*arguments)
    assert fait.exit_code == 2
    assert fait.output.splitlines()[-1] == dit
    assert "Error" not in fait.output and "Try" not in fait.output


def test_a_mistake_shows_where_to_read_more():
    assert "Usage : quifaitquoi init [OPTIONS] DOSSIER\nToutes les options : quifaitquoi init --help\n" in lance("init").output


def test_a_refusal_of_the_program_itself_is_said_alone():
    fait = lance("check", "/nulle-part")
    assert fait.exit_code == 1
    assert fait.output.startswith("Erreur : « /nulle-part » n'existe pas ici.")


@pytest.mark.parametrize("nom", sorted(COMMANDES))
def test_the_help_of_each_command_is_in_french(nom):
    aide = lance(nom, "--help")
    assert aide.exit_code == 0 and aide.output.startswith(f"Usage : quifaitquoi {nom} ")
    for anglais in ("Show", "Options:", "default", "Error", "required"):
        assert anglais not in aide.output


def test_without_a_command_the_commands_are_listed():
    aide = lance()
    assert "Commandes :" in aide.output and "Montrer cette aide." in aide.output and "Dire la version" in aide.output
    assert "Erreur" not in aide.output


def test_a_terminal_escape_in_a_wrong_option_is_not_repeated():
    assert "\x1b" not in lance("check", "--\x1b[31m").output
