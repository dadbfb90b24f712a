"""What people write that no calendar can compute, or that is said elsewhere; and what to write instead."""

from __future__ import annotations

import re

from .selecteurs import NOMS_JOURS, NOMS_MOIS

_MOIS = "|".join(NOMS_MOIS)
_VACANCES = (
    r"vacances(?! scolaires)|(?:petites|grandes) vacances|(?<!vacances )scolaire",
    "on ne sait pas de quels jours il s'agit : écrivez « vacances scolaires » ou « hors vacances scolaires », que le calendrier de "
    "l'annuaire connaît, ou les dates, par exemple « du 4 juillet 2026 au 31 août 2026 »",
)
_ENVIRON = (
    r"\bvers\b|\benviron\b",
    "une heure approximative ne suffit pas : écrivez « 18h- » si la fin est inconnue, ou « heures à confirmer »",
)
_D_UN_JOUR_A_L_AUTRE = (
    r"\b(?:matin|midi|soir|nuit) (?:au|jusqu'au) ",
    "une ouverture de plusieurs jours s'écrit jour par jour : « vendredi: 18h-24h », « samedi et dimanche: 24h/24 », "
    "« lundi: 0h-8h »",
)
SUR_DEUX = (
    "on ne peut pas calculer de quelle semaine il s'agit : écrivez depuis quel jour, « un mercredi sur deux, depuis le 7 janvier "
    "2026 », ou « lundi des semaines paires », les dates, ou « heures à confirmer »"
)
# In the days of a line.
_JOURS = (
    _VACANCES,
    _ENVIRON,
    _D_UN_JOUR_A_L_AUTRE,
    (
        r"premier week-?end",
        "le premier samedi et le premier dimanche d'un mois ne sont pas toujours du même week-end : écrivez « premier samedi du "
        "mois », et les dates du dimanche s'il ouvre aussi",
    ),
    (
        r"sur (?:deux|trois|quatre|2|3|4)\b|quinz|15 jours|bimensuel",
        SUR_DEUX,
    ),
    (
        r"\bune? .* par (?:mois|semaine|an)\b|plusieurs fois par|certains|parfois",
        "on ne peut pas calculer quel jour : écrivez « premier samedi du mois », les dates, ou « heures à confirmer »",
    ),
    (
        r"semaines? [a-z]\b",
        "la semaine A ou B n'est pas la même pour tous : écrivez « lundi des semaines paires » ou « impaires », ou les dates",
    ),
    (
        r"soleil|aube|crepuscule|tombee de la nuit",
        "le soleil n'est pas calculable ici : écrivez une heure, par exemple « 8h-18h »",
    ),
    (
        rf"\bmi-|\b(?:debut|fin|courant) (?:de |d')?(?:{_MOIS})",
        "il manque le jour exact : écrivez par exemple « du 15 juin au 15 septembre »",
    ),
    (
        r"\b\d{1,2}\s*[-/]\s*\d{1,2}$",
        "on ne sait pas si ce sont des heures ou une date : écrivez « 9h-12h », ou « le 9 décembre »",
    ),
    (
        r"grand froid|canicule|intemperies|selon|si besoin|en cas d",
        "on ne peut pas savoir d'avance quels jours : écrivez « heures à confirmer », et dites quand dans « presentation »",
    ),
    (
        r"\b(?:ete|hiver|printemps|automne|avent|noel|paques|ramadan|careme)\b",
        "cette saison n'a pas les mêmes dates pour tous : écrivez par exemple « de juin à août » ou « du 1er juin au 31 août »",
    ),
    (
        r"\b(?:matins?|matinees?|apres-midis?|soirs?|soirees?|nuits?|midis?)\b",
        "le moment de la journée se dit par des heures, après les deux-points : « mardi: 14h-17h », "
        "ou « mardi: après-midi » si les heures sont inconnues",
    ),
)
# In the hours of a line.
_HEURES = (
    _VACANCES,
    _ENVIRON,
    _D_UN_JOUR_A_L_AUTRE,
    (r"^-$", "écrivez « fermé », ou « heures à confirmer » si personne ne le sait"),
    (
        r"^(?:(?:ouverte? )?(?:toute la (?:journee|nuit)|en permanence|en continu|tout le temps)|ouverte?s?)$",
        "cela ne dit pas les heures : écrivez par exemple « 9h-18h », « 24h/24 » si c'est ouvert jour et nuit, "
        "ou « heures à confirmer »",
    ),
    (
        r"\((?:femmes?|hommes?|familles?|enfants?|mineurs?|adultes?)\)|pour les ",
        "pour qui se dit dans « publics » : faites un service par public, chacun avec ses heures",
    ),
    (
        r"(?:rendez-vous|rdv) (?:au|par) ",
        "comment prendre rendez-vous se dit dans « acces », le numéro dans « contact » : écrivez ici « sur rendez-vous »",
    ),
    (
        rf"\b(?:{'|'.join(NOMS_JOURS)})\b",
        "ces heures nomment un autre jour : donnez-lui sa ligne, par exemple « vendredi: 9h-16h »",
    ),
)


def refus_des_jours(mots: str) -> str | None:
    """Why these days, in plain words, cannot be computed; None if no reason is known."""
    return _premier(_JOURS, mots)


def refus_des_heures(mots: str) -> str | None:
    """Why these hours, in plain words, cannot be computed; None if no reason is known."""
    return _premier(_HEURES, mots)


def _premier(refus: tuple[tuple[str, str], ...], mots: str) -> str | None:
    return next((phrase for motif, phrase in refus if re.search(motif, mots)), None)
