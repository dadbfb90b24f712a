"""What whatever is put in a folder must always be: answered in time, with a place, on one line that nothing breaks."""

from __future__ import annotations

import time
from pathlib import Path

from tests.check.fixtures import AUJOURDHUI

from quifaitquoi.annuaire.check import verifier

SECONDES = 60  # nobody waits longer, and a busy machine must not fail: what hangs is found all the same
FICHE = "nom: Essai\ngenre: lieu\nservices:\n  - quoi: douche\n"


def examine(racine: Path):
    debut = time.perf_counter()
    rapport = verifier(racine, AUJOURDHUI, racine)
    assert time.perf_counter() - debut < SECONDES
    for probleme in rapport.problemes:
        assert probleme.ligne >= 1 and probleme.colonne >= 1 and probleme.phrase
        assert len(str(probleme)) < 6000 and len(str(probleme).splitlines()) == 1 and str(probleme).isprintable()
        str(probleme).encode("utf-8")
    return rapport


def un_fichier(territoire: Path, contenu: bytes | str, nom: str = "fiches/centre/essai.yml"):
    (territoire / nom).write_bytes(contenu.encode() if isinstance(contenu, str) else contenu)
    return [p for p in examine(territoire).problemes if p.fichier == nom]


def une_erreur(territoire: Path, contenu: bytes | str, regle: str) -> str:
    problemes = un_fichier(territoire, contenu)
    assert [p.regle for p in problemes if p.niveau == "erreur"] == [regle]
    return f"{problemes[0].ligne}:{problemes[0].colonne}"
