"""Hours as somebody types them in answer to a question → what a fiche holds, or what is wrong in which line."""

from __future__ import annotations

import re
from dataclasses import replace

from quifaitquoi.base.texte import cite, signes, simple

from .a_part import lignes_d_une
from .cles import lire_cle
from .decoupe import coupe, lignes_d_un_texte, regles_d_une_ligne
from .ecriture import heures_ecrites, jours_ecrits
from .fautes import Faute, HorairesIllisibles, Illisible
from .lecture import FRANCAIS, OSM, lire
from .valeurs import lire_valeur

# What parts days from hours, and not hours from minutes.
DEUX_POINTS = re.compile(r"(?<!\d)\s*:\s*|\s*:(?!\d\d(?!\d))\s*")
DEUX_NOTATIONS = re.compile(r"\bmar\b")
MOTS_MAX = 40  # a longer line stays as it was written

Ligne = tuple[str, str]


def valeur_de_fiche(texte: str) -> dict[str, str] | str:
    """Lines of days and hours where each line is one, else the whole as it was written; raises HorairesIllisibles.

    A fault has the line it is in for its path, as it was written.
    """
    lignes = [propre for ligne in lignes_d_un_texte(texte) if (propre := ligne.strip(" ,;"))]
    ecrites = dict(filter(None, map(_ecrite, lignes)))
    if len(ecrites) == len(lignes):
        try:
            lire(ecrites)
            return ecrites
        except HorairesIllisibles:
            pass
    entier = "; ".join(lignes)
    try:
        lire(entier)
        return entier
    except HorairesIllisibles as error:
        mots = simple(entier)
        if not FRANCAIS.search(mots) and (OSM.search(mots) or DEUX_NOTATIONS.search(mots)):
            raise
        raise HorairesIllisibles(_a_leur_ligne(lignes) or error.fautes) from None


def _ecrite(ligne: str) -> Ligne | None:
    """A line cut between its days and its hours, in their usual spelling; None where it means less once cut."""
    propre = " ".join(signes(ligne).split())
    if deux_points := DEUX_POINTS.search(propre):
        return propre[: deux_points.start()].rstrip(" ,"), propre[deux_points.end() :]
    try:
        mots, regles = propre.split(), regles_d_une_ligne(propre)
    except Illisible:
        return None
    if len(regles) > 1 or len(mots) > MOTS_MAX or not FRANCAIS.search(simple(propre)):
        return None
    dit = _dit(coupe(regles[0]))
    essais = ((" ".join(mots[:n]).rstrip(" ,"), " ".join(mots[n:])) for n in range(1, len(mots)))
    return next(((jours_ecrits(jours), heures_ecrites(heures)) for jours, heures in essais if dit and _dit((jours, heures)) == dit),
                None)


def _dit(ligne: Ligne) -> list[tuple[object, object]]:
    """What a line says once read, its asides included; nothing where it cannot be read."""
    try:
        (jours, heures), *a_part = lignes_d_une(*ligne)
        return [(lire_cle(jours), lire_valeur(heures)), *a_part]
    except Illisible:
        return []


def _a_leur_ligne(lignes: list[str]) -> list[Faute]:
    dites: dict[str, str] = {}
    origines: dict[str, str] = {}
    for ligne in lignes:
        deux_points = DEUX_POINTS.split(ligne, maxsplit=1)
        try:
            parties = [tuple(deux_points)] if len(deux_points) == 2 else [coupe(regle) for regle in regles_d_une_ligne(ligne)]
        except Illisible as illisible:
            return [Faute(str(illisible), (ligne,))]
        for jours, heures in parties:
            if jours in dites:
                return [Faute(f"{cite(jours)} est écrit deux fois : mettez toutes ses heures sur une ligne, par exemple "
                              "« mardi: 9h-12h, 14h-17h »", (ligne,))]
            dites[jours], origines[jours] = heures, ligne
    try:
        lire(dites)
    except HorairesIllisibles as error:
        # Where a line is wrong in several ways, its days are what to mend first.
        par_ligne = {origines[jours]: faute for faute in reversed(error.fautes) for jours in faute.chemin}
        return [replace(faute, chemin=(ligne,)) for ligne, faute in reversed(par_ligne.items())]
    return []
