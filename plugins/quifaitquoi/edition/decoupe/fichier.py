"""A file to be edited: read as it is, written whole or not at all, and only where it is an ordinary file."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from quifaitquoi.annuaire.read.faute import Illisible
from quifaitquoi.annuaire.read.source import MARQUE, lire_texte
from quifaitquoi.base import fichier as base
from quifaitquoi.base.refus import Refus
from quifaitquoi.edition.decoupe.edition import EditionImpossible

CONFLIT = re.compile(r"^(?:<{7}(?: |$)|={7}$|>{7}(?: |$)|\|{7}(?: |$))", re.M)


@dataclass(frozen=True)
class Fichier:
    """`octets` are what was read, None where there was no file; `texte` is what they say, without the mark that Windows
    puts first."""

    chemin: Path
    octets: bytes | None
    texte: str


def ouvrir(chemin: Path, racine: Path) -> Fichier:
    """Raises EditionImpossible where nothing may be written, with a sentence."""
    if lien := base.premier_lien(chemin, racine):
        raise EditionImpossible(f"« {lien} » est un lien : modifiez le vrai fichier")
    try:
        texte = lire_texte(chemin)
        octets = chemin.read_bytes()
    except Illisible as error:
        raise EditionImpossible(f"{chemin}:{error.faute.ligne}:{error.faute.colonne}: {error.faute.phrase}") from None
    except OSError:
        raise EditionImpossible(f"« {chemin} » ne peut pas être lu : droits insuffisants ?") from None
    if conflit := CONFLIT.search(texte):
        ligne = texte.count("\n", 0, conflit.start()) + 1
        raise EditionImpossible(f"{chemin}:{ligne}: ce fichier contient un conflit de fusion : gardez la bonne version, "
                                "effacez les lignes « <<<<<<< », « ======= » et « >>>>>>> », puis recommencez")
    return Fichier(chemin, octets, texte)


def ouvrir_ou_neuf(chemin: Path, racine: Path) -> Fichier:
    """As `ouvrir`; a file that is not there yet reads as empty, and is made when it is written."""
    return ouvrir(chemin, racine) if os.path.lexists(chemin) else Fichier(chemin, None, "")


def ecrire(fichier: Fichier, texte: str) -> None:
    """Put `texte` in the place of what was read, in one step. Refuses if somebody else wrote the file meanwhile."""
    marque = MARQUE if fichier.octets is not None and fichier.octets.startswith(MARQUE) else b""
    try:
        base.ecrire(fichier.chemin, marque + texte.encode(), encore=lambda: _octets(fichier.chemin) == fichier.octets)
    except Refus as refus:
        raise EditionImpossible(str(refus)) from None


def _octets(chemin: Path) -> bytes | None:
    return chemin.read_bytes() if os.path.lexists(chemin) else None
