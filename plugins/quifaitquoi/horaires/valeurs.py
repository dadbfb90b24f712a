"""Reader of the right-hand side of a French line: « 9h-12h, 14h-17h30 », « fermé », « heures à confirmer »."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quifaitquoi.base.texte import cite

from .a_part import LE_MOMENT, du_moment
from .fautes import Illisible
from .habitudes import courant
from .modele import (
    AVEC_OU_SANS,
    HEURES_A_CONFIRMER,
    JOURNEE,
    NON_RENSEIGNE,
    RENDEZ_VOUS_DITS,
    SANS_RENDEZ_VOUS,
    SUR_RENDEZ_VOUS,
    Etat,
    Plage,
    commentaire_propre,
    journee,
    plage,
    texte,
)
from .montre import PLAGE
from .refus import refus_des_heures

_RDV = r"(?:rendez-vous|rdv|rendez vous)"
RENDEZ_VOUS = re.compile(rf"\s*\(?\b(?:uniquement |seulement )?sur {_RDV}\b\)?\s*")
CONDITION = re.compile(rf"\s*\(?\b(?:uniquement |seulement )?(?:sur|sans|avec ou sans) {_RDV}\b\)?\s*")
RENDEZ_VOUS_MOMENT = re.compile(
    rf"(?:le |l')?(matin|apres-midi|soir),?\s+sur {_RDV}|sur {_RDV},?\s+(?:le |l')?(matin|apres-midi|soir)"
)
SINON = re.compile(
    r"[,/\s]*(?:\(\s*)?(?:"
    rf"(?:(?:et|ou|sinon|puis|aussi)[,\s]+)+(?:(?:le |l')?(?P<moment>matin|apres-midi|soir)\s+)?sur {_RDV}"
    r"(?:\s+(?:le |l')?(?P<ensuite>matin|apres-midi|soir))?"
    rf"|(?:le |l')?(?P<avant>matin|apres-midi|soir)\s+sur {_RDV}"
    rf"|sur {_RDV}\s+(?:le |l')?(?P<apres>matin|apres-midi|soir)"
    r")\s*\)?$"
)
PERMANENT = re.compile(
    r"(?:ouvert )?(?:(?:7 ?j? ?/ ?7(?: ?j)?|tous les jours)(?:,| -)? ?(?:et )?)?(?:24 ?h? ?/ ?24(?: ?h)?|jour et nuit)"
    r"(?:(?:,| -)? ?(?:(?:et|&) )?(?:7 ?j? ?/ ?7(?: ?j)?|tous les jours))?(?:(?:,| -)? toute l'annee)?"
)
FERME = re.compile(r"(?:ferme|fermeture|off|closed|pas d'accueil)(?: toute la journee)?(?: ?\((?P<motif>[^()]+)\))?")
# What stands for hours that nobody knows, and is worth repeating as it is.
VOIR = re.compile(
    r"(?:se renseigner|(?:nous |les |l')?(?:appele[rz]|contacte[rz]|consulte[rz]|joindre)|telephone[rz]|voir|selon"
    r"|sur appel|(?:horaires? )?(?:variables?|changeants?)"
    r"(?: selon|,? (?:se renseigner|nous |contacte[rz]|appele[rz]|consulte[rz]))"
    r"|horaires? (?:reduits?|amenages?|adaptes?|particuliers?|modifies?))\b\D*"
)
A_CONFIRMER = re.compile(
    r"(?:(?:les )?(?:heures|horaires) )?(?:a (?:confirmer|preciser|verifier)|inconnue?s?"
    r"|variables?|aleatoires?|irregulie(?:r|re)s?|ponctuel(?:le)?s?)"
    r"|(?:les )?(?:heures|horaires) non (?:connue?|renseignee?|indiquee?|precisee?|communiquee?)s?"
)
# Whether it opens at all is not known either.
PAS_SU = re.compile(
    r"non (?:connue?|renseignee?|indiquee?|precisee?|communiquee?|su)s?|(?:on ne sait|pas su)(?: pas)?|possibles?|\?+"
)
PLUSIEURS_MOMENTS = re.compile(
    r"(?:(?:le |l')?(?:matin|midi|apres-midi|soir)(?:\s*(?:,|et|puis)\s*(?:et )?(?:le |l')?(?:matin|midi|apres-midi|soir))+"
    r"|(?:en|dans la) journee)"
)
_MOMENT = r"(matin|midi|apres-midi|soir)"
DANS_UN_MOMENT = re.compile(rf"(?:le |l')?{_MOMENT}\s*:?\s*(?:de )?({PLAGE})|({PLAGE}) \(?(?:le |l'|du )?{_MOMENT}\)?(?! sur)")
MOMENTS = {
    "matin": texte("le matin, heures à confirmer"),
    "apres-midi": texte("l'après-midi, heures à confirmer"),
    "midi": texte("à midi, heures à confirmer"),
    "soir": texte("le soir, heures à confirmer"),
    "nuit": texte("la nuit, heures à confirmer"),
}
RENDEZ_VOUS_LE = dict(zip((None, "matin", "apres-midi", "soir"), RENDEZ_VOUS_DITS, strict=True))
COMME_D_HABITUDE = re.compile(
    r"ouverte?s?|comme d'habitude|comme les autres jours|horaires habituels|heures habituelles"
)

HEURE = r"(?:(\d{1,4})\s*(?:(?:heures?|h|:)\s*(\d{0,4}))?|(midi|minuit))"
DE_A = re.compile(rf"(?:de |entre )?{HEURE}\s*(?:-|a|jusqu'a|et)\s*{HEURE}")
A_PARTIR = re.compile(rf"(?:(?:a partir de|des|depuis) {HEURE}|(?:de )?{HEURE}\s*[-+])")
JUSQU_A = re.compile(rf"(?:jusqu'a|avant|ferme(?:ture)? a) {HEURE}")
SEULE = re.compile(rf"(?:a )?{HEURE}")
# What an opening leaves out: « 9h-17h, fermé de 12h à 13h ».
PAUSE = re.compile(
    rf"[,\s]*\(?\s*(?:ferme|(?:avec )?(?:une )?(?:pause|coupure)(?: meridienne| (?:du |de )?(?:midi|dejeuner))?)\s*:?\s*"
    rf"(?:de |entre )?{HEURE}\s*(?:-|a|et)\s*{HEURE}\s*\)?$"
)
_CLOS = r"(?:ferme (?:le |l')?(matin|apres-midi)|(?:le |l')?(matin|apres-midi) ferme)"
FERME_UN_MOMENT = re.compile(rf"^{_CLOS}\s*[,;/]?\s*(?:et )?(?=\d)|[,;/\s-]+(?:et )?\(?{_CLOS}\)?$")
MIDI = 12 * 60
# What follows a comma has its own condition; what is joined by « et » shares it.
SEPARATEURS, ENSEMBLE = re.compile(r"\s*(?:,|;|/)\s*"), re.compile(r"\s*\b(?:puis|et)\b\s*")
ENTRE_ET = re.compile(rf"\bentre\s+{HEURE}\s+et\s+{HEURE}")
EXEMPLE = "écrivez par exemple « 9h-12h, 14h-17h30 », « fermé », « sur rendez-vous » ou « heures à confirmer »"


@dataclass(frozen=True)
class Valeur:
    """What holds on the days of a line: ranges that share a state and a comment. No ranges means all day."""

    plages: tuple[Plage, ...] = ()
    etat: Etat = "ouvert"
    commentaire: str | None = None


def lire_valeur(source: str) -> tuple[Valeur, ...]:
    """The ranges of a day; several where some of them carry a condition. Raises Illisible."""
    mots = courant(source).rstrip(" .;,")
    if entiere := valeur_entiere(mots, source):
        return (entiere,)
    mots = DANS_UN_MOMENT.sub(_sans_le_moment, mots)
    if PLUSIEURS_MOMENTS.fullmatch(mots):
        return (Valeur(etat="inconnu", commentaire=HEURES_A_CONFIRMER),)
    mots, reste = _sinon(mots)
    if not mots:
        raise Illisible(f"Il n'y a rien après les jours : {EXEMPLE}.")
    mots, pause = _pause(mots, source)
    mots, clos = _ferme_un_moment(mots)
    if phrase := refus_des_heures(mots):
        raise Illisible(f"{cite(source)} : {phrase}.")
    groupes: dict[str | None, list[Plage]] = {}
    for ensemble in SEPARATEURS.split(ENTRE_ET.sub(lambda m: m[0].replace(" et ", " a "), mots)):
        for condition, morceau in _conditions(ENSEMBLE.split(ensemble)):
            groupes.setdefault(condition, []).append(_plage(morceau, source))
    if clos and any(_touche(plage, clos) for plages in groupes.values() for plage in plages):
        raise Illisible(f"{cite(source)} : écrivez ce qui est ouvert, par exemple « 9h-12h », ou « matin ».")
    if pause:
        groupes = {condition: _sans(pause, plages, source) for condition, plages in groupes.items()}
    return (*reste, *(Valeur(journee(plages), "ouvert", condition) for condition, plages in groupes.items()))


def _conditions(morceaux: list[str]) -> list[tuple[str | None, str]]:
    """Hours that « et » joins, each with its condition: the one before them all, else the next that is written after them."""
    dits: list[tuple[str | None, str]] = []
    condition = None
    for morceau in reversed(morceaux):
        seul = CONDITION.sub(" ", morceau).strip()
        if seul != morceau:
            condition = (
                AVEC_OU_SANS if " ou sans " in morceau else SANS_RENDEZ_VOUS if re.search(r"\bsans ", morceau) else SUR_RENDEZ_VOUS
            )
        dits.insert(0, (condition, seul))
        if CONDITION.match(morceau):
            condition = None
    if CONDITION.match(morceaux[0]):
        dits = [(autre or dits[0][0], seul) for autre, seul in dits]
    return dits


def _pause(mots: str, source: str) -> tuple[str, Plage | None]:
    """The hours, and those that they leave out."""
    trouve = PAUSE.search(mots)
    if not trouve or not trouve.start():
        return mots, None
    bouts = trouve.groups()
    return mots[: trouve.start()], plage(_minutes(*bouts[:3], source), _minutes(*bouts[3:], source, fin=True))


def _ferme_un_moment(mots: str) -> tuple[str, str | None]:
    """The hours, and the half of the day that they say again is closed: « 9h-12h, fermé l'après-midi »."""
    trouve = FERME_UN_MOMENT.search(mots)
    seul = trouve and not mots.replace(trouve[0], "").strip()
    return (FERME_UN_MOMENT.sub("", mots), trouve[trouve.lastindex]) if trouve and not seul else (mots, None)


