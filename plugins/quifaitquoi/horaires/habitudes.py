"""What people write of their own accord, in the plain notation that the readers know: abbreviations, slashes, asides.

Only what has one meaning is rewritten; the rest is left to the readers, which refuse it by name.
"""

from __future__ import annotations

import re

from quifaitquoi.base.texte import simple

from .selecteurs import NOMS_JOURS, NOMS_MOIS

_JOURS = {"lun": "lundi", "mar": "mardi", "mer": "mercredi", "jeu": "jeudi", "ven": "vendredi", "sam": "samedi", "dim": "dimanche"}
_DEUX = {"lu": "lundi", "ma": "mardi", "me": "mercredi", "je": "jeudi", "ve": "vendredi", "sa": "samedi", "di": "dimanche"}
_MOIS = {"janv": "janvier", "jan": "janvier", "fevr": "fevrier", "fev": "fevrier", "avr": "avril", "juil": "juillet",
         "sept": "septembre", "oct": "octobre", "nov": "novembre", "dec": "decembre"}
_ABREGES = _JOURS | _DEUX | _MOIS
# Two letters are also words: only beside what parts days or begins hours.
_ABREGE = re.compile(rf"\b({'|'.join(_JOURS | _MOIS)})\b\.?|\b({'|'.join(_DEUX)})\b\.?(?=\s*(?:[-,/:;]|$|\d|(?:au?|et)\b))")
_UN_JOUR = rf"(?:{'|'.join(NOMS_JOURS)})s?"
_UN_MOIS = rf"(?:{'|'.join(NOMS_MOIS)})"
_HEURE = r"(?:\d{1,2}\s?(?:h|:)\s?\d{0,2}|midi|minuit)"
_PLAGE = rf"{_HEURE}\s*(?:-|a)\s*{_HEURE}"

# Named days that the calendar has once a year, as it counts them.
FETES = {
    r"jour de l'an|nouvel an|1er de l'an": "1 janvier",
    r"vendredi saint": "paques -2",
    r"dimanche de paques": "paques +0",
    r"lundi de paques": "paques +1",
    r"fete du travail": "1 mai",
    r"(?:jeudi de l'|l')?ascension": "paques +39",
    r"dimanche de (?:la )?pentecote": "paques +49",
    r"lundi de (?:la )?pentecote": "paques +50",
    r"fete nationale": "14 juillet",
    r"(?:l')?assomption": "15 aout",
    r"(?:la )?toussaint": "1 novembre",
    r"(?:l')?armistice": "11 novembre",
    r"(?:jour de )?noel": "25 decembre",
    r"(?:la )?saint-etienne": "26 decembre",
}

_MARS = re.compile(r"\b(\d{1,2}|1er) mar\b(?!\.? (?:du|de chaque) mois)\.?")

# School holidays are said in one way: « pendant les vacances scolaires » or « hors vacances scolaires ».
_FERIES = r"(?:les )?(?:jours )?feries"
_VACANCES = r"(?:(?:les |des |la )?(?:periodes? (?:de |des ))?)vacances scolaires"
_SAUF = r"(?:sauf|hors|excepte|en dehors)s?(?: pendant| durant)?"
HORS_VACANCES = r"hors vacances scolaires"

