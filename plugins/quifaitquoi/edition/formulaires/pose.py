"""A file put in its place, unless the check would find an error that was not there before: then nothing is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from quifaitquoi.annuaire.check import Rapport
from quifaitquoi.annuaire.check.problem import Probleme
from quifaitquoi.annuaire.check.tree import trouve
from quifaitquoi.base.fichier import ecrire, premier_lien
from quifaitquoi.edition.essai import essayer
from quifaitquoi.edition.formulaires.proposition import Proposition
from quifaitquoi.edition.reponses.comprendre import Incompris


def poser(proposition: Proposition, racine: Path, avant: Rapport, aujourdhui: date) -> tuple[Probleme, ...]:
    """Writes the file; gives the new errors, for which nothing was written, or else its warnings."""
    fichier = racine / proposition.chemin
    if premier_lien(fichier, racine):
        raise Incompris(f"« {proposition.chemin} » passe par un lien : rien n'a été écrit")
    ancien = _octets(fichier)
    apres, ici = essayer(proposition.texte, trouve(fichier, racine), racine, aujourdhui)
    deja = {(p.fichier, p.champ, p.phrase) for p in avant.erreurs}
    if erreurs := tuple(p for p in apres.erreurs if (p.fichier, p.champ, p.phrase) not in deja):
        return erreurs
    ecrire(fichier, proposition.texte, racine, encore=lambda: _octets(fichier) == ancien)
    return ici


def _octets(fichier: Path) -> bytes | None:
    return fichier.read_bytes() if fichier.exists() else None
