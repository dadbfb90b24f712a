"""The way in: a text and what model describes it → the same facts and comments in their usual form, proved."""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from yaml.nodes import ScalarNode

from quifaitquoi.annuaire.check.fields import champs
from quifaitquoi.annuaire.model.types import Element
from quifaitquoi.annuaire.read.faute import Chemin, Illisible
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.edition.decoupe import EditionImpossible
from quifaitquoi.edition.decoupe.ecriture import A_ENTOURER, Valeur, cle, scalaire
from quifaitquoi.edition.decoupe.preuve import commentaires
from quifaitquoi.edition.decoupe.trame import Part, Trame
from quifaitquoi.edition.mise_en_forme.formes import dans_la_forme, forme, noms_ecrits
from quifaitquoi.edition.mise_en_forme.rangement import ranger

Remplacement = tuple[int, int, str]
RESOLUTION = yaml.resolver.Resolver()


def mettre_en_forme(texte: str, modele: type[Element], pays: str) -> str:
    """`texte` in its usual form. Raises Illisible if it is no YAML, EditionImpossible where it can't be proved the same."""
    document = lire_yaml(texte)
    if document.fautes:
        raise Illisible(document.fautes[0])
    ordres: dict[Chemin, list[str]] = {}

    def ordre(chemin: Chemin) -> list[str]:
        # Items of a list are all of a kind.
        sorte = tuple(0 if isinstance(nom, int) else nom for nom in chemin)
        if sorte not in ordres:
            ordres[sorte] = champs(modele, sorte)
        return ordres[sorte]

    essai = ranger(_recrit(texte, document.valeur, pays), ordre)
    if essai != texte and not _tient(texte, essai, dans_la_forme(document.valeur, pays)):
        raise EditionImpossible("ce fichier est écrit d'une façon inattendue : mettez-le en forme à la main")
    return essai


def _tient(avant: str, apres: str, attendu: Valeur) -> bool:
    try:
        document = lire_yaml(apres)
    except Illisible:
        return False
    return document.valeur == attendu and not document.fautes and commentaires(avant) == commentaires(apres)


def _recrit(texte: str, arbre: Valeur, pays: str) -> str:
    trame = Trame(texte)
    for debut, fin, neuf in sorted(_remplacements(trame.racine, arbre, (), texte, pays, False), reverse=True):
        texte = texte[:debut] + neuf + texte[fin:]
    return texte


def _remplacements(part: Part, valeur: Valeur, chemin: Chemin, texte: str, pays: str, flux: bool) -> Iterator[Remplacement]:
    """What is to be written otherwise in `part`, which says `valeur`."""
    if part.genre == "texte":
        if isinstance(valeur, str) and (neuf := _ecrit(texte[part.debut:part.fin], part, valeur, chemin, pays, flux)):
            yield part.debut, part.fin, neuf
        return
    flux = flux or bool(part.style)
    noms = noms_ecrits(chemin, list(valeur)) if isinstance(valeur, dict) else {}
    for nom, enfant in part.enfants.items():
        if enfant.cle:
            ecrit = texte[slice(*enfant.cle)]
            if (noms[nom] != nom or ecrit[:1] in "'\"") and "\n" not in ecrit and cle(noms[nom], flux) != ecrit:
                yield *enfant.cle, cle(noms[nom], flux)
        yield from _remplacements(enfant, valeur[nom], (*chemin, nom), texte, pays, flux)


def _ecrit(avant: str, part: Part, valeur: str, chemin: Chemin, pays: str, flux: bool) -> str | None:
    """How `valeur` is usually written, None where it stands like that already or its lines are somebody's layout."""
    if not avant or part.style in ("|", ">") or "\n" in avant or "\r" in avant:
        return None
    neuve = forme(chemin, valeur, pays)
    entoure = next((nom in A_ENTOURER for nom in reversed(chemin) if isinstance(nom, str)), False)
    if neuve == valeur and not part.style and not entoure:
        return None
    # Without its quotes, other programs would take « 2024 » for a number, and « 24/7 » for what it is.
    texte_partout = RESOLUTION.resolve(ScalarNode, neuve, (True, False)) == RESOLUTION.DEFAULT_SCALAR_TAG
    ecrit = scalaire(neuve, '"' if part.style and not texte_partout else "", flux, entoure)
    if part.style == "'" and "\\" in ecrit:
        return None  # quotes within quotes: the single ones read better
    return ecrit if ecrit != avant else None
