"""The fixtures of tests/data/: one file per fault, checked at its place in a small territory.

`<kind>/<name>.yml` goes where its kind belongs; a folder `<kind>/<name>/` beside it brings companions, laid over
the territory. `<name>.attendu` holds the exact problems, one a line: `ligne:colonne: niveau: champ: phrase` for
the fixture itself, with the path in front for any other file. `python -m tests.check.fixtures` writes them
again; read each change as a volunteer would before keeping it.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.check.problem import Probleme
from quifaitquoi.annuaire.model.genres import GENRES

DATA = Path(__file__).parent.parent / "data"
TERRITOIRE = DATA / "territoire"
AUJOURDHUI = date(2026, 11, 20)
NIVEAUX = ("valid", "warning", "invalid")
LIEUX = {genre.nom: f"{genre.dossier}/{{}}.yml" if genre.dossier else genre.ou for genre in GENRES.values()}
LIEUX["fiche"] = "fiches/centre/{}.yml"


@dataclass(frozen=True)
class Fixture:
    """`source` has no file where the fault is in the tree itself (kind `territoire`): then only companions."""

    source: Path

    @property
    def nom(self) -> str:
        return self.source.relative_to(DATA).with_suffix("").as_posix()

    @property
    def niveau(self) -> str:
        return self.nom.split("/")[0]

    @property
    def attendu(self) -> Path:
        return self.source.with_suffix(".attendu")

    @property
    def compagnons(self) -> Path:
        return self.source.with_suffix("")

    @property
    def lieu(self) -> str:
        """Where it goes in the territory."""
        genre = self.source.parent.name
        # What a fixture is called may name ways to a door, which the file of a withheld place may not.
        nom = "refuge" if self.source.stem.startswith("confidentialite-") else self.source.stem
        return "" if genre == "territoire" else LIEUX.get(genre, f"vocabulaire/{genre}.yml").format(nom)

    def problemes(self) -> tuple[Probleme, ...]:
        return _problemes(self)

    def lignes(self) -> list[str]:
        """The problems as the expectation writes them."""
        return [str(p).removeprefix(f"{self.lieu}:") for p in self.problemes()]


@lru_cache(maxsize=None)
def _problemes(fixture: Fixture) -> tuple[Probleme, ...]:
    with tempfile.TemporaryDirectory() as dossier:
        racine = Path(dossier)
        shutil.copytree(TERRITOIRE, racine, dirs_exist_ok=True)
        if fixture.compagnons.is_dir():
            shutil.copytree(fixture.compagnons, racine, dirs_exist_ok=True)
        if fixture.lieu:
            (racine / fixture.lieu).parent.mkdir(exist_ok=True)
            shutil.copyfile(fixture.source, racine / fixture.lieu)
        return verifier(racine, AUJOURDHUI, racine).problemes


def fixtures() -> list[Fixture]:
    """Every fixture, with or without its expectation."""
    sources = {p for niveau in NIVEAUX for p in (DATA / niveau).glob("*/*.yml")}
    sources |= {p.with_suffix(".yml") for niveau in NIVEAUX for p in (DATA / niveau / "territoire").glob("*/")}
    return [Fixture(source) for source in sorted(sources)]


if __name__ == "__main__":
    for f in fixtures():
        texte = "".join(f"{ligne}\n" for ligne in f.lignes())
        if not f.attendu.exists() or f.attendu.read_text(encoding="utf-8") != texte:
            f.attendu.write_text(texte, encoding="utf-8")
            sys.stdout.write(f"{f.nom}\n{texte}")
