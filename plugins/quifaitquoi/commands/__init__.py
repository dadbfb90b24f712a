"""The command line: one module a command. Words for volunteers in French; never a traceback for what they wrote."""

from __future__ import annotations

import ast
import atexit
import gc
import os
import sys
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import NoReturn

import click

from quifaitquoi.commands.francais import Groupe

# Command → module of this package that holds it. Each is loaded when it is called: a check must not wait for a PDF.
COMMANDES = {
    "build": "build", "call-sheet": "call_sheet", "check": "check", "cle": "cle", "comite": "comite", "comparer": "comparer",
    "fond": "fond", "format": "format",
    "from-issue": "from_issue", "from-sheet": "from_sheet", "geocode": "geocode", "import": "import_", "init": "init",
    "join": "build", "leaflet": "leaflet", "links": "links", "mettre-a-jour": "mettre_a_jour", "new": "new",
    "preparer": "preparer", "publier": "publier", "remind": "remind", "reperes": "reperes", "report": "report",
    "review": "review", "schema": "schema", "serve": "build",
    "stale": "stale", "tick-sheet": "tick_sheet", "translate": "translate", "vacances": "vacances", "verify": "verify",
}


class _AlaDemande(Groupe):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDES)

    def get_command(self, ctx: click.Context, nom: str) -> click.Command | None:
        if nom not in COMMANDES:
            return None
        # All that is loaded here stays to the end: looking for cycles among it would cost a twentieth of a check.
        gc.disable()
        module = import_module(f"quifaitquoi.commands.{COMMANDES[nom]}")
        gc.enable()
        return self.en_francais(getattr(module, _fonction(nom)))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """As click writes them, from what each module says of its command: nothing of it is loaded."""
        noms = self.list_commands(ctx)
        place = formatter.width - 6 - max(map(len, noms))
        with formatter.section("Commands"):
            formatter.write_dl([(nom, click.Command(nom, help=_aide(nom)).get_short_help_str(place)) for nom in noms])


def _aide(nom: str) -> str | None:
    """The docstring of a command, read in the text of its module."""
    texte = Path(__file__).with_name(f"{COMMANDES[nom]}.py").read_text("utf-8")
    return next(ast.get_docstring(noeud) for noeud in ast.parse(texte).body
                if isinstance(noeud, ast.FunctionDef) and noeud.name == _fonction(nom))


def _fonction(nom: str) -> str:
    """The name of the function of a command, which may be a word of Python's own."""
    return f"{nom}_" if iskeyword(nom) else nom.replace("-", "_")


@click.group(cls=_AlaDemande, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="quifaitquoi")
def main() -> None:
    """Qui fait quoi, quand, où et comment : vérifier un annuaire local et en faire un site."""


def programme() -> NoReturn:
    """What the shell starts: `main`, then the end at once. Taking apart all that was read would cost a tenth of a check."""
    try:
        main(prog_name="quifaitquoi")
    except SystemExit as fin:
        atexit._run_exitfuncs()
        try:
            # A shell may start the program with its outputs closed: then there are none.
            for sortie in filter(None, (sys.stdout, sys.stderr)):
                sortie.flush()
        except OSError:  # nobody reads any more: a pager was closed, or the disk that the output went to is full
            os._exit(1)
        os._exit(fin.code if isinstance(fin.code, int) else int(fin.code is not None))
    raise AssertionError("click always ends by SystemExit")
