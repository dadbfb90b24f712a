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
UN_JOUR = rf"(?:{'|'.join(NOMS_JOURS)})s?"
UN_MOIS = rf"(?:{'|'.join(NOMS_MOIS)})"
HEURE = r"(?:\d{1,2}\s?(?:h|:)\s?\d{0,2}|midi|minuit)"
PLAGE = rf"{HEURE}\s*(?:-|a)\s*{HEURE}"

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
FERIES = r"(?:les )?(?:jours )?feries"
_VACANCES = r"(?:(?:les |des |la )?(?:periodes? (?:de |des ))?)vacances scolaires"
_SAUF = r"(?:sauf|hors|excepte|en dehors)s?(?: pendant| durant)?"
HORS_VACANCES = r"hors vacances scolaires"

_HABITUDES = tuple((re.compile(motif), ecrit) for motif, ecrit in (
    (r"\b(\d{1,2})[.](\d{2})(?=\s*(?:$|[-,;/)]|a\b|et\b|puis\b))", r"\1h\2"),  # 9.00-12.00
    (rf"({PLAGE})\s*/\s*(?={PLAGE})", r"\1, "),  # 9h-12h/14h-17h
    (rf"({HEURE})\s*/\s*({HEURE})(?!\s*(?:-|a\b))", r"\1-\2"),  # 9h/12h
    (rf"({PLAGE})(?:\s+-\s+|\s+)(?={PLAGE})", r"\1, "),  # 9h-12h 14h-17h, 9h à 12h - 14h à 17h
    (r"(\d\s?h(?:\s?\d{2})?)\s*-\s*(?:la )?fin\b", r"\1-"),  # 18h - fin
    (r"\b24 ?h(?:eures)? sur 24\b", "24h/24"),
    (r",?\s*\b(?:sans interruption|non[- ]stop|en continu|(?:en )?journee continue)\b", ""),
    (r"\bavec (?:rendez-vous|rdv|rendez vous)\b", "sur rendez-vous"),
    (r"\b(?:uniquement|seulement)\b(?! sur\b),?", ""),
    (r"\bouverte?s? (?=du |le |les |tous |chaque |en semaine|7 ?j)", ""),
    (rf"\bouverte?s? (?={UN_JOUR})", ""),
    (r"\bl\s*-\s*v\b", "lundi-vendredi"),
    (rf"\b({UN_JOUR})-({UN_JOUR})-(?={UN_JOUR})", r"\1, \2, "),  # three days in a row of hyphens are no range
    (r"\b(?:les |en )?semaines? (im)?paires?\b", lambda m: f"semaines {m[1] or ''}paires"),
    (r"\(\s*(semaines (?:im)?paires)\s*\)", r"\1"),
    (rf"\b(?:de |d')?({UN_JOUR})\s*/\s*(?={UN_JOUR})", r"\1, "),
    (r"\btous les (matin|midi|soir)s\b|\btoutes les (apres-midi|nuit)s?\b", lambda m: f"tous les jours, le {m[1] or m[2]}"),
    (r"\b(?:d'|les )?autres jours (?:(?:sont|restent) )?(?:aussi )?possibles?\b", "autres jours non renseigne"),
    (r"\bjours? feries? (?:compris|inclus)\b", "feries compris"),
    (r"\bpremiere?s? week-?ends? (?:du|de chaque) mois\b", "premier week-end du mois"),
    (r"\b(?:une|1) semaine sur (?:deux|2)\b|\btoutes les (?:deux|2) semaines\b|\btous les (?:quinze|15) jours\b",
     "une semaine sur deux"),
    (rf"\b(?:un|1) ({UN_JOUR}) sur (?:deux|2)\b", r"un \1 sur deux"),
    (rf"\b{_SAUF} {FERIES}(?:,| et) (?:(?:pendant |durant )?{_VACANCES})", f"sauf feries {HORS_VACANCES}"),
    (rf"\b{_SAUF} {_VACANCES}(?:,| et) {FERIES}", f"sauf feries {HORS_VACANCES}"),
    (rf"\bferme (?:pendant |durant )?{_VACANCES}(?:,| et)(?: pendant)? {FERIES}", "ferme jours feries et vacances scolaires"),
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
