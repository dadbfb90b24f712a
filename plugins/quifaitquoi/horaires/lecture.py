"""`lire`: one value of either notation → hours that can be trusted, or every fault at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from quifaitquoi.base.texte import cite, signes, simple

from .a_part import regles_d_une_ligne
from .fautes import EXEMPLE, Faute, HorairesIllisibles, Illisible, deux_lectures
from .habitudes import PLAGE, courant
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
DEBUT_DES_HEURES = re.compile(
    r"[\s:,]*(?=(?:\b(?:de|entre|des|a partir de|jusqu'a|(?<!semaine )a) )?\b\d{1,2}\s?(?:h|:\d|-\s?\d{1,2}\s?h)"
    r"|\b(?:ferme|off\b|sur (?:r|appel|i)|24 ?h"
    r"|heures |horaires |a confirmer|non renseigne|(?:de )?(?<!-)midi\b|minuit\b))"
)
DEBUT_DU_MOMENT = re.compile(
    r"[\s:,]*(?=\b(?:(?:le )?matin|(?:l')?apres-midi|(?:le )?soir|la nuit|en (?:matinee|soiree|journee|debut|fin)|toute la))"
)
APRES_LES_JOURS = re.compile(r"\s*:\s*(?!\d)")
OSM = re.compile(r"\b(?:mo|tu|we|th|fr|su|ph|sh|week(?= \d))\b")

# What no French text is without, beside its own words.
NOTATION = re.compile(r'\d:\d\d|24/7|["|[]|\b(?:mo|tu|we|th|fr|sa|su|ph|sh|off|open|closed|unknown|week|easter|dawn|dusk|sun\w+)\b')
# The same hours go on behind a semicolon.
ENTRE_LIGNES = re.compile(rf"\n|;(?!\s*(?:de )?{PLAGE.replace('a)', '[aà])')}\s*(?:$|[;,\n]))", re.I)


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
        return lire_lignes([((cle,), cle, texte) for cle, texte in valeur], True)
    mots = simple(valeur).rstrip(" .;")
    if entiere := valeur_entiere(courant(mots), valeur.strip(" .;")):
        regle = Regle(plages=entiere.plages, etat=entiere.etat, commentaire=entiere.commentaire)
        return verifie(Horaires((regle,)), [])
    if en_francais(valeur):
        lignes = [ligne.strip() for ligne in ENTRE_LIGNES.split(signes(valeur)) if ligne.strip()]
        return _lire_texte([(ligne, *coupe(regle)) for ligne in lignes for regle in regles_d_une_ligne(ligne)])
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


def coupe(ligne: str) -> tuple[str, str]:
    """A French line cut where its hours begin."""
    mots = courant(ligne)
    trouve = DEBUT_DES_HEURES.search(mots) or DEBUT_DU_MOMENT.search(mots) or APRES_LES_JOURS.search(mots)
    return (mots[: trouve.start()], mots[trouve.end() :]) if trouve else (mots, "")


def _lire_texte(parties: list[tuple[str, str, str]]) -> Horaires | tuple[Faute, ...]:
    """The parts of one text, each with the line where it stands: messages quote that line as it was written."""
    lues = lire_lignes([((accentue(f"{cle} {texte}"),), cle, texte) for _, cle, texte in parties], False)
    if isinstance(lues, Horaires):
        return lues
    ecrit = {cite(partie): cite(_dans(ligne, partie)) for ligne, *morceaux in parties for partie in morceaux}
    return tuple(replace(faute, message=_a_la_lettre(faute.message, ecrit), chemin=(), sur_la_cle=False) for faute in lues)


def _dans(ligne: str, partie: str) -> str:
    """What plain words were in the line where somebody wrote them; the whole line where they are not there as such."""
    plate = simple(ligne)
    debut = plate.find(partie) if len(plate) == len(ligne) else -1
    return ligne if debut < 0 else ligne[debut : debut + len(partie)]


def _a_la_lettre(message: str, ecrit: dict[str, str]) -> str:
    """A message that quotes the line as somebody wrote it, where it began with a part of it in plain words."""
    partie = message[: message.find("»") + 1]
    return ecrit.get(partie, partie) + message[len(partie):]