def _touche(plage: Plage, moment: str) -> bool:
    return plage.debut < MIDI if moment == "matin" else plage.fin is None or plage.fin > MIDI + 120


def _sans(pause: Plage, plages: list[Plage], source: str) -> list[Plage]:
    """The ranges without a pause, which must lie in one of them."""
    avant = [p for p in plages if p.fin and p.debut < pause.debut and pause.fin < p.fin]
    if len(avant) != 1 or len(plages) != 1:
        raise Illisible(
            f"{cite(source)} : la pause n'est pas dans les heures : écrivez ce qui est ouvert, par exemple « 9h-12h, 14h-17h »."
        )
    return [Plage(avant[0].debut, pause.debut), Plage(pause.fin, avant[0].fin)]


def _sans_le_moment(trouve: re.Match) -> str:
    """« le matin de 9h à 12h » without the part of the day, which says no more than the hours."""
    moment, heures = trouve[1] or trouve[4], trouve[2] or trouve[3]
    return heures if du_moment(heures, moment) else trouve[0]


def _sinon(mots: str) -> tuple[str, tuple[Valeur, ...]]:
    """The hours, and what holds the rest of the day: « 9h-12h, l'après-midi sur rendez-vous »."""
    trouve = SINON.search(mots)
    if not trouve or not trouve.start():
        return mots, ()
    moment = trouve["moment"] or trouve["ensuite"] or trouve["avant"] or trouve["apres"]
    return mots[: trouve.start()], (Valeur(etat="inconnu", commentaire=RENDEZ_VOUS_LE[moment]),)


