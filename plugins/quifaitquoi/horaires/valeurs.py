"""Reader of the right-hand side of a French line: « 9h-12h, 14h-17h30 », « fermé », « heures à confirmer »."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quifaitquoi.base.texte import cite

from .a_part import LE_MOMENT
from .fautes import Illisible
from .habitudes import courant
from .modele import (
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
from .refus import refus_des_heures

_RDV = r"(?:rendez-vous|rdv|rendez vous)"
RENDEZ_VOUS = re.compile(rf"\s*\(?\b(?:uniquement |seulement )?sur {_RDV}\b\)?\s*")
CONDITION = re.compile(rf"\s*\(?\b(?:uniquement |seulement )?(?:sur|sans) {_RDV}\b\)?\s*")
RENDEZ_VOUS_MOMENT = re.compile(
    rf"(?:le |l')?(matin|apres-midi|soir),?\s+sur {_RDV}|sur {_RDV},?\s+(?:le |l')?(matin|apres-midi|soir)"
)
SINON = re.compile(
    r"[,\s]*(?:\(\s*)?(?:"
    rf"(?:(?:et|ou|sinon|puis|aussi)[,\s]+)+(?:(?:le |l')?(?P<moment>matin|apres-midi|soir)\s+)?sur {_RDV}"
    rf"|(?:le |l')?(?P<avant>matin|apres-midi|soir)\s+sur {_RDV}"
    rf"|sur {_RDV}\s+(?:le |l')?(?P<apres>matin|apres-midi|soir)"
    r")\s*\)?$"
)
PERMANENT = re.compile(
    r"(?:ouvert )?(?:24 ?h? ?/ ?24(?: ?h)?|24 heures sur 24|jour et nuit)"
    r"(?:,? ?(?:et )?(?:7 ?j? ?/ ?7(?: ?j)?|7 jours sur 7|tous les jours))?"
)
FERME = re.compile(r"(?:ferm(?:e|ee|es|ees|eture)|pas d'accueil)(?: toute la journee)?(?: ?\((?P<motif>[^()]+)\))?")
# What stands for hours that nobody knows, and is worth repeating as it is.
VOIR = re.compile(
    r"(?:se renseigner|(?:nous |les |l')?(?:appele[rz]|contacte[rz]|consulte[rz]|joindre)|telephone[rz]|voir|selon)\b\D*"
)
A_CONFIRMER = re.compile(
    r"(?:(?:les )?(?:heures|horaires) )?(?:a (?:confirmer|preciser|verifier)|inconnue?s?|variables?)"
    r"|(?:les )?(?:heures|horaires) non (?:connue?|renseignee?|indiquee?|precisee?|communiquee?)s?"
)
# Whether it opens at all is not known either.
PAS_SU = re.compile(
    r"non (?:connue?|renseignee?|indiquee?|precisee?|communiquee?|su)s?|(?:on ne sait|pas su)(?: pas)?|possibles?|\?+"
)
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
JUSQU_A = re.compile(rf"jusqu'a {HEURE}")
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
    mots, reste = _sinon(mots)
    if not mots:
        raise Illisible(f"Il n'y a rien après les jours : {EXEMPLE}.")
    if phrase := refus_des_heures(mots):
        raise Illisible(f"{cite(source)} : {phrase}.")
    groupes: dict[str | None, list[Plage]] = {}
    for ensemble in SEPARATEURS.split(ENTRE_ET.sub(lambda m: m[0].replace(" et ", " a "), mots)):
        sans_condition = CONDITION.sub(" ", ensemble).strip()
        condition = None
        if sans_condition != ensemble:
            condition = SANS_RENDEZ_VOUS if " sans " in f" {ensemble}" else SUR_RENDEZ_VOUS
        for morceau in ENSEMBLE.split(sans_condition):
            groupes.setdefault(condition, []).append(_plage(morceau.strip(), source))
    return (*reste, *(Valeur(journee(plages), "ouvert", condition) for condition, plages in groupes.items()))


def _sinon(mots: str) -> tuple[str, tuple[Valeur, ...]]:
    """The hours, and what holds the rest of the day: « 9h-12h, l'après-midi sur rendez-vous »."""
    trouve = SINON.search(mots)
    if not trouve or not trouve.start():
        return mots, ()
    moment = trouve["moment"] or trouve["avant"] or trouve["apres"]
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
    if RENDEZ_VOUS.fullmatch(mots):
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
    if trouve := A_PARTIR.fullmatch(morceau):
        bout = trouve.groups()[:3] if any(trouve.groups()[:3]) else trouve.groups()[3:]
        return Plage(_minutes(*bout, source) % JOURNEE, None)
    if JUSQU_A.fullmatch(morceau):
        raise Illisible(
            f"{cite(source)} ne dit pas à quelle heure on ouvre : écrivez par exemple « 9h-18h », "
            "ou « heures à confirmer »."
        )
    if seule := re.fullmatch(HEURE, morceau):
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
