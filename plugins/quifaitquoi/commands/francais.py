"""The command line in French: click speaks English of what was typed wrong, and in the help of each command."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import NoReturn

import click
from click.exceptions import NoArgsIsHelpError

from quifaitquoi.base.fichier import DISQUE_PLEIN, PLEIN
from quifaitquoi.base.proches import proche, vouliez_vous_dire
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import visible

AIDE = {"Show this message and exit.": "Montrer cette aide.", "Show the version and exit.": "Dire la version du programme.",
        "Commands": "Commandes"}


class Aide(click.HelpFormatter):
    """The help of a command, with the few words that click adds to ours."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, "Usage : ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(f"{AIDE.get(heading, heading)} ")

    def write_dl(self, rows: Sequence[tuple[str, str]], *arguments: int, **options: int) -> None:
        super().write_dl([(terme, re.sub(r"\[default: ", "[défaut : ", AIDE.get(dit, dit))) for terme, dit in rows],
                         *arguments, **options)


class Contexte(click.Context):
    formatter_class = Aide


class Groupe(click.Group):
    """A group of commands that says in French what went wrong."""

    context_class = Contexte

    @staticmethod
    def en_francais(commande: click.Command) -> click.Command:
        commande.context_class = Contexte
        return commande

    def main(self, *arguments: object, **options: object) -> NoReturn:
        try:
            rendu = super().main(*arguments, **{**options, "standalone_mode": False})
        except NoArgsIsHelpError as error:
            click.echo(error.ctx.get_help())
            sys.exit(error.exit_code)
        except click.ClickException as error:
            if isinstance(error, click.UsageError) and error.ctx:
                click.echo(f"{error.ctx.get_usage()}\nToutes les options : {error.ctx.command_path} --help\n", err=True)
            click.echo(f"Erreur : {phrase(error)}", err=True)
            sys.exit(error.exit_code)
        except Refus as refus:
            click.echo(f"Erreur : {refus}", err=True)
            sys.exit(1)
        except BrokenPipeError:  # nobody reads any more: a pager was closed
            sys.exit(1)
        except OSError as error:
            if error.errno not in PLEIN:
                raise
            # Of a file the writer says more; what is left are temporary folders, and an output sent to a file.
            click.echo(f"Erreur : {DISQUE_PLEIN}", err=True)
            sys.exit(1)
        except click.Abort:
            click.echo("Interrompu.", err=True)
            sys.exit(1)
        sys.exit(rendu if isinstance(rendu, int) else 0)


def phrase(error: click.ClickException) -> str:
    """What went wrong, in one French sentence."""
    match error:
        case click.NoSuchOption():
            voulue = vouliez_vous_dire(proche(error.option_name, error.possibilities or ()))
            return f"l'option {_cite(error.option_name)} n'existe pas.{voulue}"
        case click.NoSuchCommand():
            connues = error.ctx.command.list_commands(error.ctx)
            return f"la commande {_cite(error.command_name)} n'existe pas.{vouliez_vous_dire(proche(error.command_name, connues))}"
        case click.MissingParameter():
            return f"il manque {_nom(error)}"
        case click.BadParameter():
            return f"{_nom(error)} : {_valeur(error)}"
        case click.BadOptionUsage():
            return f"il manque une valeur après « {error.option_name} »"
        case click.UsageError():
            trop = re.search(r"unexpected extra arguments? \((.*)\)", error.message)
            return f"{_cite(trop[1])} est de trop" if trop else error.message
    return error.format_message()


def _cite(lu: str) -> str:
    return f"« {visible(lu)} »"


def _nom(error: click.BadParameter) -> str:
    return " ".join(str(error.param.get_error_hint(error.ctx)).replace("'", "").split()) if error.param else "une valeur"


def _valeur(error: click.BadParameter) -> str:
    """What was typed, where click repeats it, and what may be."""
    tape = re.search(r"'(.*?)'", error.message)
    lu = f"{_cite(tape[1])} n'est pas possible" if tape else "cette valeur n'est pas possible"
    match error.param.type if error.param else None:
        case click.Choice() as choix:
            return f"{lu}. Au choix : {', '.join(map(str, choix.choices))}"
        case click.IntRange() as entier:
            return f"{lu}. Il faut un nombre de {entier.min} à {entier.max}"
    return lu
