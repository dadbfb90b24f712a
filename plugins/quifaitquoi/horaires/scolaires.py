"""What French lines say of the school holidays: when « hors vacances scolaires » closes, and what would mean two things."""

from __future__ import annotations

from dataclasses import replace

from quifaitquoi.base.texte import cite

from .fautes import Faute
from .modele import Regle
from .portee import Univers

# The line that rules come from, and those rules.
Lignes = list[tuple[tuple[str, ...], list[Regle]]]


def nom_de(chemin: tuple[str, ...], regle: Regle, article: str = "La") -> str:
    """How messages call a rule: by its line, where it has one."""
    return f"{article} ligne {cite(chemin[0])}" if chemin else f"{article} règle {cite(regle.osm)}"


def avec_les_vacances(lues: Lignes, hors: Lignes, monde: Univers, fautes: list[Faute]) -> Lignes:
    """All lines, those « hors vacances scolaires » with what closes them then, unless another line says what holds then.

    A line that names some of the same days without a word of the holidays might hold in them or not: that is a fault.
    """
    dites = 0
    for _, groupe in lues:
        if groupe[0].vacances:
            dites |= monde.masque(groupe[0])
    semaine = [ligne for ligne in lues if not (ligne[1][0].vacances or ligne[1][0].est_datee or ligne[1][0].feries)]
    closes: Lignes = []
    for chemin, groupe in hors:
        regle = groupe[0]
        fermee = replace(regle, plages=(), etat="ferme", commentaire=None, ajoute=False, vacances=True)
        reste = monde.masque(fermee) & ~dites
        if autre := next((ligne for ligne in semaine if monde.masque(ligne[1][0]) & reste), None):
            fautes.append(Faute(
                f"{nom_de(autre[0], autre[1][0])} nomme aussi des jours de {nom_de(chemin, regle, 'la')}, sans dire si elle vaut "
                "pendant les vacances scolaires : écrivez-le, par exemple « vacances scolaires, mercredi: fermé ».",
                autre[0], bool(autre[0])))
        if reste:
            closes.append((chemin, [fermee]))
    if closes and not any(groupe[0].etat != "ferme" for _, groupe in semaine) and not any(g[0].feries for _, g in hors):
        closes = [(closes[0][0], [Regle(vacances=True, etat="ferme")])]
    return closes + lues + hors


def ete_et_vacances(lues: Lignes, monde: Univers) -> list[Faute]:
    """A line about July or August and one about the school holidays, which are nearly the same days: neither can win."""
    fautes = []
    for chemin, (ete, *_) in lues:
        if ete.vacances or ete.est_datee or not ete.periodes or not all(_en_ete(ete, n) for n in range(len(ete.periodes))):
            continue
        for autre, (vacances, *_) in lues:
            if vacances.vacances and vacances.quoi != ete.quoi and monde.masque(vacances) & monde.masque(ete):
                fautes.append(Faute(
                    f"{nom_de(chemin, ete)} et {nom_de(autre, vacances, 'la')} parlent toutes deux de l'été, et rien ne dit "
                    "laquelle l'emporte : écrivez « vacances scolaires, en juillet, mardi: 10h-12h » pour l'été.",
                    chemin, bool(chemin)))
                break
    return fautes


def _en_ete(regle: Regle, n: int) -> bool:
    periode = regle.periodes[n]
    return 7 <= periode.debut.mois <= periode.fin.mois <= 8
