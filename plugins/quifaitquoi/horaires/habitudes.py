"""What people write of their own accord, in the plain notation that the readers know: abbreviations, slashes, asides.

Only what has one meaning is rewritten; the rest is left to the readers, which refuse it by name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from quifaitquoi.base.texte import simple

from .montre import HEURE, PLAGE, heures_courantes
from .selecteurs import NOMS_JOURS, NOMS_MOIS

_JOURS = {"lun": "lundi", "mar": "mardi", "mer": "mercredi", "jeu": "jeudi", "ven": "vendredi", "sam": "samedi", "dim": "dimanche"}
_DEUX = {"lu": "lundi", "ma": "mardi", "me": "mercredi", "je": "jeudi", "ve": "vendredi", "sa": "samedi", "di": "dimanche"}
_MOIS = {"janv": "janvier", "jan": "janvier", "fevr": "fevrier", "fev": "fevrier", "avr": "avril", "juil": "juillet",
         "sept": "septembre", "oct": "octobre", "nov": "novembre", "dec": "decembre"}
_ABREGES = _JOURS | _DEUX | _MOIS
# Two letters are also words: only beside what parts days or begins hours.
_ABREGE = re.compile(
    rf"\b({'|'.join(_JOURS | _MOIS)})\b\.?"
    rf"|\b({'|'.join(_DEUX)})\b\.?(?=\s*(?:[-,/:;]|$|\d|(?:au?|et|off|ferme|{'|'.join(_DEUX)})\b))"
)
UN_JOUR = rf"(?:{'|'.join(NOMS_JOURS)})s?"
UN_MOIS = rf"(?:{'|'.join(NOMS_MOIS)})"
UNE_DATE = rf"\d{{1,2}}(?:er)? {UN_MOIS}(?: \d{{4}})?"

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

# After the number of a day, or from one month to another, « mar. » is a month; after an abbreviated month it may be either.
_MARS = tuple((re.compile(motif), ecrit) for motif, ecrit in (
    (r"\b(\d{1,2}|1er) mar\b(?!\.? (?:du|de chaque) mois)\.?", r"\1 mars"),
    (rf"\b((?:{'|'.join(_MOIS)}|{UN_MOIS})\.?\s*(?:-|a)\s*)mar\b\.?", r"\1mars"),
    (rf"\bmar\b\.?(?=\s*(?:-|a)\s*(?:{'|'.join(_MOIS)}|{UN_MOIS})\b)", "mars"),
    (rf"\b((?:{'|'.join(_MOIS)})\b\.?,?\s*(?:et )?)mar\b\.?", r"\1mars ou mardi"),
))

# School holidays are said in one way: « pendant les vacances scolaires » or « hors vacances scolaires ».
FERIES = r"(?:les )?(?:jours )?feries"
_VACANCES = r"(?:(?:les |des |la )?(?:periodes? (?:de |des ))?)vacances scolaires"
_SAUF = r"(?:sauf|hors|en dehors)(?: pendant| durant)?"
_RDV = r"(?:rendez-vous|rdv|rendez vous)"
HORS_VACANCES = r"hors vacances scolaires"

_HABITUDES = tuple((re.compile(motif), ecrit) for motif, ecrit in (
    (r"\b(?:excepte(?:e|s|es)?|hormis|a l'exception d(?:e|u|es))(?= )", "sauf"),
    (r"\bfermes?\b|\bfermees?\b", "ferme"),
    (r"\bfermeture(?: (?:annuelle|hebdomadaire|estivale|hivernale|exceptionnelle))?"
     r"\s*:?(?= (?:les?|du|en|au mois|pendant|durant|jours) )", "ferme"),
    (r"\bnuit et jour\b", "jour et nuit"),
    (r"\bt\.? ?l\.? ?j\b\.?", "tous les jours"),
    (r"\bapres midi\b|\bapr(?:es)?[-. ]{1,2}midi\b|\baprem\b", "apres-midi"),
    (r"\bsem\. (?=(?:im)?paires?)", "semaines "),
    (r"(7j/7.*|24h/24.*)\b365 ?j(?:ours)? ?(?:par an|/ ?(?:an|365)|sur 365)", r"\1toute l'annee"),
    (r"\b365 ?j(?:ours)? ?(?:par an|/ ?(?:an|365)|sur 365)(?!.*toute l'annee)", "tous les jours, feries compris"),
    (rf"\b(?:toute la|en) journee,? (?=(?:de )?{PLAGE})", ""),
    (rf"\b({UN_JOUR}) (matin|midi|apres-midi|soir) au ({UN_JOUR}) \2\b(?=\W*(?:de )?\d)", r"\1 au \3, le \2"),
    (rf"\b({UN_JOUR})\s*[+&]\s*(?={UN_JOUR}|{FERIES}|week-?end)", r"\1, "),
    (r"\bj\.?f\b\.?", "jours feries"),
    (r"(?<=[a-z])\s*\|\s*(?=(?:de )?\d)", " : "),
    (rf"\b({UN_JOUR}) \((?:tous )?(?:les? )?((?:\d(?:er|e|eme)|premier|deuxieme|troisieme|quatrieme|dernier)[^()]*)"
     r" (?:du|de chaque) mois\)", r"\2 \1 du mois"),
    (r"\bconges scolaires\b", "vacances scolaires"),
    (r"\b(?:toutes les semaines|hebdomadaire(?:ment)?),?(?= )", ""),
    (r"\b(?:rendez-vous|rdv) (?:obligatoire|exige|indispensable|necessaire)\b", "sur rendez-vous"),
    (r"\b7 jours ?(?:sur|/) ?7\b|\b7 ?j? ?/ ?7(?: ?j)?\b", "7j/7"),
    (rf"({PLAGE}),?\s*\(\s*({PLAGE} (?:sur|sans) [^()]*)\)", r"\1, \2"),  # 9h-12h (14h-17h sur rdv)
    (r"(\d\s?h(?:\s?\d{2})?)\s*(?:-|a|jusqu'a)\s*(?:la )?(?:fin|fermeture)\b", r"\1-"),  # 18h - fin
    (r",?\s*(?:\(\s*)?\b(?:sans (?:interruption|coupure)(?: (?:le |a |du )?midi)?|non[- ]stop|(?:en )?continue?(?!\w)"
     r"|(?:en )?journee continue)\b(?:\s*\))?", ""),
    (rf"\bavec (?:ou|et) sans {_RDV}\b|\bavec {_RDV} ou sans\b", "avec ou sans rendez-vous"),
    (rf"\bavec {_RDV}\b|\(\s*{_RDV}\s*\)", "sur rendez-vous"),
    (rf"(?<=[a-z]) \(\s*((?:uniquement |seulement )?(?:sur|sans) {_RDV})\s*\)", r" \1"),
    (rf",? (?:et )?(sur {_RDV}) (?:pour )?(?:tous )?(?:les|le) (?:autres jours|reste de la semaine|reste du temps)\b",
     ", autres jours sur rendez-vous"),
    (r"\b(?:uniquement|seulement)\b(?! sur\b)", ""),
    (r"\b(?:en )?(?:acces libre|libre acces|entree libre)\b", "sans rendez-vous"),
    (rf"(?<=[a-z]) \(((?:de )?{PLAGE}(?:\s*(?:,|et)\s*(?:de )?{PLAGE})*)\)", r" \1"),  # lundi (9h-12h)
    (rf"({PLAGE})\s+-\s+(?=ferme|sauf)", r"\1, "),
    (rf"({PLAGE} (?:sur|sans) {_RDV})\s+(?={PLAGE} (?:sur|sans) {_RDV})", r"\1, "),
    (rf"\b({UN_JOUR}) ((?:(?:premier|dernier|\d(?:er|e|eme))(?:, | et )?(?:le )?){{2,}}) ?(?:du|de chaque) mois", r"\2 \1 du mois"),
    (rf"({UN_JOUR} (?:a )?{HEURE})\s*-\s*(?={UN_JOUR} (?:a )?{HEURE})", r"\1 au "),  # samedi 22h - dimanche 4h
    (rf"\b({UN_JOUR}) (matin|midi|apres-midi|soir)(?=(?:,| et) {UN_JOUR} \2\b)", r"\1"),
    (r"\bouverte?s? (?=du |le |les |tous |chaque |en semaine|7 ?j)", ""),
    (rf"\bouverte?s? (?={UN_JOUR})", ""),
    (r"\bl\s*-\s*v\b", "lundi-vendredi"),
    (rf"\b({UN_JOUR})-({UN_JOUR})-(?={UN_JOUR})", r"\1, \2, "),  # three days in a row of hyphens are no range
    (r"\b(?:les |en )?semaines? (im)?paires?\b", lambda m: f"semaines {m[1] or ''}paires"),
    (r"\(\s*(semaines (?:im)?paires)\s*\)", r"\1"),
    (rf"\b(?:de |d')?({UN_JOUR})\s*/\s*(?={UN_JOUR}|{FERIES})", r"\1, "),
    (rf"\bde (?={UN_JOUR} (?:a|au) {UN_JOUR})", "du "),
    (r"\b(?:tous )?les (matin|midi|soir)s (?:de|en) (?:la )?semaine", r"en semaine, le \1"),
    (rf"\btous les (matin|midi|soir)s ((?:du )?{UN_JOUR} (?:au|a) {UN_JOUR})", r"\2, le \1"),
    (rf"^((?:le |en )?(?:matin|midi|soir)(?:ee)?|(?:l')?apres-midi),? "
     rf"((?:du |le |les )?{UN_JOUR}(?:\s*(?:,|au|a|et)\s*{UN_JOUR})*|en semaine)", r"\2, \1"),
    (rf"\b(?:un|1) ({UN_JOUR}) sur (?:deux|2),? \(?(semaines (?:im)?paires)\)?", r"\1 des \2"),
    (r"\bw-e\b", "week-end"),
    (rf"(?:du )?\b({UNE_DATE})\s*(?:-|au)\s*({UNE_DATE})", r"du \1 au \2"),
    (rf"^(?:(?:horaires? )?(?:en |d'|l')?(?:ete|hiver)|(?:horaires?|periode) (?:estivale?|hivernale?)s?)"
     rf"\s*\(([^()]*{UN_MOIS}[^()]*)\)", r"\1"),
    (r"\((sauf|hors) ([^()\d]*)\)", r"\1 \2"),
    (r"\b(?:tous les|chaque) (matin|midi|soir)s?\b|\btoutes les (apres-midi|nuit)s?\b",
     lambda m: f"tous les jours, le {m[1] or m[2]}"),
    (r"\b(?:d'|les )?autres jours (?:(?:sont|restent) )?(?:aussi )?possibles?\b", "autres jours non renseigne"),
    (r"\b(?:jours? )?feries? (?:compris|inclus)\b", "feries compris"),
    (r"(?<!feries)(?<! y) (?:inclus|compris)(?:e|es)?\b", ""),
    (r"\bpremiere?s? week-?ends? (?:du|de chaque) mois\b", "premier week-end du mois"),
    (r"\b(?:une|1) semaine ?(?:sur |/ ?)(?:deux|2)\b|\btoutes les (?:deux|2) semaines\b|\btous les (?:quinze|15) jours\b",
     "une semaine sur deux"),
    (rf"\b(?:un|1) ({UN_JOUR}) ?(?:sur |/ ?)(?:deux|2)\b", r"un \1 sur deux"),
    (rf"\b(?:sauf|hors) {FERIES}(?:,| et) (?:(?:le |au |en )?mois d[e']\s?|en )?(?={UN_MOIS}|(?:les? )?{UNE_DATE})",
     "sauf feries, sauf "),
    (rf"\b(?:sauf|hors) ((?:les |le |en |et |,|{UN_JOUR}|week-ends?|{UN_MOIS}|\s)+?)\s*(?:,|et) {FERIES}",
     r"sauf feries, sauf \1"),
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


@lru_cache(maxsize=8192)
def courant(texte: str) -> str:
    """`texte` in plain words: « Lun-Ven 9h/12h » → « lundi-vendredi 9h-12h »."""
    mots = simple(texte)
    for motif, ecrit in _MARS:
        mots = motif.sub(ecrit, mots)
    mots = _DATE.sub(_date, _ABREGE.sub(lambda m: _ABREGES[m[1] or m[2]], mots))
    mots = heures_courantes(mots)
    for motif, ecrit in _HABITUDES:
        mots = motif.sub(ecrit, mots)
    return " ".join(mots.split())


def _date(trouve: re.Match) -> str:
    jour, mois, annee = int(trouve[1]), int(trouve[2]), trouve[3]
    if not (1 <= jour <= 31 and 1 <= mois <= 12) or trouve[0] in ("24/7", "7/7"):
        return trouve[0]
    return f"{jour} {NOMS_MOIS[mois - 1]}" + (f" {annee}" if annee else "")
