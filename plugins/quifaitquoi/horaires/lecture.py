"""`lire`: one value of either notation → hours that can be trusted, or every fault at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from quifaitquoi.base.texte import cite, signes, simple

from .a_part import lignes_d_une, regles_d_une_ligne
from .cles import lire_cle
from .fautes import Faute, HorairesIllisibles, Illisible, deux_lectures
from .habitudes import PLAGE, courant
from .modele import Horaires, Regle, en_tete
from .osm import lire_osm
from .portee import ANNEES_NOMMEES_MAX, ampleur, annees_nommees, couverts_ensuite, univers
from .quand import Quand
from .refus import refus_des_jours
from .saisons import feries_en_saison
from .scolaires import Lignes, avec_les_vacances, ete_et_vacances, nom_de
from .selecteurs import NOMS_JOURS, NOMS_MOIS, accentue, mois_joints
from .valeurs import COMME_D_HABITUDE, Valeur, lire_valeur, valeur_entiere

CARACTERES_MAX, LIGNES_MAX = 2_000, 60
EXEMPLE = "« lundi au vendredi: 9h-12h, 14h-17h30 »"

# A text that names days in French is read as French lines separated by semicolons.
FRANCAIS = re.compile(
    rf"\b(?:{'|'.join(NOMS_JOURS + NOMS_MOIS)})s?\b"
    r"|tous les jours|7 ?j? ?/ ?7|week-?end|ferie|en semaine|scolaire|\d ?h(?:\d|\b)|\b(?:matin|midi|soir)s?\b"
    r"|\b(?:lun|mer|jeu|ven|sam|dim|lu|ma|me|je|ve|di|janv|fevr|avr|juil|sept)\b|\b(?:mar|jan|fev|oct|nov|dec)\."
)
DEBUT_DES_HEURES = re.compile(
    r"[\s:,]*(?=(?:\b(?:de|entre|des|a partir de|jusqu'a|(?<!semaine )a) )?\b\d{1,2}\s?(?:h|:\d|-\s?\d{1,2}\s?h)"
    r"|\b(?:ferme|off\b|sur (?:r|appel|i)|24 ?h"
    r"|heures |horaires |a confirmer|non renseigne|(?:de )?(?<!-)midi\b|minuit\b))"
)
DEBUT_DU_MOMENT = re.compile(
    r"[\s:,]*(?=\b(?:(?:le )?matin|(?:l')?apres-midi|(?:le )?soir|la nuit|en (?:matinee|soiree|journee|debut|fin)|toute la))"
)
APRES_LES_JOURS = re.compile(r"\s*:\s*(?!\d)")
OSM = re.compile(r"\b(?:mo|tu|we|th|fr|su|ph|sh|week(?= \d))\b")

# What no French text is without, beside its own words.
NOTATION = re.compile(r'\d:\d\d|24/7|["|[]|\b(?:mo|tu|we|th|fr|sa|su|ph|sh|off|open|closed|unknown|week|easter|dawn|dusk|sun\w+)\b')
# The same hours go on behind a semicolon.
ENTRE_LIGNES = re.compile(rf"\n|;(?!\s*(?:de )?{PLAGE.replace('a)', '[aà])')}\s*(?:$|[;,\n]))", re.I)

# A line as it is written: where it stands, its days, its hours.
Ecrite = tuple[tuple[str, ...], str, str]


def lire(valeur: str | Mapping[str, str]) -> Horaires:
    """Hours from a mapping of French lines, an OpenStreetMap value or one French line.

    Raises HorairesIllisibles with all faults; any text whatsoever gives one or the other.
    """
    resultat = _lire(valeur if isinstance(valeur, str) else tuple((str(cle), str(v)) for cle, v in valeur.items()))
    if isinstance(resultat, Horaires):
        return resultat
    raise HorairesIllisibles(resultat)


@lru_cache(maxsize=4096)
def _lire(valeur: str | tuple[tuple[str, str], ...]) -> Horaires | tuple[Faute, ...]:
    textes = (valeur,) if isinstance(valeur, str) else [texte for ligne in valeur for texte in ligne]
    if sum(map(len, textes)) > CARACTERES_MAX or len(textes) > 2 * LIGNES_MAX:
        au_plus = f"{CARACTERES_MAX} caractères et {LIGNES_MAX} lignes au plus"
        return (Faute(f"Ces horaires sont trop longs : {au_plus}."),)
    if not "".join(textes).strip():
        return (Faute(f"Il n'y a aucun horaire : écrivez par exemple {EXEMPLE}, ou « heures à confirmer »."),)
    if not isinstance(valeur, str):
        return _lire_ecrites([((cle,), cle, texte) for cle, texte in valeur], True)
    mots = simple(valeur).rstrip(" .;")
    if entiere := valeur_entiere(courant(mots), valeur.strip(" .;")):
        regle = Regle(plages=entiere.plages, etat=entiere.etat, commentaire=entiere.commentaire)
        return _verifie(Horaires((regle,)), [])
    if en_francais(valeur):
        lignes = [ligne.strip() for ligne in ENTRE_LIGNES.split(signes(valeur)) if ligne.strip()]
        return _lire_texte([(ligne, *coupe(regle)) for ligne in lignes for regle in regles_d_une_ligne(ligne)])
    try:
        regles = lire_osm(signes(valeur))
        return _verifie(Horaires(feries_en_saison(regles, regles)), [])
    except Illisible as illisible:
        sans = _sans_commentaires(mots)
        if re.search(r"\bwe\b", sans) and FRANCAIS.search(sans) and (dit := refus_des_jours(sans)):
            return (Faute(f"{cite(valeur)} : {dit}."),)
        return (Faute(deux_lectures(valeur) if re.search(r"\bmar\b", sans) else str(illisible)),)


def en_francais(valeur: str | Mapping[str, str]) -> bool:
    """Whether it is written in words, and not in the notation of OpenStreetMap."""
    if not isinstance(valeur, str):
        return True
    mots = _sans_commentaires(simple(valeur))
    return not OSM.search(mots) if FRANCAIS.search(mots) else len(mots) > 4 and not NOTATION.search(simple(valeur))


def _sans_commentaires(mots: str) -> str:
    return re.sub(r'"[^"]*"', "", mots)


def coupe(ligne: str) -> tuple[str, str]:
    """A French line cut where its hours begin."""
    mots = courant(ligne)
    trouve = DEBUT_DES_HEURES.search(mots) or DEBUT_DU_MOMENT.search(mots) or APRES_LES_JOURS.search(mots)
    return (mots[: trouve.start()], mots[trouve.end() :]) if trouve else (mots, "")


def _lire_texte(parties: list[tuple[str, str, str]]) -> Horaires | tuple[Faute, ...]:
    """The parts of one text, each with the line where it stands: messages quote that line as it was written."""
    lues = _lire_ecrites([((accentue(f"{cle} {texte}"),), cle, texte) for _, cle, texte in parties], False)
    if isinstance(lues, Horaires):
        return lues
    ecrit = {cite(partie): cite(_dans(ligne, partie)) for ligne, *morceaux in parties for partie in morceaux}
    return tuple(replace(faute, message=_a_la_lettre(faute.message, ecrit), chemin=(), sur_la_cle=False) for faute in lues)


def _dans(ligne: str, partie: str) -> str:
    """What plain words were in the line where somebody wrote them; the whole line where they are not there as such."""
    plate = simple(ligne)
    debut = plate.find(partie) if len(plate) == len(ligne) else -1
    return ligne if debut < 0 else ligne[debut : debut + len(partie)]


def _a_la_lettre(message: str, ecrit: dict[str, str]) -> str:
    """A message that quotes the line as somebody wrote it, where it began with a part of it in plain words."""
    partie = message[: message.find("»") + 1]
    return ecrit.get(partie, partie) + message[len(partie):]


def _lire_ecrites(ecrites: list[Ecrite], avec_chemin: bool) -> Horaires | tuple[Faute, ...]:
    fautes: list[Faute] = []
    lues: Lignes = []
    hors_vacances: Lignes = []
    feries_ordinaires = False
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
        return tuple(fautes)
    if not lues and not hors_vacances:
        return (Faute(f"Il n'y a aucun horaire en dehors des jours fériés : écrivez par exemple {EXEMPLE}."),)
    toutes = [regle for _, groupe in lues + hors_vacances for regle in groupe]
    if faute := _trop_d_annees(toutes):
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
    return _verifie(Horaires(regles, feries_ordinaires), [chemin for chemin, groupe in lues for _ in groupe])


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


def _trop_d_annees(regles) -> Faute | None:
    if len(annees_nommees(regles)) > ANNEES_NOMMEES_MAX:
        return Faute(f"Ces horaires nomment plus de {ANNEES_NOMMEES_MAX} années : gardez celles qui viennent.")
    return None


def _verifie(horaires: Horaires, chemins: list[tuple[str, ...]]) -> Horaires | tuple[Faute, ...]:
    """The hours, unless a rule never shows or nothing ever opens. `chemins`: the line each rule comes from."""
    regles = horaires.regles
    if not regles:
        return (Faute(f"Il n'y a aucun horaire : écrivez par exemple {EXEMPLE}."),)
    if faute := _trop_d_annees(regles):
        return (faute,)
    chemins = chemins or [()] * len(regles)
    monde = univers(regles)
    masques = [monde.masque(regle) for regle in regles]
    couverts = couverts_ensuite(masques, regles)
    fautes = []
    ouvre = False
    for i, (regle, masque, couvert, chemin) in enumerate(zip(regles, masques, couverts, chemins, strict=True)):
        visible = masque & ~couvert
        ouvre = ouvre or bool(visible and regle.etat != "ferme")
        if visible:
            continue
        nom = nom_de(chemin, regle)
        if not masque:
            message = f"{nom} ne tombe aucun jour : le jour de la semaine et la date vont-ils ensemble ?"
        else:
            message = _cachee(nom, i, regles, masques, chemins)
        fautes.append(Faute(message, chemin, bool(chemin)))
    if not fautes and not ouvre:
        conseil = f"donnez au moins une plage, par exemple {EXEMPLE}, ou « heures à confirmer »"
        fautes.append(Faute(f"Ces horaires n'ouvrent jamais : {conseil}."))
    return tuple(fautes) or horaires


def _cachee(nom: str, i: int, regles: tuple[Regle, ...], masques: list[int], chemins) -> str:
    """The sentence for a rule that later ones hide, with the way to say both where there is one."""
    cachantes = [j for j in range(i + 1, len(regles)) if masques[j] & masques[i] and regles[j].remplace]
    noms = " et ".join(dict.fromkeys(nom_de(chemins[j], regles[j], "la") for j in cachantes[:3]))
    verbe = "remplace" if len(cachantes) == 1 else "remplacent"
    message = f"{nom} ne sert jamais : {noms} la {verbe} tous les jours."
    autre = regles[cachantes[0]]
    if len(cachantes) == 1 and autre.quand == regles[i].quand and regles[i].plages and autre.plages:
        ensemble = replace(autre, plages=tuple(sorted({*regles[i].plages, *autre.plages}, key=lambda p: p.debut)))
        if chemins[i]:
            return f"{message} Mettez les deux sur une ligne, par exemple « 9h-12h, 14h-17h »."
        return f"{message} Pour garder les deux, écrivez « {ensemble.osm} »."
    return f"{message} Supprimez-la, ou changez les jours de l'une des deux."
