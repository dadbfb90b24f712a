"""Reader of the left-hand side of a French line: « lundi au vendredi », « du 1er juillet au 31 août »."""

from __future__ import annotations

import re
from datetime import date, timedelta

from quifaitquoi.base.proches import proche
from quifaitquoi.base.texte import cite

from . import cles_dates
from .cles_dates import DATE, JOUR_DATE, MOIS
from .fautes import Illisible, deux_lectures
from .habitudes import FETES, HORS_VACANCES, courant
from .quand import Quand
from .refus import SUR_DEUX, refus_des_jours
from .selecteurs import (
    ACCENTS,
    DEPUIS_TOUJOURS,
    NOMS_JOURS,
    NOMS_MOIS,
    TOUJOURS,
    Jalon,
    Jour,
    date_dite,
)

_NOMS_DES_RANGS = ("premier|1er|1ere", "deuxieme|second|2e|2eme|2nd", "troisieme|3e|3eme", "quatrieme|4e|4eme", "cinquieme|5e|5eme")
RANGS = {nom + s: rang for rang, noms in enumerate(_NOMS_DES_RANGS, 1) for nom in noms.split("|") for s in ("", "s")}
RANGS |= {"avant-dernier": -2, "dernier": -1, "derniers": -1, "derniere": -1}
# The words that someone may have mistyped.
MOTS = (*NOMS_JOURS, *NOMS_MOIS, "feries", "premier", "dernier", "semaines")

JOUR = rf"({'|'.join(NOMS_JOURS)})s?"
RANG = rf"({'|'.join(sorted(RANGS, key=len, reverse=True))})"
ACCENTS_DE_FERIE = re.compile(r"\bferie")
EXEMPLE = (
    "écrivez par exemple « lundi au vendredi », « premier samedi du mois », « jours fériés » "
    "ou « du 1er juillet au 31 août »"
)

_PREMIER_JOUR = re.compile(rf"\b(?:{'|'.join(NOMS_JOURS)}|tous les jours|en semaine)")
_ACTIVITE = (
    "écrivez ici les jours et les heures seuls, par exemple « mardi: 14h-17h » ; ce qui a ses propres heures (un repas, une "
    "permanence…) est un service, avec ses « horaires »"
)
SANS_JOURS = "Il manque les jours : écrivez par exemple « lundi au vendredi hors vacances scolaires: 9h-12h »."
DEUX_LECTURES = (
    "Des vacances scolaires et d'autres jours se lisent de deux façons : écrivez « vacances scolaires, mercredi: 9h-12h » pour les "
    "mercredis des vacances ; ou deux lignes, « mercredi: 9h-12h » et « vacances scolaires, lundi au vendredi: 9h-12h »."
)


def lire_cle(texte: str) -> Quand:
    """The days named by a key; raises Illisible."""
    mots = courant(texte).rstrip(" :.")
    quand, position, sortes = Quand(), 0, ""
    while position < len(mots):
        for motif, lecteur in _MOTIFS:
            if trouve := motif.match(mots, position):
                lecteur(quand, trouve)
                sortes += "jour " if lecteur in _DES_JOURS else "" if lecteur in _SANS_SAISON else "saison "
                position = trouve.end()
                break
        else:
            raise _refus(texte, mots, mots[position:])
    if not (quand.jours or quand.feries or quand.periodes or quand.semaines or quand.annees or quand.vacances or quand.sur_deux):
        raise Illisible(SANS_JOURS) if quand.hors_vacances else _refus(texte, mots, mots)
    if re.search("jour (saison )+jour ", sortes):
        raise Illisible(
            f"{cite(texte)} : une saison ou des semaines entre deux jours ne disent pas desquels on parle : écrivez deux lignes, "
            "par exemple « mardi des semaines paires: 9h-12h » et « jeudi: 9h-12h »."
        )
    if quand.sur_deux:
        _compte_depuis(quand, texte)
    if quand.vacances and quand.feries:
        raise Illisible(DEUX_LECTURES)
    if len(quand.jours) == 7 and not quand.feries and not any(jour.rang for jour in quand.jours):
        quand.jours = frozenset()
    return quand


