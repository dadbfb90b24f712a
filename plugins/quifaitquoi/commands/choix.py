"""What was asked for on the command line: which territory, which files, which languages."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import visible

DEBUTS = {".pdf": b"%PDF", ".zip": b"PK", ".xlsx": b"PK"}  # how files of each kind begin


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


def sortie(vers: Path, territoire: Path, fin: str = "") -> Path:
    """`vers`, where something is to be written: a folder, or a file whose name ends in `fin`. Raises Refus where that is among the
    files of the territory, which are facts, or would take the place of a file of another kind."""
    la, racine = Path(os.path.realpath(vers)), Path(os.path.realpath(racine_de(territoire)))
    if la.is_relative_to(racine) and not la.is_relative_to(racine / "build"):
        raise Refus(f"« {visible(str(vers), 300)} » est dans l'annuaire « {territoire} », dont chaque fichier est lu : écrivez à "
                    f"part. Exemple : build/{visible(vers.name)}")
    if fin and la.is_file() and not (la.suffix.lower() == fin and _commence(la, DEBUTS[fin])):
        raise Refus(f"« {visible(str(vers), 300)} » est déjà là, et n'est pas un {fin} : rien n'a été changé. Donnez un autre nom")
    return vers


def _commence(fichier: Path, debut: bytes) -> bool:
    """Whether a file begins so; an empty one is nobody's."""
    try:
        with fichier.open("rb") as flux:
            return flux.read(len(debut)) in (debut, b"")
    except OSError:
        return False


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
