"""Clock times as people write them → « 9h-12h, 14h-17h », which the readers know; `HEURE` and `PLAGE` are their patterns."""

from __future__ import annotations

import re

# No blank at its end: a pattern of many would try each of them in two ways.
HEURE = r"(?:\d{1,2}\s?(?:h|:)(?:\s?\d{1,2})?|midi|minuit)"
PLAGE = rf"{HEURE}\s*(?:-|a)\s*{HEURE}"
# The same, ended where it ends: « 14h 17h » is two of them.
_NETTE = r"(?:\b(?:[01]?\d|2[0-4]) ?(?:h(?: ?[0-5]\d(?![\dh:]| ?h\b))?|:[0-5]\d)(?!\d)|\bmidi\b|\bminuit\b)"
_NUE = r"(?<![\d/:h.])(\d{1,2})"
# Before or behind it, a time belongs to a range already, or begins without an end.
_SUITE = re.compile(
    rf"(?P<avant>(?:-|/|\ba|\bjusqu'a|\bpartir de|\bdes|\bvers)\s*)?"
    rf"(?P<heures>{_NETTE}(?:\s+{_NETTE})+)(?P<apres>\s*(?:-|/|a\b|$)?)"
)
# Behind bare numbers, what makes them neither a date nor an age.
_RIEN_D_AUTRE = r"(?=\s*(?:$|[,;/)]|(?:et|puis|le|les|du|sur|sans|sauf|hors|ferme)\b))"
_MOMENT = r"(?:le |l'|du )?(?:matin|midi|apres-midi|soir)"
# « 8-12 / 14-18 »: no date has a fourteenth to eighteenth month.
_DEUX_PLAGES_NUES = re.compile(
    rf"\b(?:de )?{_NUE}\s*(?:-|a)\s*(\d{{1,2}})(?:\s*(?:/|et|puis|,|;)\s*|\s+)"
    rf"(?:de )?(\d{{1,2}})\s*(?:-|a)\s*(\d{{1,2}}){_RIEN_D_AUTRE}"
)
_DE_A_NU = re.compile(rf"\bde {_NUE} a (\d{{1,2}}){_RIEN_D_AUTRE}")

_ECRITURES = tuple((re.compile(motif), ecrit) for motif, ecrit in (
    (r"\b(?:h ?24|24 ?h ?/ ?24 ?h|24 ?h(?:eures)? sur 24(?: ?h)?|24/24)\b", "24h/24"),
    (r"(\d) ?(?:heures?|hrs?)\b(?! sur)", r"\1h"),
    (r"(\d ?h)\.(\d\d)\b", r"\1\2"),
    (r"(\d ?h ?\d\d) ?(?:mn|min|minutes?)\b", r"\1"),
    (r"(\d{1,2} ?h(?: ?\d\d)?) du matin\b", r"\1"),
    (r"\s*(?:->|=>|→|>)\s*", "-"),
    (r"(?<=[\dh])\s*\.{2,3}\s*(?=\d)", "-"),  # 9h..12h
    (r"\s*//\s*", " / "),
    (r"(\d ?h)\.(?=\s*(?:-|a\b|et\b|,|$))", r"\1"),
    (r"\ble midi$", "midi"),
    (r"\bmidi (?:et demie?|trente)\b", "12h30"),
    (r"\b(\d{1,2})[.](\d{2})(?=\s*(?:$|[-,;/)]|a\b|et\b|puis\b))", r"\1h\2"),  # 9.00-12.00
    (rf"({_NETTE}) ({_NETTE})(?:\s+-\s+|\s*/\s*)({_NETTE}) ({_NETTE})", r"\1-\2, \3-\4"),  # 9h 12h - 14h 17h
    (rf"\b(?:a partir de|des) ({_NETTE}),? (?:et )?jusqu'a ({_NETTE})", r"\1-\2"),
    (rf"\bde {_NUE} a (?={_NETTE})", r"de \1h a "),  # de 9 à 12h
    (rf"{_NUE}/({_NETTE})\s*-\s*(\d{{1,2}})/(?={_NETTE})", r"\1h-\2, \3h-"),  # 9/12h - 14/17h
    (rf"({PLAGE})\s*[/.]\s*(?={PLAGE})", r"\1, "),  # 9h-12h/14h-17h
    (rf"({HEURE})\s*/\s*({HEURE})\s*-\s*({HEURE})\s*/\s*({HEURE})", r"\1-\2, \3-\4"),  # 9h/12h - 14h/17h
    (rf"(?!24h/24)({HEURE})\s*/\s*({HEURE})(?!\s*(?:-|a\b))", r"\1-\2"),  # 9h/12h
    (rf"({PLAGE})\s*[|+&·•]\s*(?={PLAGE})", r"\1, "),
    (rf"({PLAGE} \({_MOMENT}\))\s+(?={PLAGE})", r"\1, "),
))
_ENTRE_PLAGES = re.compile(rf"({PLAGE})(?:\s+-\s+|\s+)(?={PLAGE})")  # 9h-12h 14h-17h, 9h à 12h - 14h à 17h
_LENDEMAIN = re.compile(rf"({_NETTE})\s*(-|a)\s*({_NETTE}),? (?:(?:le|du) lendemain(?: matin)?|le jour suivant)\b")