def _refus(texte: str, mots: str, reste: str) -> Illisible:
    if "mars ou mardi" in mots:
        return Illisible(deux_lectures(texte))
    if phrase := refus_des_jours(mots):
        return Illisible(f"{cite(texte)} : {phrase}.")
    if not mots:
        return Illisible(f"Il manque les jours : {EXEMPLE}.")
    for mot in re.findall(r"[a-z]{3,}", reste)[:5]:
        if mot.rstrip("s") not in MOTS and mot not in MOTS and (voulu := proche(mot, MOTS, 75)):
            ici = cite(texte) if mot == mots else f"{cite(texte)} : « {mot} »"
            return Illisible(f"{ici} n'est pas compris ; vouliez-vous dire « {ACCENTS.get(voulu, voulu)} » ?")
    if reste == mots and (jour := _PREMIER_JOUR.search(mots)) and jour.start():
        return Illisible(f"{cite(texte)} : {_ACTIVITE}.")
    if reste == mots or len(reste) > 40:
        return Illisible(f"{cite(texte)} ne dit pas quels jours : {EXEMPLE}.")
    return Illisible(f"{cite(texte)} : « {reste} » n'est pas compris ; {EXEMPLE}.")


# -- readers: each adds to `quand` what its pattern has matched


def _tous(quand: Quand, trouve: re.Match) -> None:
    quand.jours |= {Jour(j) for j in range(7)}


def _semaine(quand: Quand, trouve: re.Match) -> None:
    quand.jours |= {Jour(j) for j in range(5)}


def _week_end(quand: Quand, trouve: re.Match) -> None:
    quand.jours |= {Jour(5), Jour(6)}


def _jours(quand: Quand, trouve: re.Match) -> None:
    debut = fin = NOMS_JOURS.index(trouve[1])
    if trouve[2]:
        fin = NOMS_JOURS.index(trouve[2])
    quand.jours |= {Jour(j % 7) for j in range(debut, fin + 1 if fin >= debut else fin + 8)}


def _sauf(quand: Quand, trouve: re.Match) -> None:
    exclus = Quand()
    compris = True
    for nom in re.findall(r"[a-z-]+", trouve[1]):
        if nom.rstrip("s") in NOMS_JOURS:
            exclus.jours |= {Jour(NOMS_JOURS.index(nom.rstrip("s")))}
        elif nom in ("week-end", "week-ends", "weekend"):
            _week_end(exclus, trouve)
        else:
            compris = compris and nom in ("le", "les", "et")
    # « lundi au vendredi sauf week-end » says the same twice.
    if not (compris and exclus.jours and quand.jours - exclus.jours):
        raise Illisible(
            "« sauf » retire des jours de la semaine à ceux qui précèdent, par exemple « tous les jours sauf dimanche » ; "
            "pour le reste, ajoutez une ligne, par exemple « jours fériés: fermé »."
        )
    quand.jours -= exclus.jours


def _rangs(quand: Quand, trouve: re.Match) -> None:
    rangs = [RANGS[rang] for rang in re.findall(rf"\b{RANG}\b", trouve["rangs"])]
    noms = re.findall(JOUR, trouve["jours"])
    quand.jours |= {Jour(NOMS_JOURS.index(nom), rang) for nom in noms for rang in rangs}


def _feries(quand: Quand, trouve: re.Match) -> None:
    quand.feries |= {0}


def _jour_ferie(quand: Quand, trouve: re.Match) -> None:
    raise Illisible(
        f"« {ACCENTS_DE_FERIE.sub('férié', trouve[0])} » : les jours fériés ont les mêmes heures, quel que soit le jour : écrivez "
        "« jours fériés: fermé », ou leurs dates, par exemple « lundi de Pâques: fermé »."
    )


def _veilles(quand: Quand, trouve: re.Match) -> None:
    quand.feries |= {-1}


def _vacances(quand: Quand, trouve: re.Match) -> None:
    # « mercredi et vacances scolaires » means both; « mercredi pendant les vacances scolaires » what they have in common.
    if trouve["et"] or (quand.jours and not trouve["pendant"]):
        raise Illisible(DEUX_LECTURES)
    quand.vacances = True


def _sur_deux(quand: Quand, trouve: re.Match) -> None:
    quand.sur_deux = True
    if trouve["un"]:
        quand.jours |= {Jour(NOMS_JOURS.index(trouve["un"]))}


def _compte_depuis(quand: Quand, texte: str) -> None:
    """« un mercredi sur deux, depuis le 7 janvier 2026 »: counted from a date, which is one of the days."""
    debut = quand.periodes[0].debut if len(quand.periodes) == 1 else Jalon()
    if not (debut.annee and debut.jour) or quand.periodes[0].debut == DEPUIS_TOUJOURS or quand.annees or quand.semaines:
        raise Illisible(f"{cite(texte)} : {SUR_DEUX}.")
    depuis = date(debut.annee, debut.mois, debut.jour)
    if quand.jours and depuis.weekday() not in {jour.jour for jour in quand.jours}:
        raise Illisible(
            f"{cite(texte)} : le {date_dite(depuis)} est un {NOMS_JOURS[depuis.weekday()]} : écrivez le premier jour qui ouvre, "
            f"par exemple « {_exemple(quand, depuis)} ».")
    quand.quinzaine = depuis
    if quand.periodes[0].fin == TOUJOURS:
        quand.periodes = ()


