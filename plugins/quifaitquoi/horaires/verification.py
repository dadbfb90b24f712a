"""Hours as a whole: no rule that never shows, at least one that opens, not too many years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .fautes import EXEMPLE, Faute
from .modele import Horaires, Regle
from .portee import ANNEES_NOMMEES_MAX, annees_nommees, couverts_ensuite, univers
from .scolaires import nom_de


def verifie(horaires: Horaires, chemins: list[tuple[str, ...]]) -> Horaires | tuple[Faute, ...]:
    """The hours, unless a rule never shows or nothing ever opens. `chemins`: the line each rule comes from."""
    regles = horaires.regles
    if not regles:
        return (Faute(f"Il n'y a aucun horaire : écrivez par exemple {EXEMPLE}."),)
    if faute := trop_d_annees(regles):
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


def trop_d_annees(regles: Iterable[Regle]) -> Faute | None:
    """The fault of rules that name more years than can be compared."""
    if len(annees_nommees(regles)) > ANNEES_NOMMEES_MAX:
        return Faute(f"Ces horaires nomment plus de {ANNEES_NOMMEES_MAX} années : gardez celles qui viennent.")
    return None


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