_HABITUDES = tuple((re.compile(motif), ecrit) for motif, ecrit in (
    (r"\b(\d{1,2})[.](\d{2})(?=\s*(?:$|[-,;/)]|a\b|et\b|puis\b))", r"\1h\2"),  # 9.00-12.00
    (rf"({_PLAGE})\s*/\s*(?={_PLAGE})", r"\1, "),  # 9h-12h/14h-17h
    (rf"({_HEURE})\s*/\s*({_HEURE})(?!\s*(?:-|a\b))", r"\1-\2"),  # 9h/12h
    (rf"({_PLAGE})(?:\s+-\s+|\s+)(?={_PLAGE})", r"\1, "),  # 9h-12h 14h-17h, 9h à 12h - 14h à 17h
    (r"(\d\s?h(?:\s?\d{2})?)\s*-\s*(?:la )?fin\b", r"\1-"),  # 18h - fin
    (r"\b24 ?h(?:eures)? sur 24\b", "24h/24"),
    (r",?\s*\b(?:sans interruption|non[- ]stop|en continu|(?:en )?journee continue)\b", ""),
    (r"\bavec (?:rendez-vous|rdv|rendez vous)\b", "sur rendez-vous"),
    (r"\b(?:uniquement|seulement)\b(?! sur\b),?", ""),
    (r"\bouverte?s? (?=du |le |les |tous |chaque |en semaine|7 ?j)", ""),
    (rf"\bouverte?s? (?={_UN_JOUR})", ""),
    (r"\bl\s*-\s*v\b", "lundi-vendredi"),
    (rf"\b({_UN_JOUR})-({_UN_JOUR})-(?={_UN_JOUR})", r"\1, \2, "),  # three days in a row of hyphens are no range
    (r"\b(?:les |en )?semaines? (im)?paires?\b", lambda m: f"semaines {m[1] or ''}paires"),
    (r"\(\s*(semaines (?:im)?paires)\s*\)", r"\1"),
    (rf"\b(?:de |d')?({_UN_JOUR})\s*/\s*(?={_UN_JOUR})", r"\1, "),
    (r"\btous les (matin|midi|soir)s\b|\btoutes les (apres-midi|nuit)s?\b", lambda m: f"tous les jours, le {m[1] or m[2]}"),
    (r"\b(?:d'|les )?autres jours (?:(?:sont|restent) )?(?:aussi )?possibles?\b", "autres jours non renseigne"),
    (r"\bjours? feries? (?:compris|inclus)\b", "feries compris"),
    (r"\bpremiere?s? week-?ends? (?:du|de chaque) mois\b", "premier week-end du mois"),
    (r"\b(?:une|1) semaine sur (?:deux|2)\b|\btoutes les (?:deux|2) semaines\b|\btous les (?:quinze|15) jours\b",
     "une semaine sur deux"),
    (rf"\b(?:un|1) ({_UN_JOUR}) sur (?:deux|2)\b", r"un \1 sur deux"),
    (rf"\b{_SAUF} {_FERIES}(?:,| et) (?:(?:pendant |durant )?{_VACANCES})", f"sauf feries {HORS_VACANCES}"),
    (rf"\b{_SAUF} {_VACANCES}(?:,| et) {_FERIES}", f"sauf feries {HORS_VACANCES}"),
    (rf"\bferme (?:pendant |durant )?{_VACANCES}(?:,| et)(?: pendant)? {_FERIES}", "ferme jours feries et vacances scolaires"),
    (rf"\b(?:y compris|meme) (?:pendant |durant )?{_VACANCES}|\b{_VACANCES} (?:comprises|incluses)", ""),
    (rf"\b{_SAUF} {_VACANCES}", HORS_VACANCES),
    (r"\b(?:en |pendant |durant |hors )?(?:la |les )?(?:periodes?|temps) scolaires?\b",
     lambda m: "pendant les vacances scolaires" if m[0].startswith("hors") else HORS_VACANCES),
    (rf"\b(?:pendant|durant|lors) (?:toutes )?{_VACANCES}", "pendant les vacances scolaires"),
))
_DATE = re.compile(r"\b(\d{1,2})/(\d{1,2})(?:/(20\d\d))?\b(?!\s*h)")


def courant(texte: str) -> str:
    """`texte` in plain words: « Lun-Ven 9h/12h » → « lundi-vendredi 9h-12h »."""
    # After the number of a day, « mar. » is a month.
    mots = _ABREGE.sub(lambda m: _ABREGES[m[1] or m[2]], _MARS.sub(r"\1 mars", simple(texte)))
    mots = _DATE.sub(_date, mots)
    for motif, ecrit in _HABITUDES:
        mots = motif.sub(ecrit, mots)
    return " ".join(mots.split())


