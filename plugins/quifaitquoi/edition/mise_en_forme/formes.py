"""The usual form of a value, by the field that it stands in."""

from __future__ import annotations

from quifaitquoi.annuaire.model.sortes import noms_des_champs
from quifaitquoi.annuaire.model.telephone import affiche, numero_possible
from quifaitquoi.annuaire.model.types import Sorte
from quifaitquoi.annuaire.read.faute import Chemin
from quifaitquoi.edition.decoupe.ecriture import Valeur
from quifaitquoi.horaires.ecriture import heures_ecrites, jours_ecrits, notation_ecrite

TELEPHONES = noms_des_champs(Sorte.TELEPHONE)
HEURES = "horaires"


def forme(chemin: Chemin, texte: str, pays: str) -> str:
    """`texte`, which stands at `chemin`, as it is usually written; what nobody can read stays as it is."""
    noms = [nom for nom in chemin if isinstance(nom, str)]
    if noms[-1:] == [HEURES]:
        return notation_ecrite(texte)
    if noms[-2:-1] == [HEURES]:
        return heures_ecrites(texte)
    if noms and noms[-1] in TELEPHONES and numero_possible(texte, pays):
        return affiche(texte, pays).replace("\u00a0", " ")
    return texte


def noms_ecrits(chemin: Chemin, noms: list[str]) -> dict[str, str]:
    """How each key of the block at `chemin` is usually written. Days are words of the volunteer, other keys are ours."""
    if not chemin or chemin[-1] != HEURES:
        return {nom: nom for nom in noms}
    ecrits = {nom: jours_ecrits(nom) for nom in noms}
    # Two lines about the same days are for the volunteer to make one of.
    return ecrits if len(set(ecrits.values())) == len(noms) else {nom: nom for nom in noms}


def dans_la_forme(arbre: Valeur, pays: str, chemin: Chemin = ()) -> Valeur:
    """A copy of `arbre`, the whole of a file, with each of its values in its usual form."""
    if isinstance(arbre, dict):
        noms = noms_ecrits(chemin, list(arbre))
        return {noms[nom]: dans_la_forme(valeur, pays, (*chemin, nom)) for nom, valeur in arbre.items()}
    if isinstance(arbre, list):
        return [dans_la_forme(valeur, pays, (*chemin, rang)) for rang, valeur in enumerate(arbre)]
    return forme(chemin, arbre, pays)
