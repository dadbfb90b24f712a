"""A file to be edited: read as it is, written whole or not at all, and only where it is an ordinary file."""

from __future__ import annotations

import os
import re
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from quifaitquoi.annuaire.read.faute import Illisible
from quifaitquoi.annuaire.read.source import MARQUE, lire_texte
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
    for dossier in (chemin, *chemin.parents):
        if dossier == racine or dossier == dossier.parent:
            break
        if dossier.is_symlink():
            # Writing would put a plain file in place of the link, or change a file somewhere else.
            raise EditionImpossible(f"« {dossier} » est un lien : modifiez le vrai fichier")
    try:
        texte = lire_texte(chemin, racine)
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
    neuf = fichier.octets is None
    marque = MARQUE if not neuf and fichier.octets.startswith(MARQUE) else b""
    essai = None
    try:
        with tempfile.NamedTemporaryFile(dir=fichier.chemin.parent, prefix=f".{fichier.chemin.name}.", delete=False) as flux:
            essai = Path(flux.name)
            flux.write(marque + texte.encode("utf-8"))
            flux.flush()
            os.fsync(flux.fileno())
        os.chmod(essai, 0o644 if neuf else stat.S_IMODE(fichier.chemin.stat().st_mode))
        ici = os.path.lexists(fichier.chemin)
        if ici if neuf else fichier.chemin.is_symlink() or fichier.chemin.read_bytes() != fichier.octets:
            raise EditionImpossible(f"« {fichier.chemin} » vient d'être changé ailleurs : recommencez")
        os.replace(essai, fichier.chemin)
        essai = None
    except OSError:
        raise EditionImpossible(f"« {fichier.chemin} » ne peut pas être écrit : vérifiez vos droits et la place "
                                "libre") from None
    finally:
        if essai is not None:
            essai.unlink(missing_ok=True)