def _date(trouve: re.Match) -> str:
    jour, mois, annee = int(trouve[1]), int(trouve[2]), trouve[3]
    if not (1 <= jour <= 31 and 1 <= mois <= 12) or trouve[0] in ("24/7", "7/7"):
        return trouve[0]
    return f"{jour} {NOMS_MOIS[mois - 1]}" + (f" {annee}" if annee else "")


# -- asides: what one line says of other days than its own

SAUF_FERIES = re.compile(rf"[,\s]*\(?\s*(?:sauf|hors|excepte)s? {_FERIES}\s*\)?|[,\s]*\(?\s*ferme {_FERIES}\s*\)?")
FERIES_COMPRIS = re.compile(rf"[,\s]*(?:et )?\(?\s*(?:y compris {_FERIES}|feries compris|meme {_FERIES})\s*\)?")
_ECOLE = r"(?:pendant )?(?:les )?vacances scolaires"
FERIES_ET_VACANCES = re.compile(rf"{_FERIES}\s*(?:,|et)\s*{_ECOLE}|{_ECOLE}\s*(?:,|et)\s*{_FERIES}")
SELON_L_ECOLE = re.compile(rf"[,\s]*\(?\s*(?:ferme {_ECOLE}|{HORS_VACANCES}|(?P<pendant>pendant les vacances scolaires))\s*\)?")
UNE_SEMAINE_SUR_DEUX = re.compile(r"[,\s]*\(?\s*(une semaine sur deux[^()]*?)\s*\)?$")
JOURS_PUIS_HEURES = re.compile(rf"((?:du |le |les )?{_UN_JOUR}\b\D*?)[\s:,]*(?:de )?(\d.*)")
SAUF_MOIS = re.compile(
    rf"[,\s]*\(?\s*(?:sauf|hors|excepte) (?:en |au mois de |au mois d')?({_UN_MOIS}(?:\s*(?:,|et)\s*(?:en )?{_UN_MOIS})*)\s*\)?"
)
_RANG = r"(?:premier|deuxieme|troisieme|quatrieme|dernier|\d(?:er|e|eme))s?"
RANGS_DU_MOIS = re.compile(rf"\s*\(?\s*(?:les? )?({_RANG}(?:\s*(?:,|et)\s*(?:les? )?{_RANG})*) (?:du|de chaque) mois\s*\)?$")
AUTRES_JOURS = re.compile(r"[,\s]*\(?\s*(?:les )?autres jours (non renseigne|ferme)\s*\)?$")
# When each part of the day may begin, in hours.
MOMENTS = {"matin": (0, 13), "midi": (11, 15), "apres-midi": (11, 20), "soir": (16, 30), "nuit": (18, 34)}
LE_MOMENT = re.compile(rf"(?:le |l'|en |au |a |la )?\b({'|'.join(MOMENTS)})(?:ee|s)?$")
HEURES_PUIS_JOURS = re.compile(
    rf"((?:de )?{_PLAGE}(?:\s*(?:,|et(?: de)?)\s*{_PLAGE})*),?\s+((?:du|le|les|tous|en semaine|chaque)\b(?!.*\d\s?h).*)"
)
_ENTRE_REGLES = re.compile(
    rf"\s*(?:,|\bet\b|-)\s*(?=(?:du |le |les |et )?(?:{_RANG} )?(?:{_UN_JOUR}\b|(?:jours )?feries\b|autres jours\b))|,\s*(?=ferme )"
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
    ecrites = re.findall(_PLAGE, heures)
    commencent = [int(n) for plage in ecrites for n in re.findall(r"^\d+", plage)]
    return bool(ecrites) and len(commencent) == len(ecrites) and all(debut <= heure < fin for heure in commencent)
