"""A line of French cut into its rules, each with its days and its hours: « lundi 9h-12h, mardi 14h-17h »."""

from __future__ import annotations

import re

from quifaitquoi.base.texte import cite

from .annonces import (
    CONDITION,
    DES_JOURS,
    TOUS_LES_JOURS,
    a_chaque_jour,
    condition_annoncee,
    dans_sa_saison,
    laquelle,
    sous_condition,
    suit_une_condition,
    suit_une_saison,
)
from .cles import lire_cle
from .en_plus import refuse_ce_qui_s_ajoute
from .fautes import Illisible
from .habitudes import UN_JOUR, UN_MOIS, UNE_DATE, courant
from .montre import HEURE, PLAGE, minutes
from .selecteurs import SEMAINE_ENTIERE

_VACANCES = r"(?:pendant )?(?:les )?vacances scolaires\b"
_DES_DATES = rf"(?:(?:le )?{UNE_DATE}|du \d{{1,2}}(?:er)? [^,]*\bau\b|(?:en |de |d')?{UN_MOIS}\b)"
_ENTRE_REGLES = re.compile(
    rf"\s*(?:[,.|•·/]|\bet\b|-)\s*(?={DES_JOURS})"
    rf"|\s*[,.|•·]\s*(?={TOUS_LES_JOURS})"
    r"|[,.]\s*(?=ferme (?!(?:de|entre|a) |(?:le |l')?(?:matin|apres-midi)))"
    r"|(?:\.|,(?=[^,.]*scolaires\s*:))\s*(?=(?:(?:hors|pendant les) )?vacances scolaires\b.*\d ?h)"
    rf"|\s*(?:,|\bet\b)\s*(?={_VACANCES}.*(?:\d\s?h|\bferme))"
    rf"|\s*(?:[,.]|\bet\b)\s*(?={_DES_DATES}[^,.]*(?:\d ?h|ferme))"
    # Days follow hours without a sign where a table was copied; hours follow them.
    rf"|(?<=[\dh)])\s+(?={DES_JOURS}[^,.]*?(?:\d ?[h:]|ferme))"
    rf"|(?<=ferme)\s+(?={UN_JOUR} )"
    rf"|(?<=[\dh)])\s+(?=ferme (?:les? )?{UN_JOUR}\b)"
)
_DIT_DES_HEURES = re.compile(r"\d\s?h|\d:\d|midi|minuit|ferme|matin|soir|vous\b|rdv\b")
_FERME_CES_JOURS = re.compile(
    r"ferme (?:au public )?(?:pendant |durant )?(?:le |les |en |au (?!mois))?(?!de\b|toute|\(|.*\d ?h)(.+)"
)
_GROUPE = (
    rf"(?:(?:de |entre )?(?:24h/24|{PLAGE})(?:\s*(?:,|;|et|puis)\s*(?:(?:de|entre) )?{PLAGE})*|(?:a partir de|des) {HEURE}(?<! ))"
)
_BOUTS = re.compile(rf"({HEURE})\s*(?:-|a)\s*({HEURE})")
_HEURES_D_ABORD = re.compile(rf"{_GROUPE}[\s,:;(]+(?=\S)")
# What is said before the days, and of none of them.
_ANNONCE = re.compile(
    r"(^|[.,;:|•]\s*)[-•·*\s]*(?:(?:nos |les )?(?:horaires?|heures|jours?)(?: et (?:les )?(?:heures|horaires|jours))?"
    r"(?: (?:d'(?:ouverture|accueil)|de (?:la )?permanence|habituels))*|permanences?|accueil|ouverture|reception)"
    r"(?: (?:physique|(?:du|au) public|sur place))*(?: ouverte?)?\s*:?\s*"
    rf"(?=(?:du |de (?:\d|{UN_JOUR})|le |les |tous |chaque |en semaine|a? ?\d|{UN_JOUR}\b|s(?:ur|ans) (?:r|le|les|du)|week-?end))"
)
_OUVERT = re.compile(r"(^|[.,;|•]\s*)(?:est |sont )?ouverte?s?(?: au public)?,? (?!\d|24)")
# « 8h30-17h (16h le vendredi) », « 9h-17h, jeudi jusqu'à 20h »
_UN_JOUR_ICI = rf"(?:le |les )?(?P<jour>{UN_JOUR})"
_JUSQU_A = r"(?:jusqu'a|fermeture a|ferme a)"
_AUTRES_FINS = tuple(re.compile(rf"(?P<heures>{_GROUPE})\s*{motif}") for motif in (
    rf"\(\s*(?:{_JUSQU_A} )?(?P<fin>{HEURE})\s*{_UN_JOUR_ICI}\s*\)",
    rf"\(\s*{_UN_JOUR_ICI} (?:{_JUSQU_A} )?(?P<fin>{HEURE})\s*\)",
    rf"(?:,|et)?\s*(?:nocturne )?{_JUSQU_A} (?P<fin>{HEURE})\s*{_UN_JOUR_ICI}",
    rf"(?:,|et)?\s*(?:nocturne )?{_UN_JOUR_ICI} {_JUSQU_A} (?P<fin>{HEURE})",
))
# « 8h30-17h30 (vendredi 8h30-16h30) »
_ENTRE_PARENTHESES = re.compile(rf"(?<=[\dh])\s*\(((?:le |du |les )?{UN_JOUR}\b[^()]*(?:{PLAGE}|vous|rdv))\)")
_PUCE = re.compile(r"^[-•·*]\s*")
# The same hours go on behind a semicolon.
_POINT_VIRGULE = re.compile(rf";(?!\s*(?:de )?{PLAGE.replace('a)', '[aà])')}\s*(?:$|[;,]))", re.I)
_SEULS = re.compile(rf"{UN_JOUR}(?:\s*(?:,|et|-|au?)\s*{UN_JOUR})*\s*:?")
_HEURES_SEULES = re.compile(rf"(?:de )?{PLAGE}|ferme$|24h/24$")
_DEBUT_DES_HEURES = re.compile(
    r"[\s:,]*(?=(?:\b(?:de|entre|des|a partir de|jusqu'a|(?<!semaine )a) )?\b\d{1,2}\s?(?:h|:\d|-\s?\d{1,2}\s?h)"
    r"|\b(?:ferme|off\b|sur (?:r|appel|i)|24 ?h"
    r"|heures |horaires |a confirmer|non renseigne|(?:de )?(?<!-)(?<!le )midi\b|minuit\b))"
)
_DEBUT_DU_MOMENT = re.compile(
    r"[\s:,]*(?=\b(?:(?:le )?matin|(?:l')?apres-midi|(?:le )?soir|la nuit|en (?:matinee|soiree|journee|debut|fin)|toute la))"
)
_APRES_LES_JOURS = re.compile(r"\s*:\s*(?!\d)")


