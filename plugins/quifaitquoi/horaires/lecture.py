"""`lire`: one value of either notation → hours that can be trusted, or every fault at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from quifaitquoi.base.texte import cite, signes, simple

from .decoupe import coupe, regles_d_un_texte
from .fautes import EXEMPLE, Faute, HorairesIllisibles, Illisible, a_la_lettre, deux_lectures
from .habitudes import courant
from .lignes import lire_lignes
from .modele import Horaires, Regle
from .osm import lire_osm
from .refus import refus_des_jours
from .saisons import feries_en_saison
from .selecteurs import NOMS_JOURS, NOMS_MOIS, accentue
from .valeurs import valeur_entiere
from .verification import verifie

CARACTERES_MAX, LIGNES_MAX = 2_000, 60

# A text that names days in French is read as French lines separated by semicolons.
FRANCAIS = re.compile(
    rf"\b(?:{'|'.join(NOMS_JOURS + NOMS_MOIS)})s?\b"
    r"|tous les jours|7 ?j? ?/ ?7|week-?end|ferie|en semaine|scolaire|\d ?h(?:\d|\b)|\b(?:matin|midi|soir)s?\b"
    r"|\b(?:lun|mer|jeu|ven|sam|dim|lu|ma|me|je|ve|di|janv|fevr|avr|juil|sept)\b|\b(?:mar|jan|fev|oct|nov|dec)\."
)
OSM = re.compile(r"\b(?:mo|tu|we|th|fr|su|ph|sh|week(?= \d))\b")

# What no French text is without, beside its own words.
NOTATION = re.compile(r'\d:\d\d|24/7|["|[]|\b(?:mo|tu|we|th|fr|sa|su|ph|sh|off|open|closed|unknown|week|easter|dawn|dusk|sun\w+)\b')


def lire(valeur: str | Mapping[str, str]) -> Horaires:
    """Hours from a mapping of French lines, an OpenStreetMap value or one French line.

    Raises HorairesIllisibles with all faults; any text whatsoever gives one or the other.
    """
    resultat = _lire(valeur if isinstance(valeur, str) else tuple((str(cle), str(v)) for cle, v in valeur.items()))
    if isinstance(resultat, Horaires):
        return resultat
    raise HorairesIllisibles(resultat)


@lru_cache(maxsize=4096)
def _lire(valeur: str | tuple[tuple[str, str], ...]) -> Horaires | tuple[Faute, ...]:
    textes = (valeur,) if isinstance(valeur, str) else [texte for ligne in valeur for texte in ligne]
    if sum(map(len, textes)) > CARACTERES_MAX or len(textes) > 2 * LIGNES_MAX:
        au_plus = f"{CARACTERES_MAX} caractères et {LIGNES_MAX} lignes au plus"
        return (Faute(f"Ces horaires sont trop longs : {au_plus}."),)
    if not "".join(textes).strip():
        return (Faute(f"Il n'y a aucun horaire : écrivez par exemple {EXEMPLE}, ou « heures à confirmer »."),)
    if not isinstance(valeur, str):
        # « Jul-Aug: Mo-Fr 09:00-12:00 »: YAML takes the colon of one value for that of an entry.
        if len(valeur) == 1 and OSM.search(simple(textes[1])) and isinstance(entiere := _lire(": ".join(textes)), Horaires):
            return entiere
        return lire_lignes([((cle,), cle, texte) for cle, texte in valeur], True)
    mots = simple(valeur).rstrip(" .;")
    if entiere := valeur_entiere(courant(mots), valeur.strip(" .;")):
        regle = Regle(plages=entiere.plages, etat=entiere.etat, commentaire=entiere.commentaire)
        return verifie(Horaires((regle,)), [])
    if en_francais(valeur):
        try:
            return _lire_texte([(ligne, *coupe(regle)) for ligne, regle in regles_d_un_texte(signes(valeur))])
        except Illisible as illisible:
            return (Faute(str(illisible)),)
    try:
        regles = lire_osm(signes(valeur))
        return verifie(Horaires(feries_en_saison(regles, regles)), [])
    except Illisible as illisible:
        sans = _sans_commentaires(mots)
        if re.search(r"\bwe\b", sans) and FRANCAIS.search(sans) and (dit := refus_des_jours(sans)):
            return (Faute(f"{cite(valeur)} : {dit}."),)
        return (Faute(deux_lectures(valeur) if re.search(r"\bmar\b", sans) else str(illisible)),)


def en_francais(valeur: str | Mapping[str, str]) -> bool:
    """Whether it is written in words, and not in the notation of OpenStreetMap."""
    if not isinstance(valeur, str):
        return True
    mots = _sans_commentaires(simple(valeur))
    return not OSM.search(mots) if FRANCAIS.search(mots) else len(mots) > 4 and not NOTATION.search(simple(valeur))


def _sans_commentaires(mots: str) -> str:
    return re.sub(r'"[^"]*"', "", mots)


def _lire_texte(parties: list[tuple[str, str, str]]) -> Horaires | tuple[Faute, ...]:
    """The parts of one text, each with the line where it stands: messages quote that line as it was written."""
    lues = lire_lignes([((accentue(f"{cle} {texte}"),), cle, texte) for _, cle, texte in parties], False)
    if isinstance(lues, Horaires):
        return lues
    return tuple(replace(faute, chemin=(), sur_la_cle=False) for faute in a_la_lettre(lues, parties))
