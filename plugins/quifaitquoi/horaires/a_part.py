"""What one line says of other days than its own: « sauf jours fériés », « sauf août », « vendredi 9h-16h »."""

from __future__ import annotations

import re

from .habitudes import FERIES, HORS_VACANCES, PLAGE, UN_JOUR, UN_MOIS, courant

SAUF_FERIES = re.compile(rf"[,\s]*\(?\s*(?:sauf|hors|excepte)s? {FERIES}\s*\)?|[,\s]*\(?\s*ferme {FERIES}\s*\)?")
FERIES_COMPRIS = re.compile(rf"[,\s]*(?:et )?\(?\s*(?:y compris {FERIES}|feries compris|meme {FERIES})\s*\)?")
_ECOLE = r"(?:pendant )?(?:les )?vacances scolaires"
FERIES_ET_VACANCES = re.compile(rf"{FERIES}\s*(?:,|et)\s*{_ECOLE}|{_ECOLE}\s*(?:,|et)\s*{FERIES}")
SELON_L_ECOLE = re.compile(rf"[,\s]*\(?\s*(?:ferme {_ECOLE}|{HORS_VACANCES}|(?P<pendant>pendant les vacances scolaires))\s*\)?")
UNE_SEMAINE_SUR_DEUX = re.compile(r"[,\s]*\(?\s*(une semaine sur deux[^()]*?)\s*\)?$")
JOURS_PUIS_HEURES = re.compile(rf"((?:du |le |les )?{UN_JOUR}\b\D*?)[\s:,]*(?:de )?(\d.*)")
SAUF_MOIS = re.compile(
    rf"[,\s]*\(?\s*(?:sauf|hors|excepte) (?:en |au mois de |au mois d')?({UN_MOIS}(?:\s*(?:,|et)\s*(?:en )?{UN_MOIS})*)\s*\)?"
)
_RANG = r"(?:premier|deuxieme|troisieme|quatrieme|dernier|\d(?:er|e|eme))s?"
RANGS_DU_MOIS = re.compile(rf"\s*\(?\s*(?:les? )?({_RANG}(?:\s*(?:,|et)\s*(?:les? )?{_RANG})*) (?:du|de chaque) mois\s*\)?$")
AUTRES_JOURS = re.compile(r"[,\s]*\(?\s*(?:les )?autres jours (non renseigne|ferme)\s*\)?$")
# When each part of the day may begin, in hours.
MOMENTS = {"matin": (0, 13), "midi": (11, 15), "apres-midi": (11, 20), "soir": (16, 30), "nuit": (18, 34)}
LE_MOMENT = re.compile(rf"(?:le |l'|en |au |a |la )?\b({'|'.join(MOMENTS)})(?:ee|s)?$")
HEURES_PUIS_JOURS = re.compile(
    rf"((?:de )?{PLAGE}(?:\s*(?:,|et(?: de)?)\s*{PLAGE})*),?\s+((?:du|le|les|tous|en semaine|chaque)\b(?!.*\d\s?h).*)"
)
_ENTRE_REGLES = re.compile(
    rf"\s*(?:,|\bet\b|-)\s*(?=(?:du |le |les |et )?(?:{_RANG} )?(?:{UN_JOUR}\b|(?:jours )?feries\b|autres jours\b))|,\s*(?=ferme )"
    r"|\s*(?:,|\bet\b)\s*(?=(?:pendant )?(?:les )?vacances scolaires\b.*(?:\d\s?h|\bferme))"
)
FERME_CES_JOURS = re.compile(r"ferme (?:le |les |en |au )?(?!de\b|toute|\()(\D+)")
DIT_DES_HEURES = re.compile(r"\d\s?h|\d:\d|midi|minuit|ferme|matin|soir")


def regles_d_une_ligne(texte: str) -> list[str]:
    """« lundi au jeudi 9h-17h, vendredi 9h-16h » as its rules; hours written before their days go after them."""
    mots = courant(texte)
    regles, debut = [], 0
    for entre in _ENTRE_REGLES.finditer(mots):
        # A day after other days goes on with them; after hours it begins a rule.
        if DIT_DES_HEURES.search(mots, debut, entre.start()):
            regles.append(mots[debut:entre.start()])
            debut = entre.end()
    regles.append(mots[debut:])
    return [_jours_devant(regle.strip()) for regle in regles]


def _jours_devant(regle: str) -> str:
    if trouve := HEURES_PUIS_JOURS.fullmatch(regle):
        return f"{trouve[2]} {trouve[1]}"
    return f"{trouve[1]} ferme" if (trouve := FERME_CES_JOURS.fullmatch(regle)) else regle


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
    if "sur deux" in jours and (trouve := JOURS_PUIS_HEURES.fullmatch(heures)):
        jours, heures = f"{jours}, {trouve[1]}", trouve[2]
    if FERIES_ET_VACANCES.fullmatch(jours):
        return [("jours feries", heures), ("vacances scolaires", heures)]
    for trouve in filter(None, (SAUF_MOIS.search(jours), SAUF_MOIS.search(heures))):
        jours, heures = jours.replace(trouve[0], ""), heures.replace(trouve[0], "")
        a_part.append((f"en {trouve[1]}", "ferme"))
    if autres := AUTRES_JOURS.search(heures):
        heures = heures[: autres.start()]
        a_part.append(("autres jours", autres[1]))
    if rangs := RANGS_DU_MOIS.search(heures):
        jours, heures = f"{rangs[1]} {jours} du mois", heures[: rangs.start()]
    if (moment := LE_MOMENT.search(jours)) and _du_moment(heures, *MOMENTS[moment[1]]):
        jours = jours[: moment.start()]
    if (jours, heures) == (courant(cle), courant(texte)):
        return [(cle, texte)]  # as it was written, for what may have to be said of it
    return [(jours.strip(" ,"), heures.strip(" ,")), *a_part]


def _du_moment(heures: str, debut: int, fin: int) -> bool:
    """Whether all hours that are written are those of that part of the day."""
    ecrites = re.findall(PLAGE, heures)
    commencent = [int(n) for plage in ecrites for n in re.findall(r"^\d+", plage)]
    return bool(ecrites) and len(commencent) == len(ecrites) and all(debut <= heure < fin for heure in commencent)
