"""A change of a YAML text whose value is not known yet: where it is cut, and what stands around the value that somebody will write.

A page of the site changes a text in a browser, which knows no YAML: it puts a value into the mould that was made here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from quifaitquoi.annuaire.read.faute import Chemin
from quifaitquoi.edition.decoupe.chirurgie import Coupe, Coupure, coupure_de_pose, coupure_de_retrait
from quifaitquoi.edition.decoupe.trame import Trame

Forme = Literal["texte", "liste", "lignes", "elements"]
# How the value is to be written: in double quotes, in single ones, plain where that reads back, folded on lines of its own; the
# items of a list on one line, lines of « key: value » below each other, or these within braces.
Style = Literal["double", "simple", "nu", "replie", "liste", "lignes", "accolades"]
# As the texts of a fiche are, no more than that is unexpected.
IMPREVUS = (Coupe, AttributeError, IndexError, KeyError, TypeError, ValueError)


@dataclass(frozen=True)
class Moule:
    """From `debut` to `fin` come `avant`, the value as `style` asks, and `apres`."""

    debut: int
    fin: int
    avant: str
    apres: str
    style: Style


@dataclass(frozen=True)
class Vide:
    """What stands from `debut` to `fin` becomes `reste`: the comments that were there."""

    debut: int
    fin: int
    reste: str


def moule(trame: Trame, chemin: Chemin, forme: Forme, ordre) -> Moule | None:
    """The mould of a text, of a list of texts, of lines or of a list of blocks at `chemin`; None where no cut is clean."""
    mot = _mot_absent(trame.texte)
    formes = {"texte": mot, "liste": [mot], "lignes": {mot: "x"}, "elements": [{mot: "x"}]}
    try:
        coupure = coupure_de_pose(trame, chemin, formes[forme], ordre)
    except IMPREVUS:
        return None
    debut, fin, neuf = _par_lignes(trame, coupure)
    avant, trouve, apres = neuf.partition(f"{mot}: x" if forme in ("lignes", "elements") else mot)
    if not trouve:
        return None
    if forme == "liste":
        return Moule(debut, fin, avant, apres, "liste") if avant.endswith("[") else None
    if forme in ("lignes", "elements"):
        return Moule(debut, fin, avant, apres, "accolades" if avant.endswith("{") else "lignes")
    for signe, style in (('"', "double"), ("'", "simple")):
        if avant.endswith(signe) and apres.startswith(signe):
            return Moule(debut, fin, avant[:-1], apres[1:], style)
    return Moule(debut, fin, avant, apres, "replie" if avant.lstrip().startswith(">-") else "nu")


def vide(trame: Trame, chemin: Chemin) -> Vide | None:
    """The cut that takes out what stands at `chemin`; None where none is clean."""
    try:
        coupure = coupure_de_retrait(trame, chemin)
    except IMPREVUS:
        return None
    return Vide(coupure.debut, coupure.fin, coupure.neuf)


def _par_lignes(trame: Trame, coupure: Coupure) -> Coupure:
    """The same cut, so that several of one text do not meet: a new first line begins where its line does, what takes the place of
    another begins where the other did."""
    debut, fin, neuf = coupure
    ligne = trame.debut_de_ligne(debut)
    marge = trame.texte[ligne:debut]
    if debut == fin and not marge.strip() and neuf.endswith(trame.saut + marge):
        return Coupure(ligne, ligne, marge + neuf.removesuffix(marge))
    if debut == ligne < fin:
        decale = len(neuf) - len(neuf.lstrip(" "))
        if trame.texte[debut:fin].startswith(" " * decale):
            return Coupure(debut + decale, fin, neuf[decale:])
    return coupure


@lru_cache(maxsize=1)  # of one text eighty moulds are made
def _mot_absent(texte: str) -> str:
    rang = 0
    while f"valeur{rang}" in texte:
        rang += 1
    return f"valeur{rang}"
