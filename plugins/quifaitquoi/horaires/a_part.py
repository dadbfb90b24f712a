"""What one line says of other days than its own: « sauf jours fériés », « sauf août », « vendredi 9h-16h »."""

from __future__ import annotations

import re

from .annonces import RANG
from .habitudes import FERIES, FETES, HORS_VACANCES, UN_JOUR, UN_MOIS, UNE_DATE, courant
from .montre import HEURE, PLAGE

SAUF_FERIES = re.compile(rf"[,\s]*\(?\s*(?:sauf|hors) {FERIES}\s*\)?|[,\s]*\(?\s*ferme {FERIES}\s*\)?")
FERIES_COMPRIS = re.compile(rf"[,\s]*(?:et )?\(?\s*(?:y compris {FERIES}|feries compris|meme {FERIES})\s*\)?")
_ECOLE = r"(?:pendant )?(?:les )?vacances scolaires"
FERIES_ET_VACANCES = re.compile(rf"{FERIES}\s*(?:,|et)\s*{_ECOLE}|{_ECOLE}\s*(?:,|et)\s*{FERIES}")
SELON_L_ECOLE = re.compile(rf"[,\s]*\(?\s*(?:ferme {_ECOLE}|{HORS_VACANCES}|(?P<pendant>pendant les vacances scolaires))\s*\)?")
UNE_SEMAINE_SUR_DEUX = re.compile(r"[,\s]*\(?\s*(une semaine sur deux[^()]*?)\s*\)?$")
SEMAINES = re.compile(r"[,\s]*(semaines (?:im)?paires)$")
JOURS_PUIS_HEURES = re.compile(
    rf"((?:(?:du |le |les )?{UN_JOUR}\b|tous les jours|en semaine|(?:le )?week-ends?)\D*?)[\s:,]*(?:de )?(\d.*)"
)
# What names no day of the week, and may be followed by one: « en août: lundi 9h-12h ».
SAISON = re.compile(rf"sur deux|semaines (?:im)?paires|vacances scolaires|\b{UN_MOIS}\b")
_JOURS = rf"(?:{UN_JOUR}|week-ends?)"
# « sauf le mercredi », « fermé le week-end », after the hours.
SAUF_JOURS = re.compile(rf"[,\s]*\(?\s*(sauf|hors|ferme) (?:les? )?({_JOURS}(?:\s*(?:,|et)\s*(?:les? )?{_JOURS})*)\s*\)?$")
_DES_DATES = rf"(?:les? |la |a )?(?:(?:\d{{1,2}}(?:er)?\s*(?:,|et)\s*(?:le )?)*{UNE_DATE}|{'|'.join(FETES)})"
SAUF_DATES = re.compile(
    r"[,\s]*\(?\s*(?:sauf|hors|ferme) (?:pendant )?(?:tout )?(?:(?:en |(?:au|le) mois de |(?:au|le) mois d')?"
    rf"({UN_MOIS}(?:\s*(?:,|et)\s*(?:en )?{UN_MOIS})*)"
    rf"|(du \d{{1,2}}(?:er)?(?: {UN_MOIS})?(?: \d{{4}})? au {UNE_DATE}|{_DES_DATES}(?:\s*(?:,|et)\s*{_DES_DATES})*"
    r"))\b(?!-| (?:apres|mat|soir))\s*\)?"
)
_RANGS = rf"{RANG}(?:\s*(?:,|et)\s*(?:les? )?{RANG})*"
RANGS_DU_MOIS = re.compile(rf"\s*\(?\s*(?:tous )?(?:les? )?({_RANGS}) (?:du|de chaque) mois\s*\)?$")
# « fermé le 1er mercredi du mois », after the hours.
SAUF_RANGS = re.compile(rf"[,\s]*\(?\s*(?:sauf|hors|ferme) (?:les? )?({_RANGS} {UN_JOUR} (?:du|de chaque) mois)\s*\)?$")
AUTRES_JOURS = re.compile(r"[,\s]*\(?\s*(?:les )?autres jours (non renseigne|ferme|sur rendez-vous)\s*\)?$")
# When each part of the day may begin, in hours.
MOMENTS = {"matin": (0, 13), "midi": (11, 15), "apres-midi": (11, 20), "soir": (16, 30), "nuit": (18, 34)}
LE_MOMENT = re.compile(
    rf"(?:le |l'|(?:en )?(?:debut|fin) (?:de |d')|toute (?:la |l')|en |au |a |la )?\b({'|'.join(MOMENTS)})(?:ee|s)?$"
)
# « lundi matin 9h-12h, après-midi 14h-17h »
_UN_AUTRE_MOMENT = re.compile(rf"\b(?:apres-midi|soir)\s*:?\s*(?:de )?{PLAGE}")
SUR_RENDEZ_VOUS = r"sur (?:rendez-vous|rdv|rendez vous)"
LE_MOMENT_DIT = re.compile(rf",? (?:le |l'|la )({'|'.join(MOMENTS)})\b")


