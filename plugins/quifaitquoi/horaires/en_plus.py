"""Hours that a line gives to some of its days: more, or instead? « lundi au vendredi 9h-12h et le mercredi 14h-17h »."""

from __future__ import annotations

from itertools import combinations

from quifaitquoi.base.texte import cite

from .a_part import lignes_d_une
from .cles import lire_cle
from .fautes import Illisible
from .modele import Plage
from .selecteurs import SEMAINE_ENTIERE, Jour
from .valeurs import lire_valeur

Semaine = tuple[frozenset[Jour], list[Plage]]


def refuse_ce_qui_s_ajoute(regles: list[tuple[str, str]], texte: str) -> None:
    """Raises Illisible where hours of some of the days touch none of those of all: in one line, nobody can tell what holds then.

    Where they overlap, « 9h-17h, vendredi 9h-16h », they can only be instead; on lines of their own, the shorter list of days wins.
    """
    lues = [semaine for regle in regles if (semaine := _semaine(*regle))]
    for (jours, plages), (autres, les_autres) in combinations(lues, 2):
        if (jours < autres or autres < jours) and not any(_se_touchent(une, autre) for une in plages for autre in les_autres):
            raise Illisible(
                f"{cite(texte)} : ces heures s'ajoutent-elles à celles des autres jours, ou les remplacent-elles ? Écrivez toutes "
                "celles du jour sur sa ligne, par exemple « mercredi: 9h-12h, 14h-17h »."
            )


def _semaine(jours: str, heures: str) -> Semaine | None:
    """The weekdays and the ranges of a rule; None where it is of a season, of some days of a month, or not read yet."""
    try:
        (jours, heures), *_ = lignes_d_une(jours, heures)
        quand, valeurs = lire_cle(jours), lire_valeur(heures)
    except Illisible:
        return None
    plages = [plage for valeur in valeurs for plage in valeur.plages]
    simple = not (quand.periodes or quand.annees or quand.semaines or quand.feries or quand.vacances or quand.sur_deux)
    if not simple or not plages or any(jour.rang for jour in quand.jours):
        return None
    return quand.jours or frozenset(SEMAINE_ENTIERE), plages


def _se_touchent(une: Plage, autre: Plage) -> bool:
    return (autre.fin is None or une.debut < autre.fin) and (une.fin is None or autre.debut < une.fin)