def valeur_entiere(mots: str, source: str = "") -> Valeur | None:
    """The values that are not made of hours; `mots` is already in plain words, `source` what was written."""
    if mots in ("", "-"):
        return None
    if PERMANENT.fullmatch(mots):
        return Valeur()
    if ferme := FERME.fullmatch(mots):
        motif = re.search(r"\(([^()]+)\)", source)
        return Valeur(etat="ferme", commentaire=commentaire_propre(motif[1]) if ferme["motif"] and motif else None)
    if VOIR.fullmatch(mots):
        return Valeur(etat="inconnu", commentaire=commentaire_propre(source or mots))
    if A_CONFIRMER.fullmatch(mots):
        return Valeur(etat="inconnu", commentaire=HEURES_A_CONFIRMER)
    if PAS_SU.fullmatch(mots):
        return Valeur(etat="inconnu", commentaire=NON_RENSEIGNE)
    if moment := RENDEZ_VOUS_MOMENT.fullmatch(mots):
        return Valeur(etat="inconnu", commentaire=RENDEZ_VOUS_LE[moment[1] or moment[2]])
    if RENDEZ_VOUS.fullmatch(mots) or re.fullmatch(_RDV, mots):
        return Valeur(etat="inconnu", commentaire=SUR_RENDEZ_VOUS)
    if (moment := LE_MOMENT.fullmatch(mots)):
        return Valeur(etat="inconnu", commentaire=MOMENTS[moment[1]])
    return None