def heures_courantes(mots: str) -> str:
    """`mots`, which are plain already, with their clock times in one writing."""
    for motif, ecrit in _ECRITURES:
        mots = motif.sub(ecrit, mots)
    mots = _DE_A_NU.sub(_de_a, _DEUX_PLAGES_NUES.sub(_deux_plages, mots))
    mots = _ENTRE_PLAGES.sub(r"\1, ", _SUITE.sub(_par_deux, mots))
    return _LENDEMAIN.sub(_le_lendemain, mots)


def minutes(heure: str) -> int:
    """Minutes after midnight of a time in plain words; midnight ends a day."""
    if heure in ("midi", "minuit"):
        return 12 * 60 if heure == "midi" else 24 * 60
    heures, reste = re.match(r"(\d+) ?[h:]? ?(\d*)", heure).groups()
    return int(heures) * 60 + int(reste or 0)


def _par_deux(trouve: re.Match) -> str:
    """« 9h30 12h 14h 17h »: openings and closings in turn, where each comes after the one before."""
    heures = re.findall(_NETTE, trouve["heures"])
    if trouve["avant"] or trouve["apres"].strip() or len(heures) % 2 or not _sont_des_plages(heures):
        return trouve[0]
    plages = (f"{debut}-{fin}" for debut, fin in zip(heures[::2], heures[1::2], strict=True))
    return ", ".join(plages) + trouve["apres"]


def _sont_des_plages(heures: list[str]) -> bool:
    """Whether times in a row open and close; those an hour apart, « 9h 10h 14h 15h », may be when something begins."""
    dites = [minutes(heure) for heure in heures]
    montent = all(avant < apres for avant, apres in zip(dites, dites[1:], strict=False))
    return montent and all(fin - debut > 60 for debut, fin in zip(dites[::2], dites[1::2], strict=True))


def _deux_plages(trouve: re.Match) -> str:
    heures = [int(trouve[n]) for n in (1, 2, 3, 4)]
    if not (5 <= heures[0] < heures[1] <= heures[2] < heures[3] <= 24 and heures[3] > 12):
        return trouve[0]
    return "{}h-{}h, {}h-{}h".format(*heures)


def _de_a(trouve: re.Match) -> str:
    """« de 9 à 12 »: of the day; « de 2 à 4 » may be of the afternoon, and is left for the readers to refuse."""
    debut, fin = int(trouve[1]), int(trouve[2])
    return f"{debut}h-{fin}h" if 7 <= debut < fin <= 24 else trouve[0]


def _le_lendemain(trouve: re.Match) -> str:
    """« de 20h à 8h le lendemain » is a night; « de 9h à 12h le lendemain » is left to be refused."""
    return f"{trouve[1]}-{trouve[3]}" if minutes(trouve[3]) <= minutes(trouve[1]) else trouve[0]
