"""Rules as a reader needs them: without the weekdays that a later rule takes, and with equal days gathered."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .modele import Regle
from .portee import Univers, couverts_ensuite, univers
from .selecteurs import SEMAINE_ENTIERE


@dataclass
class Groupe:
    """Rules that hold on the same days, the first of which names them; `masque` has the bits of those days."""

    regles: list[Regle]
    masque: int
    aussi: bool = False  # adds to what an earlier group said of these days
    mais: bool = False  # takes days from what an earlier group said

    @property
    def tete(self) -> Regle:
        return self.regles[0]

    @property
    def ouvre(self) -> bool:
        return any(regle.etat != "ferme" for regle in self.regles)


def groupes(regles: tuple[Regle, ...]) -> list[Groupe]:
    """The visible rules in order, grouped."""
    monde = univers(regles)
    resultat: list[Groupe] = []
    for regle, masque in _sans_jours_caches(regles, monde):
        precedent = resultat[-1] if resultat else None
        if regle.ajoute and precedent and regle.quand == precedent.tete.quand:
            precedent.regles.append(regle)
            continue
        dits = [g for g in resultat if g.masque & masque and g.ouvre]
        resultat.append(
            Groupe(
                [regle],
                masque,
                aussi=regle.ajoute and bool(dits),
                mais=not regle.ajoute and bool(dits) and regle.etat != "ferme" and not regle.feries,
            )
        )
    return _en_ordre(_reunis(resultat))


def _sans_jours_caches(regles: tuple[Regle, ...], monde: Univers):
    masques = [monde.masque(regle) for regle in regles]
    for regle, masque, couvert in zip(regles, masques, couverts_ensuite(masques, regles), strict=True):
        entiere = not (regle.est_datee or regle.feries or any(jour.rang for jour in regle.jours))
        if couvert & masque and entiere:
            jours = tuple(
                jour for jour in regle.jours or SEMAINE_ENTIERE if masque & ~couvert & monde.jour_de_semaine(jour.jour)
            )
            if len(jours) < len(regle.jours or SEMAINE_ENTIERE):
                regle = replace(regle, jours=jours)
                masque = monde.masque(regle)
        yield regle, masque


def _reunis(groupes: list[Groupe]) -> list[Groupe]:
    """Groups of plain weekdays that say the same become one."""
    resultat: list[Groupe] = []
    for groupe in groupes:
        jumeau = next((g for g in resultat if _se_disent_ensemble(g, groupe)), None)
        if jumeau:
            jours = tuple(sorted({*jumeau.tete.jours, *groupe.tete.jours}))
            jumeau.regles = [replace(regle, jours=() if jours == SEMAINE_ENTIERE else jours) for regle in jumeau.regles]
            jumeau.masque |= groupe.masque
        else:
            resultat.append(groupe)
    return resultat


def _en_ordre(groupes: list[Groupe]) -> list[Groupe]:
    """Plain weeks from Monday on, where they come first and none of them corrects another."""
    n = 0
    while n < len(groupes) and groupes[n].tete.est_simple and groupes[n].tete.remplace and not groupes[n].mais:
        n += 1
    return sorted(groupes[:n], key=lambda groupe: min(jours_de(groupe.tete))) + groupes[n:]


def _se_disent_ensemble(un: Groupe, autre: Groupe) -> bool:
    return (
        [regle.quoi for regle in un.regles] == [regle.quoi for regle in autre.regles]
        and un.tete.saison == autre.tete.saison
        and (un.aussi, un.mais) == (autre.aussi, autre.mais)
        and all(g.tete.jours and not g.tete.feries and not any(j.rang for j in g.tete.jours) for g in (un, autre))
    )


def jours_de(regle: Regle) -> set[int]:
    """The weekdays of a rule, all where it names none."""
    return {jour.jour for jour in regle.jours or (() if regle.feries else SEMAINE_ENTIERE)}

