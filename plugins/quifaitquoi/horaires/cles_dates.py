"""Readers of what a key says of the calendar: « du 1er juillet au 31 août », « en mai 2027 », « le lundi de Pâques ».

Each adds to `quand` what its pattern has matched.
"""

from __future__ import annotations

import re
from calendar import monthrange

from .fautes import Illisible
from .habitudes import FETES
from .quand import Quand
from .selecteurs import ACCENTS, DEPUIS_TOUJOURS, DERNIERE_ANNEE, NOMS_MOIS, PREMIERE_ANNEE, TOUJOURS, Jalon, Periode

MOIS = rf"({'|'.join(NOMS_MOIS)})"
DATE = rf"(\d{{1,2}})(?:er)?(?: {MOIS})?(?: (\d{{4}}))?"
JOUR_DATE = rf"(\d{{1,2}})(?:er)? {MOIS} (\d{{4}})"


def mois(quand: Quand, trouve: re.Match) -> None:
    noms = re.findall(MOIS, trouve[1])
    _ajoute_mois(quand, [(NOMS_MOIS.index(nom) + 1,) * 2 for nom in noms], trouve["annee"])


def mois_a_mois(quand: Quand, trouve: re.Match) -> None:
    debut, fin = (NOMS_MOIS.index(nom) + 1 for nom in (trouve[1], trouve[2]))
    _ajoute_mois(quand, [(debut, fin)], trouve["annee"])


def _ajoute_mois(quand: Quand, mois: list[tuple[int, int]], annee: str | None) -> None:
    if annee or quand.annees:
        an = _annee(annee) if annee else None
        # The engines know one year for all the months of a rule.
        if quand.periodes and quand.annees != ((an, an),) or any(a > b for a, b in mois):
            raise Illisible(
                "Des mois de plusieurs années s'écrivent avec leurs jours, "
                "par exemple « du 1er novembre 2026 au 28 février 2027 »."
            )
        quand.annees = ((an, an),)
    quand.periodes += tuple(Periode(Jalon(a), Jalon(b)) for a, b in mois)


def annees(quand: Quand, trouve: re.Match) -> None:
    an = _annee(trouve[1])
    quand.annees += ((an, an),)


def dates(quand: Quand, trouve: re.Match) -> None:
    jours = re.findall(r"\d+", trouve[1])
    for jour in jours:
        jalon = _jalon(jour, trouve[2], trouve[3])
        quand.periodes += (Periode(jalon, jalon),)


def date_a_date(quand: Quand, trouve: re.Match) -> None:
    lu = trouve[0]
    jour, mois, annee, jour_fin, mois_fin, annee_fin = trouve.groups()
    if not mois_fin:
        raise Illisible(f"« {lu} » : il manque le mois, par exemple « du 1er juillet au 31 août ».")
    fin = _jalon(jour_fin, mois_fin, annee_fin)
    debut = _jalon(jour, mois or mois_fin, annee)
    if fin.annee and not debut.annee:
        avant = (debut.mois, debut.jour) > (fin.mois, fin.jour)
        debut = Jalon(debut.mois, debut.jour, fin.annee - avant)
    if debut.annee and not fin.annee:
        raise Illisible(
            f"« {lu} » : il manque l'année de la fin, par exemple « du 24 décembre 2026 au 3 janvier 2027 »."
        )
    if debut.annee and (debut.annee, debut.mois, debut.jour) > (fin.annee, fin.mois, fin.jour):
        raise Illisible(f"« {lu} » finit avant de commencer.")
    quand.periodes += (Periode(debut, fin),)


def _jalon(jour: str, mois: str, annee: str | None) -> Jalon:
    m = NOMS_MOIS.index(mois) + 1
    an = _annee(annee) if annee else None
    if not 1 <= int(jour) <= monthrange(an or 2024, m)[1]:
        raise Illisible(f"Le {jour} {ACCENTS.get(mois, mois)}{f' {an}' if an else ''} n'existe pas dans le calendrier.")
    return Jalon(m, int(jour), an)


def a_partir(quand: Quand, trouve: re.Match) -> None:
    quand.periodes += (Periode(_jalon(trouve[1], trouve[2], trouve[3]), TOUJOURS),)


def jusqu_a(quand: Quand, trouve: re.Match) -> None:
    quand.periodes += (Periode(DEPUIS_TOUJOURS, _jalon(trouve[1], trouve[2], trouve[3])),)


def fete(quand: Quand, trouve: re.Match) -> None:
    nom = next(fete for motif, fete in FETES.items() if re.fullmatch(motif, trouve["fete"]))
    mobile, decalage = nom.split(" ", 1)
    jalon = Jalon(paques=int(decalage)) if mobile == "paques" else _jalon(mobile, decalage, None)
    quand.periodes += (Periode(jalon, jalon),)


def _annee(texte: str) -> int:
    if not PREMIERE_ANNEE <= int(texte) <= DERNIERE_ANNEE:
        raise Illisible(f"« {texte} » n'est pas une année plausible (de {PREMIERE_ANNEE} à {DERNIERE_ANNEE}).")
    return int(texte)