def _exemple(quand: Quand, depuis: date) -> str:
    jour = min(jour.jour for jour in quand.jours)
    bon = depuis + timedelta((jour - depuis.weekday()) % 7)
    return f"un {NOMS_JOURS[jour]} sur deux, depuis le {date_dite(bon)}"


def _hors_vacances(quand: Quand, trouve: re.Match) -> None:
    quand.hors_vacances = True


def _parite(quand: Quand, trouve: re.Match) -> None:
    quand.semaines += ((1 if trouve[1].startswith("im") else 2, 53, 2),)


def _rien(quand: Quand, trouve: re.Match) -> None:
    """Words that only join the others."""


_LE = r"(?:(?:le|les|l'|chaque|tous les|toutes les|du|des|au)\s?)?"
_FIN = r"(?![a-z0-9'-])"
_ET = r"\s*(?:,|et)\s*"
_AN = r"(?: (?P<annee>\d{4}))?"
# Longest readings first: « lundi au vendredi » before « lundi ».
_MOTIFS = tuple(
    (re.compile(motif + _FIN if lecteur is not _rien else motif), lecteur)
    for motif, lecteur in (
        (r"[\s,:;&]+|(?:et|puis|ainsi que|toute l'annee)(?=[\s,]|$)", _rien),
        (HORS_VACANCES, _hors_vacances),
        (rf"une? (?:semaine|(?P<un>{'|'.join(NOMS_JOURS)})s?) sur deux", _sur_deux),
        (r"(?P<pendant>pendant )?(?:les )?vacances scolaires(?P<et>\s+et\b)?", _vacances),
        (r"sauf ((?:[a-z' -]|,)+?)(?=$|\s*[:;])", _sauf),
        # « autres jours » names them all too: every other line names fewer days, and comes after it.
        (r"(?:(?:(?:tous )?les )?autres jours|(?:le )?reste (?:de la semaine|du temps))", _tous),
        (r"(?:tous les jours|chaque jour|7 ?j ?/ ?7|7 jours sur 7|toute la semaine)", _tous),
        (r"(?:en semaine|(?:tous )?(?:les )?jours? (?:de semaine|ouvres?))", _semaine),
        (rf"{_LE}week-?ends?", _week_end),
        (rf"{_LE}veilles? (?:de |des )?(?:jours? )?feries?", _veilles),
        (rf"{_LE}(?:jours? )?feries?", _feries),
        (r"(?:(?:les |des |en )?semaines? )(paires?|impaires?)", _parite),
        (rf"(?:le |la |au |a la |a )?(?P<fete>{'|'.join(FETES)})", cles_dates.fete),
        (
            rf"{_LE}(?P<rangs>{RANG}(?:{_ET}(?:le )?{RANG})*) (?P<jours>{JOUR}(?:{_ET}{JOUR})*)"
            r"(?: (?:du|de chaque|de tous les) mois)?",
            _rangs,
        ),
        (rf"{_LE}{JOUR} feries?", _jour_ferie),
        (rf"{_LE}{JOUR}\s*(?:-|au?|jusqu'au?)\s*{JOUR}", _jours),
        (rf"{_LE}{JOUR}()", _jours),
        (rf"du {DATE} au {DATE}", cles_dates.date_a_date),
        (rf"(?:a partir|a compter|depuis) (?:du |le )(?:(?:{'|'.join(NOMS_JOURS)}) )?{JOUR_DATE}", cles_dates.a_partir),
        (rf"jusqu'au {JOUR_DATE}", cles_dates.jusqu_a),
        (rf"{_LE}(\d{{1,2}}(?:er)?(?:{_ET}(?:le )?\d{{1,2}}(?:er)?)*) {MOIS}(?: (\d{{4}}))?", cles_dates.dates),
        (rf"(?:de |d'){MOIS} (?:a|jusqu'a|jusqu'en) {MOIS}{_AN}", cles_dates.mois_a_mois),
        (rf"{MOIS}\s*(?:-|a)\s*{MOIS}{_AN}", cles_dates.mois_a_mois),
        (rf"(?:(?:en |au mois de |au mois d'|de |d')?({MOIS}(?:{_ET}(?:en )?{MOIS})*)){_AN}", cles_dates.mois),
        (r"en (\d{4})", cles_dates.annees),
    )
)  # fmt: skip

# A season before or after all days speaks of them all; between two, of who knows which. A date stands beside its own day.
_DES_JOURS = (_tous, _semaine, _week_end, _jours, _rangs)
_SANS_SAISON = (_rien, _sauf, _feries, _veilles, cles_dates.dates, cles_dates.fete)
