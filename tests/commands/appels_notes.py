"""What the tests of `quifaitquoi verify` share: a call, and the fiche that it is about."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from quifaitquoi.commands import main

APPEL = ("--comment", "telephone", "--par", "equipe-gare")


def lance(*arguments):
    return CliRunner().invoke(main, ["verify", *map(str, arguments)], env={"SOURCE_DATE_EPOCH": "1795132800"})


def fichier(port: Path, slug: str) -> Path:
    return next(port.glob(f"fiches/*/{slug}.yml"))