def regles_d_un_texte(texte: str) -> list[tuple[str, str]]:
    """The rules of a text of several lines, or of some parted by semicolons, each with the line where it stands."""
    dites: list[tuple[str, str]] = []
    for ligne in lignes_d_un_texte(texte):
        avant: list[str] = []
        condition = None
        for partie in filter(None, map(str.strip, _POINT_VIRGULE.split(ligne))):
            regles = regles_d_une_ligne(partie)
            if avant and suit_une_saison(avant, regles):
                raise laquelle(ligne)
            if condition and suit_une_condition(regles):
                raise a_chaque_jour(ligne, condition)
            avant, condition = regles, condition_annoncee(_sans_annonce(courant(partie)))
            dites += [(partie, regle) for regle in regles]
    return dites


def lignes_d_un_texte(texte: str) -> list[str]:
    """Its lines, where days that stand alone go on in the line of their hours, as in a table that was copied."""
    lignes: list[str] = []
    for ligne in filter(None, map(str.strip, texte.splitlines())):
        if lignes and _SEULS.fullmatch(courant(lignes[-1])) and _HEURES_SEULES.match(courant(ligne)):
            lignes[-1] = f"{lignes[-1].rstrip(' :')} : {ligne}"
        else:
            lignes.append(ligne)
    return lignes


def regles_d_une_ligne(texte: str) -> list[str]:
    """« lundi au jeudi 9h-17h, vendredi 9h-16h » as its rules, in plain words; raises Illisible where two readings are left.

    What was said before the days goes after them: hours, « fermé », « sur rendez-vous ».
    """
    mots = _sans_annonce(courant(texte))
    if _HEURES_D_ABORD.match(mots):
        regles = [regle for groupe in _jours_avant_les_heures(mots) for regle in _separees(groupe)]
    else:
        regles = _separees(mots)
    if any(regle.startswith("ferme ") and re.search(rf"{UN_JOUR}.*{PLAGE}|{PLAGE}.*{UN_JOUR}|sinon", regle) for regle in regles):
        raise Illisible(
            f"{cite(texte)} : on ne sait pas quels jours sont fermés : écrivez une ligne pour chaque sorte de jours, "
            "par exemple « lundi: fermé » et « mardi: 9h-12h »."
        )
    regles = [f"{trouve[1]} ferme" if (trouve := _FERME_CES_JOURS.fullmatch(regle)) else regle for regle in regles]
    dites = dans_sa_saison(sous_condition(regles, texte), texte)
    if len(dites) > 1:
        refuse_ce_qui_s_ajoute([coupe(regle) for regle in dites], texte)
    return dites


