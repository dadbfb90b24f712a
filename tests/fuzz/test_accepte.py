"""What the check accepts, every command can work with: the site, its leaflets, its exports, the sheet for the phone."""

from __future__ import annotations

import difflib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from click.testing import CliRunner
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.fuzz.accidents import accident

from quifaitquoi.annuaire.check import LuesAvant, verifier
from quifaitquoi.commands import main
from quifaitquoi.commands.build import DEPLIANTS_A_REVOIR

# One leaflet of each kind: what one neighbourhood's cannot say, another's cannot either.
DEPLIANTS = "depliants:\n" + "".join(
    f"  - {{quartiers: gare, formats: {forme}, langues: fr}}\n"
    for forme in ("depliant", "livret", "affiche", "grands-caracteres")
)
# An export is one more line here.
COMMANDES = (
    ("build", ".", "--vers", "../site"),
    ("call-sheet", ".", "--tout", "--vers", "../appel.pdf", "--tableur", "../appel.xlsx"),
    ("report", "."),
    ("report", ".", "--format", "json"),
    ("stale", "."),
    ("translate", ".", "--langue", "en", "--toutes-les-fiches"),
    ("format", "."),
)
MILIEU = {"SOURCE_DATE_EPOCH": "1795132800"}


class Changement(NamedTuple):
    """One file of a territory before and after an accident."""

    fichier: Path
    avant: bytes
    apres: bytes

    def __str__(self) -> str:
        avant, apres = (octets.decode("utf-8", "replace").splitlines() for octets in (self.avant, self.apres))
        return "\n".join(difflib.unified_diff(avant, apres, str(self.fichier), str(self.fichier), n=1, lineterm=""))


class Essai:
    """A territory of one's own to which accidents happen one after the other; those that the check accepts stay."""

    def __init__(self, modele: Path, dossier: Path, aujourdhui):
        self.racine = Path(shutil.copytree(modele, dossier / "territoire"))
        annuaire = self.racine / "annuaire.yml"
        annuaire.write_text(
            re.sub(r"(?m)^depliants:\n(?:  .*\n?)*", DEPLIANTS, annuaire.read_text("utf-8")), encoding="utf-8"
        )
        self.dossier, self.aujourdhui, self.lues = dossier, aujourdhui, LuesAvant()
        fichiers = sorted(f for f in self.racine.rglob("*") if f.suffix in (".yml", ".po", ".md"))
        # Most of what can go wrong is said in fiches and in annuaire.yml.
        self.fichiers = fichiers + 3 * [f for f in fichiers if f == annuaire or "fiches" in f.parts]

    def acceptes(self, hasard: Random, combien: int) -> Iterator[Changement]:
        for _ in range(combien):
            fichier = hasard.choice(self.fichiers)
            avant = fichier.read_bytes()
            apres = accident(hasard, avant)
            fichier.write_bytes(apres)
            rapport = verifier(self.racine, self.aujourdhui, self.racine, self.lues)
            # A warning may be left as it is, but for the one that announces that nothing will be printed.
            if rapport.directory is not None and not any(p.regle == "caractere-non-imprimable" for p in rapport.problemes):
                yield Changement(fichier.relative_to(self.racine), avant, apres)
            else:
                fichier.write_bytes(avant)

    def echec(self) -> str:
        """What a command could not do, "" where all is made."""
        shutil.rmtree(self.dossier / "travail", ignore_errors=True)
        copie = Path(shutil.copytree(self.racine, self.dossier / "travail" / "territoire"))
        with pytest.MonkeyPatch.context() as ici:
            ici.chdir(copie)
            for commande in COMMANDES:
                fait = CliRunner().invoke(main, commande, env=MILIEU)
                if fait.exception and not isinstance(fait.exception, SystemExit):
                    return f"{commande[0]}: {fait.exception!r}"
                # A leaflet that does not fit on its paper is told, and stops nothing.
                if fait.exit_code != 0 and not (fait.exit_code == DEPLIANTS_A_REVOIR and "ne tient pas" in fait.output):
                    return f"{commande[0]}: {fait.output}"
        return ""

    def remet(self, changements: list[Changement], jusque: int) -> None:
        """The territory as it was after so many of the changes."""
        for changement in reversed(changements):
            (self.racine / changement.fichier).write_bytes(changement.avant)
        for changement in changements[:jusque]:
            (self.racine / changement.fichier).write_bytes(changement.apres)


def plus_petit(essai: Essai, changements: list[Changement], echec: str) -> str:
    """The first of the changes after which something cannot be made, found by halves, and what cannot be made then."""
    bon, mauvais = 0, len(changements)
    while mauvais - bon > 1:
        milieu = (bon + mauvais) // 2
        essai.remet(changements, milieu)
        if alors := essai.echec():
            mauvais, echec = milieu, alors
        else:
            bon = milieu
    return f"{changements[bon]}\n{echec}"


TOUT = settings.get_current_profile_name() == "fuzz"


# `plus_petit` knows better than hypothesis what is worth trying after a failure.
@settings(max_examples=2 if TOUT else 1, phases=[Phase.generate])
@given(graine=st.integers(0, 2**32 - 1))
def test_what_the_check_accepts_every_command_can_work_with(tmp_path_factory, petit_port, port_exemple, aujourdhui, graine):
    essai = Essai(port_exemple if TOUT else petit_port, tmp_path_factory.mktemp("fuzz"), aujourdhui)
    changements = list(essai.acceptes(Random(graine), 400 if TOUT else 300))
    assert len(changements) > 20, "too few accidents are accepted for this to say anything"
    if echec := essai.echec():
        pytest.fail(plus_petit(essai, changements, echec))
    shutil.rmtree(essai.dossier)
