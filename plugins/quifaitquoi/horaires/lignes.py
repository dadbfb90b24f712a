"""French lines, each with its days and its hours → the rules that they are, in the order in which they win."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from quifaitquoi.base.texte import simple

from .a_part import lignes_d_une
from .cles import lire_cle
from .decoupe import coupe, regles_d_une_ligne, se_lit_ensemble
from .fautes import EXEMPLE, Faute, Illisible, a_la_lettre
from .modele import Horaires, Regle, en_tete
from .portee import ampleur, univers
from .quand import Quand
from .saisons import feries_en_saison
from .scolaires import Lignes, avec_les_vacances, ete_et_vacances, nom_de
from .selecteurs import mois_joints
from .valeurs import COMME_D_HABITUDE, Valeur, lire_valeur
from .verification import trop_d_annees, verifie

# A line as it is written: where it stands, its days, its hours.
Ecrite = tuple[tuple[str, ...], str, str]


def lire_lignes(ecrites: list[Ecrite], avec_chemin: bool) -> Horaires | tuple[Faute, ...]:
    """The hours of these lines, or all their faults; `avec_chemin`: each line is an entry of a mapping."""
    fautes: list[Faute] = []
    lues: Lignes = []
    hors_vacances: Lignes = []
    feries_ordinaires = False
    if avec_chemin:
        ecrites, parties = _ecrites_en_regles(ecrites, fautes)
    for chemin, cle, texte in _dites_a_part(ecrites):
        quand = None
        try:
            quand = lire_cle(cle)
        except Illisible as illisible:
            fautes.append(Faute(str(illisible), chemin, sur_la_cle=avec_chemin))
        try:
            if quand and quand.feries == {0} and not quand.jours and COMME_D_HABITUDE.fullmatch(simple(texte)):
                feries_ordinaires = True
                continue
            valeurs = lire_valeur(texte)
        except Illisible as illisible:
            # Where a whole line is not understood, its days are what to mend first.
            if quand or avec_chemin:
                fautes.append(Faute(str(illisible), chemin))
            continue
        if quand:
            (hors_vacances if quand.hors_vacances else lues).append((chemin, _regles(quand, valeurs)))
    if fautes:
        return a_la_lettre(fautes, parties) if avec_chemin else tuple(fautes)
    if not lues and not hors_vacances:
        return (Faute(f"Il n'y a aucun horaire en dehors des jours fériés : écrivez par exemple {EXEMPLE}."),)
    toutes = [regle for _, groupe in lues + hors_vacances for regle in groupe]
    if faute := trop_d_annees(toutes):
        return (faute,)
    monde = univers(toutes)
    fautes = ete_et_vacances(lues, monde)
    lues = avec_les_vacances(lues, hors_vacances, monde, fautes)
    ouvre = any(regle.vacances and regle.etat != "ferme" for _, groupe in lues for regle in groupe)
    lues.sort(key=lambda ligne: _rang(ligne[1][0], monde, ouvre))
    fautes += _egales(lues, monde, ouvre)
    if fautes:
        return tuple(fautes)
    toutes = [regle for _, groupe in lues for regle in groupe]
    lues = [(chemin, feries_en_saison(groupe, toutes)) for chemin, groupe in lues]
    regles = en_tete(regle for _, groupe in lues for regle in groupe)
    return verifie(Horaires(regles, feries_ordinaires), [chemin for chemin, groupe in lues for _ in groupe])


def _ecrites_en_regles(ecrites: list[Ecrite], fautes: list[Faute]) -> tuple[list[Ecrite], list[tuple[str, ...]]]:
    """The entries of a mapping, where one that holds several rules is each of them; those that cannot be told go to `fautes`.

    Then what was made of each such entry, behind the entry as it was written.
    """
    regles: list[Ecrite] = []
    parties: list[tuple[str, ...]] = []
    for chemin, cle, texte in ecrites:
        if not se_lit_ensemble(cle, texte):
            regles.append((chemin, cle, texte))
            continue
        try:
            coupees = [coupe(regle) for regle in regles_d_une_ligne(f"{cle} : {texte}")]
        except Illisible as illisible:
            fautes.append(Faute(str(illisible), chemin))
        else:
            regles += [(chemin, *coupee) for coupee in coupees]
            parties += [(f"{cle}: {texte}", *coupee) for coupee in coupees]
    return regles, parties


def _dites_a_part(lignes: Iterable[Ecrite]) -> list[Ecrite]:
    """The lines, where what one says of other days is a line of its own, and the moments of a day are one line."""
    dites: list[Ecrite] = []
    for chemin, cle, texte in lignes:
        (jours, heures), *a_part = lignes_d_une(cle, texte)
        du_meme_jour = next((n for n, dite in enumerate(dites) if dite[1] == jours != cle and dite[0] != chemin), None)
        if du_meme_jour is None:
            dites.append((chemin, jours, heures))
        else:
            premiere = dites[du_meme_jour]
            dites[du_meme_jour] = (premiere[0], jours, f"{premiere[2]}, {heures}")
        dites += [(chemin, *autre) for autre in a_part if autre not in [dite[1:] for dite in dites]]
    return dites


def _regles(quand: Quand, valeurs: tuple[Valeur, ...]) -> list[Regle]:
    """The rules of one line: its days, once for each kind of value."""
    jours = tuple(sorted(j for j in quand.jours if not j.rang or replace(j, rang=0) not in quand.jours))
    feries = tuple(sorted(quand.feries, reverse=True))
    selecteurs = (quand.annees, mois_joints(quand.periodes), quand.semaines, jours, feries)
    return [
        Regle(*selecteurs, valeur.plages, valeur.etat, valeur.commentaire, n > 0, quand.vacances, quand.quinzaine)
        for n, valeur in enumerate(valeurs)
    ]


def _rang(regle: Regle, monde, ouvre_en_vacances: bool) -> tuple[int, float]:
    """Where a French line goes: the week, school holidays, holidays, dates; in each, the line that names more days first.

    What closes for the whole of the school holidays is a date, unless some days of theirs open.
    """
    if regle.vacances and not regle.feries and (ouvre_en_vacances or not regle.est_datee):
        genre = 1
    else:
        genre = 4 if regle.est_datee else 3 if 0 in regle.feries else 2 if regle.feries else 0
    return (genre, -ampleur(regle, monde))


def _egales(lues: Lignes, monde, ouvre_en_vacances: bool) -> list[Faute]:
    """Two lines that name as many days, one of them in common, with different hours: neither can win."""
    fautes = []
    for i, (chemin, groupe) in enumerate(lues):
        for autre_chemin, autre in lues[:i]:
            if (
                _rang(groupe[0], monde, ouvre_en_vacances) == _rang(autre[0], monde, ouvre_en_vacances)
                and [r.quoi for r in groupe] != [r.quoi for r in autre]
                and monde.masque(groupe[0]) & monde.masque(autre[0])
            ):
                ligne, precedente = nom_de(chemin, groupe[0]), nom_de(autre_chemin, autre[0], "la")
                fautes.append(
                    Faute(
                        f"{ligne} et {precedente} donnent des heures différentes pour un même jour, et aucune ne nomme "
                        "moins de jours que l'autre : gardez-en une, par exemple « mardi: 9h-12h, 14h-17h ».",
                        chemin,
                        bool(chemin),
                    )
                )
    return fautes
