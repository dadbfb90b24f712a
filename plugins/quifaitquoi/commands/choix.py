"""What was asked for on the command line: which territory, which files, which languages."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import visible


def racine_de(chemin: Path) -> Path:
    """The territory that `chemin` belongs to: the nearest folder above it that holds an annuaire.yml; that of a repository, too."""
    if not os.path.exists(chemin):
        raise Refus(f"« {visible(str(chemin))} » n'existe pas ici. Donnez le dossier d'un annuaire, celui qui "
                    "contient annuaire.yml")
    absolu = chemin.absolute()
    for dossier in (absolu, *absolu.parents):
        if (dossier / "annuaire.yml").is_file():
            return Path(os.path.relpath(dossier))
    if (chemin / "directory/annuaire.yml").is_file():
        return chemin / "directory"
    # A territory that lost its annuaire.yml is checked, and told so; any other folder is left unread, however large it is.
    if any((chemin / nom).exists() for nom in ("fiches", "organismes", "quartiers", "vocabulaire")):
        return chemin
    raise Refus(f"« {visible(str(chemin))} » n'est dans aucun annuaire : ni lui, ni un dossier au-dessus, ne contient annuaire.yml")


def demande(chemins: Iterable[Path]) -> Callable[[str | Path], bool]:
    """Whether a file is one of `chemins`, or in one of these folders."""
    demandes = [Path(os.path.abspath(chemin)) for chemin in chemins]
    return lambda fichier: any(Path(os.path.abspath(fichier)).is_relative_to(ici) for ici in demandes)


def langues_connues(codes: Iterable[str]) -> None:
    """Stops at a code that names no language."""
    from quifaitquoi.langues import est_connue, pourquoi_pas
    for code in codes:
        if not est_connue(code):
            raise Refus(f"« {visible(code)} » {pourquoi_pas(code)}. Exemples : fr, ar, en, ro, uk")