def coupe(regle: str) -> tuple[str, str]:
    """A rule cut where its hours begin."""
    mots = courant(regle)
    trouve = _DEBUT_DES_HEURES.search(mots) or _DEBUT_DU_MOMENT.search(mots) or _APRES_LES_JOURS.search(mots)
    return (mots[: trouve.start()], mots[trouve.end() :]) if trouve else (mots, "")


def se_lit_ensemble(cle: str, texte: str) -> bool:
    """Whether an entry of a mapping is rather a line of text that has a colon in it: « Horaires: lundi 9h-12h »."""
    if not texte.strip():
        return False
    mots = f"{courant(cle)}: {courant(texte)}"
    seuls = _sans_annonce(mots)
    return bool(
        seuls != mots
        or CONDITION.match(mots)
        or re.search(PLAGE, courant(cle))
        or _HEURES_D_ABORD.match(mots)
        or re.match(rf"{DES_JOURS}|{TOUS_LES_JOURS}", courant(texte))
        or len(_separees(seuls)) > 1
    )


def _sans_annonce(mots: str) -> str:
    """What is said of days and hours, without « Horaires d'ouverture : », « permanence », bullets."""
    for motif in _AUTRES_FINS:
        mots = motif.sub(_jusqu_a_une_autre_heure, mots)
    return _ENTRE_PARENTHESES.sub(r", \1", _OUVERT.sub(r"\1", _ANNONCE.sub(r"\1", _PUCE.sub("", mots))))


def _jusqu_a_une_autre_heure(trouve: re.Match) -> str:
    """« 9h-12h, 14h-17h (16h le vendredi) »: on Friday 9h-12h, 14h-16h.

    Left as it is where the hour lies between two ranges, or the day is none of those that the hours are of.
    """
    if not _est_de(trouve["jour"], _separees(trouve.string[: trouve.start()])[-1]):
        return trouve[0]
    fin, plages = minutes(trouve["fin"]), [plage[:2] for plage in _BOUTS.findall(trouve["heures"])]
    avant = [(debut, ferme) for debut, ferme in plages if minutes(debut) < fin]
    if not avant or (fin > minutes(avant[-1][1]) and len(avant) < len(plages)):
        return trouve[0]
    avant[-1] = (avant[-1][0], trouve["fin"].strip())
    return f"{trouve['heures']}, {trouve['jour']} {', '.join(map('-'.join, avant))}"


def _est_de(jour: str, jours: str) -> bool:
    try:
        return lire_cle(jour).jours <= (lire_cle(jours).jours or frozenset(SEMAINE_ENTIERE))
    except Illisible:
        return False


def _separees(mots: str) -> list[str]:
    regles, debut = [], 0
    separateurs, douteux = list(_ENTRE_REGLES.finditer(mots)), False
    for n, entre in enumerate(separateurs):
        suite = separateurs[n + 1].start() if n + 1 < len(separateurs) else len(mots)
        # A day after other days goes on with them; after hours it begins a rule. Those after « fermé » end where hours begin.
        fermes = mots.startswith("ferme ", debut) and "." not in entre[0]
        if fermes and (douteux or not _DIT_DES_HEURES.search(mots, entre.end(), suite)):
            # « fermé dimanche, lundi et mardi 9h-12h »: Monday goes with either, and the line is refused.
            douteux = douteux or "," in entre[0]
            continue
        if fermes and entre[0].strip() == "et":
            # « fermé lundi et mardi 9h-12h »: nobody can tell whether Tuesday is open.
            douteux = True
            continue
        condition = CONDITION.match(mots, debut)
        if _DIT_DES_HEURES.search(mots, condition.end() if condition else debut, entre.start()):
            regles.append(mots[debut:entre.start()])
            debut = entre.end()
    regles.append(mots[debut:])
    return [regle.strip() for regle in regles]


def _jours_avant_les_heures(mots: str) -> list[str]:
    """« 9h-12h le lundi, 14h-17h : mardi » → « le lundi 9h-12h », « mardi 14h-17h »; as it was where days are missing."""
    _, *morceaux = re.split(rf"({_GROUPE})", mots)
    dits = []
    for heures, suite in zip(morceaux[::2], morceaux[1::2], strict=True):
        jours = re.sub(r"^[\s,:;(]+|(?:[\s,:;)]|\bet$|\bpuis$)+$", "", suite)
        jours, *reste = re.split(r"\s*[,.(]?\s*(?=\b(?:ferme|sauf|hors)\b)", jours, maxsplit=1)
        if not jours:
            return [mots]
        dits.append(" ".join([jours.rstrip(")"), heures, *reste]))
    return dits
