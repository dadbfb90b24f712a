"""A file put in its place, unless the check finds an error that was not there before: then all is as it was."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from quifaitquoi.annuaire.check import Rapport, verifier
from quifaitquoi.annuaire.check.problem import Probleme
from quifaitquoi.edition.formulaires.proposition import Proposition
from quifaitquoi.edition.reponses.comprendre import Incompris


def poser(proposition: Proposition, racine: Path, avant: Rapport, aujourdhui: date) -> tuple[Probleme, ...]:
    """Writes the file; gives the new errors, for which nothing was written, or else its warnings."""
    fichier = racine / proposition.chemin
    for dossier in (fichier, *fichier.parents):
        if dossier.is_symlink() and dossier.is_relative_to(racine):
            raise Incompris(f"« {proposition.chemin} » passe par un lien : rien n'a été écrit")
    ancien = fichier.read_bytes() if fichier.exists() else None
    nouveaux_dossiers = [dossier for dossier in fichier.parents if dossier.is_relative_to(racine) and not dossier.exists()]
    fichier.parent.mkdir(parents=True, exist_ok=True)
    fichier.write_bytes(proposition.texte.encode())
    apres = verifier(racine, aujourdhui)
    deja = {(p.fichier, p.champ, p.phrase) for p in avant.erreurs}
    erreurs = tuple(p for p in apres.erreurs if (p.fichier, p.champ, p.phrase) not in deja)
    if not erreurs:
        ici = os.path.relpath(fichier, Path.cwd())
        return tuple(p for p in apres.problemes if p.fichier == ici)
    if ancien is None:
        fichier.unlink()
        for dossier in nouveaux_dossiers:
            dossier.rmdir()
    else:
        fichier.write_bytes(ancien)
    return erreurs
