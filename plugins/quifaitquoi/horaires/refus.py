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
    rf"(?:\b(?:matin|midi|soir|nuit)|\d ?h(?: ?\d\d)?) (?:au|jusqu'au) (?:{'|'.join(NOMS_JOURS)})",
    "une ouverture de plusieurs jours s'écrit jour par jour : « vendredi: 18h-24h », « samedi et dimanche: 24h/24 », "
    "« lundi: 0h-8h » ; et celle d'une nuit, au jour où elle commence : « samedi: 22h-4h »",
)
SUR_DEUX = (
    "on ne peut pas calculer de quelle semaine il s'agit : écrivez depuis quel jour, « un mercredi sur deux, depuis le 7 janvier "
    "2026 », ou « lundi des semaines paires », les dates, ou « heures à confirmer »"
)
_OU = (r"\bou\b", "« ou » ne dit pas lequel : écrivez ce qui est sûr, et « heures à confirmer » pour le reste")
_FETES = (
    r"noel.*(?:nouvel an|jour de l'an)|\bfetes\b(?<!veille de fetes)(?<!veilles de fetes)",
    "on ne sait pas de quels jours il s'agit : écrivez les dates, par exemple « du 24 décembre 2026 au 2 janvier 2027 »",
)
_INSCRIPTION = (
    r"\binscription",
    "l'inscription se dit dans « acces » : écrivez ici les jours et les heures, ou « sur rendez-vous » si l'on ne vient pas sans",
)
# In the days of a line.
_JOURS = (
    (
        r"\bwe\b(?!.*\b(?:mo|tu|th|fr|su)\b)(?<!\bmo,we)(?<!\btu,we)",
        "« WE » est le week-end en français, et mercredi dans la notation d'OpenStreetMap : écrivez « week-end » ou « mercredi »",
    ),
    (
        r"^[lmjvsd](?:[-,/ ]*(?:[lmjvsd]|mardi|mercredi))+$",
        "« M » peut être mardi ou mercredi : écrivez « lundi, mardi, jeudi », ou « lun, mar, jeu »",
    ),
    (
        r"\b(?:mo|tu|we|th|fr|su|ph|sh)\b",
        "c'est la notation d'OpenStreetMap : écrivez « lundi au vendredi », ou toute la valeur sur une ligne, "
        "par exemple « horaires: Mo-Fr 09:00-12:00; PH off »",
    ),
    (
        r"\b(?:mon|tue|wed|thu|fri|sat|sun)(?:s?day|nesday|rsday|urday)?s?\b",
        "écrivez les jours en français et les heures de 0 à 24, par exemple « lundi au vendredi: 9h-17h »",
    ),
    (r"\b[ap]m\b", "« AM » peut être le matin ou l'après-midi : écrivez l'heure de 0 à 24, par exemple « lundi: 14h-17h »"),
    (
        r"\bjours? ouvrables?\b",
        "les jours ouvrables vont jusqu'au vendredi pour les uns, au samedi pour les autres : écrivez « lundi au vendredi » "
        "ou « lundi au samedi »",
    ),
    (
        r"\bsemaine$|\bjours? de la semaine\b",
        "la semaine finit le vendredi pour les uns, le dimanche pour les autres : écrivez « lundi au vendredi », "
        "ou « tous les jours »",
    ),
    (
        r"definiti[fv]|^actuellement|plus (?:ouvert|d'accueil)",
        "un lieu qui n'ouvre plus se dit dans la fiche, par son état : écrivez « etat: » et « statut: ferme »",
    ),
    (
        r"nouvel ordre|\btemporaire|\bprovisoire|\btravaux\b",
        "une fermeture dont la fin n'est pas connue s'écrit dans « fermetures », avec « du » et sans « au »",
    ),
    (r"\bconges?\b", "des congés s'écrivent avec leurs dates, dans « fermetures » ou ainsi : « du 1er au 15 août: fermé »"),
    (
        r"\btous les (?:deux|trois|2|3) mois\b|un mois sur (?:deux|trois)",
        "écrivez les mois, par exemple « premier lundi de janvier, mars et mai »",
    ),
    (r"\bnuits? du\b", "une nuit s'écrit au jour où elle commence, par exemple « vendredi: 22h-4h »"),
    (r"^toute l'annee$", "cela ne dit pas quels jours : écrivez « tous les jours », ou « lundi au vendredi »"),
    (
        r"\bmarche\b|\bvisites?\b",
        "l'annuaire ne connaît pas ces jours-là : écrivez lesquels, par exemple « mercredi et samedi »",
    ),
    _FETES,
    (
        r"^(?:le |la |l'|en )?(?:matin|midi|apres-midi|soir|nuit)(?:ee)?s?$",
        "cela ne dit pas quels jours : écrivez « tous les jours », ou « lundi au vendredi », puis les heures",
    ),
    (
        r"\bsinon\b",
        "écrivez une ligne pour l'habitude, « tous les jours: 9h-18h », et une pour chaque exception, « dimanche: fermé »",
    ),
    (r"veilles? (?:de )?fetes?", "écrivez « veilles de jours fériés », ou les dates, par exemple « 24 et 31 décembre »"),
    (
        r"toutes les (?:trois|quatre|cinq|six|[3-9]) semaines|un \w+ sur (?:trois|quatre|[3-9])",
        "l'annuaire ne compte que de deux en deux : écrivez les dates, ou « heures à confirmer »",
    ),
    (
        r"^(?:le |les )?\d{1,2}(?:er)?(?:(?:,| et) (?:le )?\d{1,2})*(?: (?:du|de chaque) mois)?$",
        "le mois manque : écrivez les dates, par exemple « 15 janvier, 15 février »",
    ),
    (r"\btel\b", "le numéro se dit dans « contact » : écrivez ici les jours et les heures seuls"),
    (
        rf"\b(?:a partir|a compter|depuis|jusqu'au)\b.*\d (?:{_MOIS})(?! \d{{4}})",
        "il manque l'année : écrivez « à partir du 5 janvier 2027 », ou « du 5 janvier au 30 juin » si c'est chaque année",
    ),
    (r"telephon", "écrivez un service pour le téléphone, avec ses heures : ici, celles où l'on vient"),
    _OU,
    _INSCRIPTION,
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
        rf"(?:a partir|a compter|depuis) (?:de |d')?(?:{_MOIS})|(?:jusqu'a |jusqu'en )(?:{_MOIS})$",
        "il manque le jour et l'année : écrivez « à partir du 1er septembre 2026 » ; ou « de septembre à juin », "
        "si c'est chaque année",
    ),
    (
        r"\b(?:une?|deux|trois|quatre|\d)\b.* par (?:mois|semaine|an)\b|plusieurs fois par|certains|parfois",
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
        r"\bde \d{1,2} a \d{1,2}\b(?! ?[h:])",
        "est-ce le matin ou l'après-midi ? Écrivez l'heure de 0 à 24, par exemple « mercredi: 14h-16h »",
    ),
    (
        r"grand froid|canicule|intemperies|selon|si besoin|en cas d",
        "on ne peut pas savoir d'avance quels jours : écrivez « heures à confirmer », et dites quand dans « presentation »",
    ),
    (
        r"\b(?:ete|hiver|printemps|automne|avent|noel|paques|ramadan|careme|estivale?s?|hivernale?s?)\b",
        "cette saison n'a pas les mêmes dates pour tous : écrivez par exemple « de juin à août » ou « du 1er juin au 31 août »",
    ),
    (
        r"\b(?:matins?|matinees?|apres-midis?|soirs?|soirees?|nuits?|midis?)\b",
        "le moment de la journée se dit par des heures : écrivez « mardi: 14h-17h », "
        "ou « mardi: après-midi » si les heures sont inconnues",
    ),
)
# In the hours of a line.
_HEURES = (
    (r"\d ?[ap]\.?m\b|\d ?h?(?: ?\d\d)? (?:du soir|de l'apres-midi)", "écrivez l'heure de 0 à 24, par exemple « 14h-17h »"),
    _FETES,
    (r"^ferme (?:le |l')?(?:matin|midi|apres-midi|soir)", "écrivez ce qui est ouvert, par exemple « 9h-12h », ou « matin »"),
    (rf"^ferme .*(?:{_MOIS})", "les dates se disent avant les deux-points : « en août: fermé », « du 1er au 15 août: fermé »"),
    _INSCRIPTION,
    _VACANCES,
    _ENVIRON,
    _D_UN_JOUR_A_L_AUTRE,
    (
        r"\bidem\b|\bmemes (?:heures|horaires)\b",
        "répétez les heures, ou mettez les jours ensemble : écrivez « mardi et jeudi: 9h-12h »",
    ),
    (r"ferme (?:le |a |entre )?midi\b", "écrivez les deux parties du jour, par exemple « 9h-12h, 14h-17h »"),
    (r"\bepuisement\b", "écrivez « 14h- » si la fin n'est pas connue"),
    (r"\btel\b", "le numéro se dit dans « contact » : écrivez ici les heures seules"),
    (r"\d ?: [a-z]{4}", "écrivez ici les heures seules ; ce qui a ses propres heures (un atelier, un repas…) est un service"),
    (
        r"^\d{1,2} ?[h:] ?\d{0,2}(?: \d{1,2} ?[h:] ?(?:\d\d)?)+$",
        "on ne sait pas quelles heures ouvrent et lesquelles ferment : écrivez « 9h-12h, 14h-17h »",
    ),
    (r"preference", "écrivez « sur rendez-vous » si l'on ne vient pas sans, « avec ou sans rendez-vous » sinon"),
    (r"^(?:[-/x]|neant|aucune?)$", "écrivez « fermé », ou « heures à confirmer » si personne ne le sait"),
    (
        r"^(?:(?:ouverte? )?(?:toute la (?:journee|nuit)|en permanence|en continu|tout le temps)|ouverte?s?)$",
        "cela ne dit pas les heures : écrivez par exemple « 9h-18h », « 24h/24 » si c'est ouvert jour et nuit, "
        "ou « heures à confirmer »",
    ),
    (
        r"\(\s*(?:les )?(?:femmes?|hommes?|familles?|enfants?|mineurs?|adultes?)\s*\)|(?:pour|reserves?) (?:les|aux) ",
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
    (
        rf"\d.*\b(?:vacances scolaires|feries|{_MOIS})\b",
        "ces heures nomment d'autres jours : donnez-leur leur ligne, par exemple « en août: 9h-11h », « jours fériés: fermé »",
    ),
    (
        r"\d.*\((?! *(?:sur|sans) )[^()]*\)|\b(?:derniere?s?|premiere?s?) (?:entree|admission|arrivee|inscription|passage)"
        r"|\b(?:service|portes|distribution)\b",
        "écrivez ici les heures seules ; le reste se dit dans « presentation »",
    ),
    (r"\d.*\bou\b(?! sans )", _OU[1]),
)


def refus_des_jours(mots: str) -> str | None:
    """Why these days, in plain words, cannot be computed; None if no reason is known."""
    return _premier(_JOURS, mots)


def refus_des_heures(mots: str) -> str | None:
    """Why these hours, in plain words, cannot be computed; None if no reason is known."""
    return _premier(_HEURES, mots)


def _premier(refus: tuple[tuple[str, str], ...], mots: str) -> str | None:
    return next((phrase for motif, phrase in refus if re.search(motif, mots)), None)