def lignes_d_une(cle: str, texte: str) -> list[tuple[str, str]]:
    """A line as it is written, or in plain words followed by a line for each thing that it says of other days."""
    jours, heures, a_part = courant(cle), courant(texte), []
    for motif, ligne in ((SAUF_FERIES, ("jours feries", "ferme")), (FERIES_COMPRIS, ("jours feries", "ouvert"))):
        if motif.search(jours) or motif.search(heures):
            jours, heures = motif.sub("", jours), motif.sub("", heures)
            a_part.append(ligne)
    if trouve := SELON_L_ECOLE.search(heures):
        jours = f"{jours} {'pendant les vacances scolaires' if trouve['pendant'] else HORS_VACANCES}"
        heures = heures.replace(trouve[0], "")
    if trouve := UNE_SEMAINE_SUR_DEUX.search(heures):
        jours, heures = f"{jours}, {trouve[1]}", heures.replace(trouve[0], "")
    if SAISON.search(jours) and not re.search(UN_JOUR, jours) and (trouve := JOURS_PUIS_HEURES.fullmatch(heures)):
        jours, heures = f"{jours}, {trouve[1]}", trouve[2]
    if trouve := SEMAINES.search(heures):
        jours, heures = f"{jours}, {trouve[1]}", heures[: trouve.start()]
    if FERIES_ET_VACANCES.fullmatch(jours):
        return [("jours feries", heures), ("vacances scolaires", heures)]
    for trouve in filter(None, (SAUF_DATES.search(jours, 1), SAUF_DATES.search(heures, 1))):
        jours, heures = jours.replace(trouve[0], " "), heures.replace(trouve[0], " ")
        a_part.append((f"en {trouve[1]}" if trouve[1] else trouve[2], "ferme"))
    if trouve := SAUF_JOURS.search(heures, 1):
        heures = heures[: trouve.start()]
        if trouve[1] == "ferme":  # what is said to be closed is known to be
            a_part.append((trouve[2], "ferme"))
        else:
            jours = f"{jours} sauf {trouve[2]}"
    if trouve := SAUF_RANGS.search(heures, 1):
        heures = heures[: trouve.start()]
        a_part.append((trouve[1], "ferme"))
    if autres := AUTRES_JOURS.search(heures):
        heures = heures[: autres.start()]
        a_part.append(("autres jours", autres[1]))
    if rangs := RANGS_DU_MOIS.search(heures):
        jours, heures = f"{rangs[1]} {jours} du mois", heures[: rangs.start()]
    moment = LE_MOMENT.search(jours) or LE_MOMENT_DIT.search(jours)
    if moment and re.fullmatch(SUR_RENDEZ_VOUS, heures) and moment[1] in ("matin", "apres-midi", "soir"):
        jours, heures = jours[: moment.start()] + jours[moment.end() :], f"{moment[1]} {heures}"
    elif moment and moment.end() == len(jours) and _UN_AUTRE_MOMENT.search(heures):
        jours, heures = jours[: moment.start()], f"{moment[1]} {heures}"
    elif moment and "sauf" not in jours[: moment.start()] and du_moment(heures, moment[1]):
        jours = jours[: moment.start()] + jours[moment.end() :]
    if (jours, heures) == (courant(cle), courant(texte)):
        return [(cle, texte)]  # as it was written, for what may have to be said of it
    return [(jours.strip(" ,"), heures.strip(" ,")), *a_part]


def du_moment(heures: str, moment: str) -> bool:
    """Whether all hours that are written are those of that part of the day."""
    debut, fin = MOMENTS[moment]
    ecrites = re.findall(rf"{PLAGE}|(?<=a partir de ){HEURE}|(?<=des ){HEURE}|{HEURE}(?=-$)", heures)
    commencent = [int(n) for plage in ecrites for n in re.findall(r"^\d+", plage)]
    return bool(ecrites) and len(commencent) == len(ecrites) and all(debut <= heure < fin for heure in commencent)
