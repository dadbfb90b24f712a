"""What a file must say once it was edited, worked out apart from the edit: if the two differ, nothing is kept."""

from __future__ import annotations

import copy
from collections import Counter

from quifaitquoi.annuaire.read.faute import Chemin, Illisible
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.edition.decoupe.ecriture import Valeur
from quifaitquoi.edition.decoupe.trame import Trame


def valeur_a(arbre: Valeur, chemin: Chemin) -> Valeur | None:
    """What stands at `chemin`, None if nothing does. Unlike an index, it never takes a letter out of a text."""
    for nom in chemin:
        if (isinstance(arbre, dict) and nom in arbre
                or isinstance(arbre, list) and isinstance(nom, int) and 0 <= nom < len(arbre)):
            arbre = arbre[nom]
        else:
            return None
    return arbre


def avec(arbre: Valeur, chemin: Chemin, valeur: Valeur) -> Valeur:
    """A copy of `arbre` with `valeur` at `chemin`; blocks and lists that are missing on the way are made."""
    if not chemin:
        return copy.deepcopy(valeur)
    nom, reste = chemin[0], chemin[1:]
    if isinstance(nom, int):
        liste = list(arbre) if isinstance(arbre, list) else []
        return liste[:nom] + [avec(liste[nom] if nom < len(liste) else "", reste, valeur)] + liste[nom + 1:]
    bloc = dict(arbre) if isinstance(arbre, dict) else {}
    return {**bloc, nom: avec(bloc.get(nom, ""), reste, valeur)}


def sans(arbre: Valeur, chemin: Chemin) -> Valeur:
    """A copy of `arbre` without what stands at `chemin`, nor the blocks that would be left empty by that."""
    nom, reste = chemin[0], chemin[1:]
    if reste and (dedans := sans(arbre[nom], reste)):
        return avec(arbre, (nom,), dedans)
    if isinstance(arbre, list):
        return arbre[:nom] + arbre[nom + 1:]
    return {n: v for n, v in arbre.items() if n != nom}


def tient(avant: str, apres: str, attendu: Valeur) -> bool:
    """Whether `apres` says exactly `attendu`, with every comment of `avant` and its keys in the order they had."""
    try:
        document = lire_yaml(apres)
    except Illisible:
        return False
    if document.fautes or document.valeur != attendu or not _meme_ordre(lire_yaml(avant).valeur, document.valeur):
        return False
    return not commentaires(avant) - commentaires(apres)


def commentaires(texte: str) -> Counter[str]:
    trame = Trame(texte)
    return Counter(texte[debut:fin].rstrip() for debut, fin in trame.commentaires)


def _meme_ordre(avant: Valeur, apres: Valeur) -> bool:
    if isinstance(avant, dict) and isinstance(apres, dict):
        restees = [nom for nom in avant if nom in apres]
        return restees == [nom for nom in apres if nom in avant] and all(_meme_ordre(avant[n], apres[n]) for n in restees)
    # Items of a list move up when one goes: only lists of the same length can be compared one by one.
    if isinstance(avant, list) and isinstance(apres, list) and len(avant) == len(apres):
        return all(map(_meme_ordre, avant, apres))
    return True
