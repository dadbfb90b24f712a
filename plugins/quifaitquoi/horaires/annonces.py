"""What a line says once for several of its rules: « en août : lundi 9h-12h, mardi 14h-17h », « sur rendez-vous, lundi et mardi ».

Where one may read that it goes for one day or for all, the line is refused: nobody is sent to a closed door.
"""

from __future__ import annotations

import re

from quifaitquoi.base.texte import cite

from .fautes import Illisible
from .habitudes import HORS_VACANCES, UN_JOUR, UN_MOIS

RANG = r"(?:premier|deuxieme|troisieme|quatrieme|dernier|\d(?:er|e|eme))s?"
_ARTICLE = r"(?:(?:du|de|le|les|et|chaque|tous les) )*"
DES_JOURS = (
    rf"{_ARTICLE}(?:{RANG} (?:et (?:le )?{RANG} )?)?(?:{UN_JOUR}\b|(?:jours )?feries\b(?! compris)|week-?ends?\b|autres jours\b"
    r"|reste (?:de la semaine|du temps)\b)"
)
TOUS_LES_JOURS = r"(?:tous les jours|chaque jour|7j/7|en semaine)\b"
_RENDEZ_VOUS = r"(?:rendez-vous|rdv|rendez vous)"
CONDITION = re.compile(rf"\b(?:sur|sans) {_RENDEZ_VOUS}\b")
_CONDITION_D_ABORD = re.compile(
    rf"(?:(?:uniquement|seulement) )?(?P<dite>(?:sur|sans) {_RENDEZ_VOUS})\s*(?P<tout>:)?[\s,]*"
    rf"(?P<suite>(?:{DES_JOURS}|{TOUS_LES_JOURS}).*)"
)
# Whether all days of a list are in it alike: « lundi, mardi et jeudi », not « le lundi, mardi et jeudi ».
_LISTE_INEGALE = re.compile(rf"\bau\b.*,|\b(?:le|les) {UN_JOUR}\s*,\s*(?!(?:et )?les? )")

_SEMAINES = r"semaines (?:im)?paires|une semaine sur deux"
_SAISON = re.compile(rf"{_SEMAINES}|vacances scolaires|\b{UN_MOIS}\b")
_PREMIER_JOUR = re.compile(rf"(?:(?:du|de|le|les|tous les|chaque) )?(?:{UN_JOUR}\b|tous les jours|en semaine|week-?ends?)")
_HEURES = re.compile(r"\d ?h|\d:\d|ferme")
_HORS_A_LA_FIN = re.compile(rf"[,\s]*\(?\s*{HORS_VACANCES}\s*\)?$")
_A_LA_FIN = re.compile(rf"\d.*\(?\b(?:pendant les vacances scolaires|{_SEMAINES})[^\d]*$")


def dans_sa_saison(regles: list[str], texte: str) -> list[str]:
    """The rules of a line, each with the season that a colon announces for all; raises Illisible where nobody can tell.

    « hors vacances scolaires » at the end closes every day of the line: nobody is sent to a closed door.
    """
    if len(regles) < 2:
        return regles
    dites, saison, annoncee = [], "", False
    for regle in regles:
        if sienne := _devant(regle):
            saison, annoncee = sienne
        elif saison and _sans_saison(regle):
            if not annoncee:
                raise laquelle(texte)
            regle = f"{saison}, {regle}"
        dites.append(regle)
    seule = not any(_SAISON.search(regle) for regle in dites[:-1])
    if seule and (fin := _HORS_A_LA_FIN.search(dites[-1])):
        dites[-1] = dites[-1][: fin.start()]
        return [regle if "ferme" in regle else f"{regle} {HORS_VACANCES}" for regle in dites]
    if seule and _A_LA_FIN.search(dites[-1]):
        raise laquelle(texte)
    return dites


def suit_une_saison(avant: list[str], apres: list[str]) -> bool:
    """Whether rules behind a semicolon may be meant for the season that a colon announced before it."""
    devant = [saison for regle in avant if (saison := _devant(regle))]
    return bool(devant and devant[-1][1]) and _sans_saison(apres[0])


def _sans_saison(regle: str) -> bool:
    return not _SAISON.search(regle) and not re.search(r"\bferi|autres jours|^ferme", regle)


def _devant(regle: str) -> tuple[str, bool] | None:
    """The season before the days or the hours of a rule, and whether a colon announces the days; None for a date or no season."""
    heures, jour = _HEURES.search(regle), _PREMIER_JOUR.search(regle)
    if not jour and "ferme" in regle:
        return None  # a period that is closed says nothing of the others
    fin = min((trouve.start() for trouve in (heures, jour) if trouve), default=len(regle))
    devant = regle[:fin].strip(" ,")
    # « le 24 décembre » is a day; so is « lundi de Pâques ».
    if not _SAISON.search(devant) or re.match(r"les? |\d", devant):
        return None
    return devant.rstrip(" :"), devant.endswith(":") and bool(jour and jour.start() == fin)


def laquelle(texte: str) -> Illisible:
    return Illisible(
        f"{cite(texte)} : on ne sait pas si la période vaut pour tous ces jours : écrivez une ligne par période, "
        "par exemple « en août, lundi: 9h-12h » et « en août, mardi: 14h-17h »."
    )


def sous_condition(regles: list[str], texte: str) -> list[str]:
    """« sur rendez-vous du lundi au vendredi 9h-12h »: the condition goes after the hours, as everywhere else."""
    dites, pour_tout = [], None
    for regle in regles:
        if trouve := _CONDITION_D_ABORD.fullmatch(regle):
            jours, heures = re.match(r"(.*?)[\s:,]*((?:\d{1,2} ?[h:].*)?)$", trouve["suite"]).groups()
            if CONDITION.search(trouve["suite"]) or (heures and _LISTE_INEGALE.search(jours)):
                raise a_chaque_jour(texte, trouve["dite"])
            pour_tout = (trouve["dite"], bool(trouve["tout"]))
            dites.append(f"{trouve['suite']} {trouve['dite']}")
        elif pour_tout and not CONDITION.search(regle) and not re.search("ferme", regle):
            if not pour_tout[1]:
                raise a_chaque_jour(texte, pour_tout[0])
            dites.append(f"{regle} {pour_tout[0]}")
        else:
            dites.append(regle)
    return dites


def condition_annoncee(mots: str) -> str | None:
    """The condition that a colon announces for more than one day: « sur rendez-vous : lundi 9h-12h »."""
    trouve = _CONDITION_D_ABORD.fullmatch(mots)
    return trouve["dite"] if trouve and trouve["tout"] else None


def suit_une_condition(regles: list[str]) -> bool:
    """Whether rules behind a semicolon may be meant for the condition that a colon announced before it."""
    return not CONDITION.search(regles[0]) and "ferme" not in regles[0]


def a_chaque_jour(texte: str, condition: str) -> Illisible:
    return Illisible(
        f"{cite(texte)} : « {condition} » vaut-il pour tous ces jours ? Écrivez-le après les heures de chacun, "
        "par exemple « lundi 9h-12h sur rendez-vous, mardi 14h-17h sans rendez-vous »."
    )