def _plage(morceau: str, source: str) -> Plage:
    if trouve := DE_A.fullmatch(morceau):
        debut, fin = trouve.groups()[:3], trouve.groups()[3:]
        # « 9-12 » alone could be a date; one of the two ends says that these are hours.
        if any(bout[1] is not None or bout[2] for bout in (debut, fin)):
            return plage(_minutes(*debut, source) % JOURNEE, _minutes(*fin, source, fin=True))
        if max(int(debut[0]), int(fin[0])) <= 24:
            raise Illisible(f"{cite(source)} peut aussi être une date : écrivez « {debut[0]}h-{fin[0]}h ».")
    if trouve := A_PARTIR.fullmatch(morceau):
        bout = trouve.groups()[:3] if any(trouve.groups()[:3]) else trouve.groups()[3:]
        return Plage(_minutes(*bout, source) % JOURNEE, None)
    if JUSQU_A.fullmatch(morceau):
        raise Illisible(
            f"{cite(source)} ne dit pas à quelle heure on ouvre : écrivez par exemple « 9h-18h », "
            "ou « heures à confirmer »."
        )
    if seule := SEULE.fullmatch(morceau):
        _minutes(*seule.groups(), source)
        raise Illisible(
            f"{cite(source)} : une heure seule ne dit pas quand on ferme ; écrivez « 9h-12h », "
            "ou « 9h- » si la fin est inconnue."
        )
    if valeur_entiere(morceau):
        raise Illisible(f"{cite(source)} mêle des heures et des mots : {EXEMPLE}.")
    raise Illisible(f"{cite(source)} n'est pas un horaire : {EXEMPLE}.")


def _minutes(heures: str | None, minutes: str | None, mot: str | None, source: str, fin: bool = False) -> int:
    """Minutes after midnight; « minuit » and « 24h » end a day, never start it."""
    if mot:
        return 12 * 60 if mot == "midi" else JOURNEE
    total = int(heures) * 60 + int(minutes or 0)
    if int(minutes or 0) > 59 or total > JOURNEE:
        trouve = f"{heures}h{minutes or ''}"
        raise Illisible(
            f"« {trouve} » n'est pas une heure : les heures vont de 0h à 24h et les minutes de 00 à 59, "
            "par exemple « 9h30 »."
        )
    return total
