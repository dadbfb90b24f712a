"""Hours as a table: seven rows, one table more per season, and a line for all that no week can hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from ..langues import Langue
from .modele import NON_RENSEIGNE, Etat, Horaires, Regle
from .mots import commentaire, liste, nom_du_jour, plage_en_phrase, plage_en_table, quand, saison
from .visibles import Groupe, groupes, jours_de


@dataclass(frozen=True)
class Rangee:
    """One weekday: its name, its ranges as texts (or one text: closed, to be confirmed), and whether it opens."""

    nom: str
    plages: tuple[str, ...]
    etat: Etat


@dataclass(frozen=True)
class Saison:
    """The week in a part of the year: « en juillet et en août »."""

    titre: str
    jours: tuple[Rangee, ...]


@dataclass(frozen=True)
class Ligne:
    """What is not weekly: « le premier samedi du mois » → « 10 h – 12 h »."""

    quand: str
    quoi: str


@dataclass(frozen=True)
class Semaine:
    """`jours`: seven rows from Monday, none where nothing holds all year round; then `saisons` and `autres`."""

    jours: tuple[Rangee, ...]
    saisons: tuple[Saison, ...]
    autres: tuple[Ligne, ...]
    sans_cesse: bool = False  # seven rows would say seven times that it never closes


@lru_cache(maxsize=8192)
def semaine(horaires: Horaires, langue: Langue, entiere: bool = True) -> Semaine:
    """The week table of these hours. Where nobody knows that it is `entiere`, a day that it does not name is unknown."""
    tous = groupes(tuple(part for regle in horaires.regles for part in _a_part(regle)))
    simples = [g for g in tous if g.tete.est_simple and not _ferme_des_heures(g)]
    ouvertes = {g.tete.saison for g in tous if g.ouvre and g.tete.jours and not any(j.rang for j in g.tete.jours)}
    par_saison: dict[tuple, list[Groupe]] = {}
    autres = []
    for groupe in tous:
        tete = groupe.tete
        if groupe in simples:
            continue
        # A week table for one day of the year would be six rows of nothing.
        d_un_jour = bool(tete.periodes) and all(periode.jour_seul for periode in tete.periodes)
        a_part = tete.feries or d_un_jour or _ferme_des_heures(groupe) or any(j.rang for j in tete.jours)
        # What closes a whole season is a line of its own, unless the week of that season has hours.
        if any(tete.saison) and not a_part and (not tete.est_datee or tete.saison in ouvertes):
            par_saison.setdefault(tete.saison, []).append(groupe)
        else:
            autres.append(groupe)
    saisonniers = [groupe for groupes_de_saison in par_saison.values() for groupe in groupes_de_saison]
    lignes = [Ligne(quand(g.tete, langue), _quoi(g, langue)) for g in autres]
    if horaires.feries_ordinaires and not horaires.dit_des_feries:
        lignes.append(Ligne(langue.texte("les jours fériés"), langue.texte("comme les autres jours")))
    elif horaires.feries_a_verifier:
        lignes.append(Ligne(langue.texte("les jours fériés"), langue.texte("à vérifier")))
    return Semaine(
        _rangees(simples, _jours_ouverts(saisonniers + autres), entiere, langue) if simples else (),
        tuple(
            Saison(saison(liste[0].tete, langue),
                   _rangees(simples + _vacances(tous, cle) + liste, _jours_ouverts(autres), entiere, langue))
            for cle, liste in par_saison.items()
        ),
        tuple(lignes),
        len(horaires.regles) == 1 and horaires.regles[0] == Regle(),
    )


def _vacances(tous: list[Groupe], cle: tuple) -> list[Groupe]:
    """What all the school holidays say of a part of them."""
    entieres = Regle(vacances=True).saison
    return [g for g in tous if cle[-1] and cle != entieres == g.tete.saison and not (g.tete.feries or _ferme_des_heures(g))]


def _jours_ouverts(groupes: list[Groupe]) -> set[int]:
    """The weekdays that open now and then: their row must not read « fermé »."""
    exceptions = [g.tete for g in groupes if g.ouvre and not g.tete.feries and not g.tete.est_datee]
    return {jour for tete in exceptions for jour in jours_de(tete)}


def _a_part(regle: Regle) -> tuple[Regle, ...]:
    """A rule for weekdays and holidays as two, since only weekdays have a row."""
    if not (regle.jours and regle.feries):
        return (regle,)
    return (replace(regle, feries=()), replace(regle, jours=()))


def _ferme_des_heures(groupe: Groupe) -> bool:
    """Whether it only closes some hours of its days."""
    return groupe.tete.etat == "ferme" and bool(groupe.tete.plages)


def _rangees(groupes: list[Groupe], parfois: set[int], entiere: bool, langue: Langue) -> tuple[Rangee, ...]:
    regles: dict[int, list[Regle]] = {jour: [] for jour in range(7)}
    for groupe in groupes:
        for jour in jours_de(groupe.tete):
            if not groupe.aussi:
                regles[jour] = []
            regles[jour] += groupe.regles
    return tuple(_rangee(jour, regles[jour], jour in parfois, entiere, langue) for jour in range(7))


def _rangee(jour: int, regles: list[Regle], parfois: bool, entiere: bool, langue: Langue) -> Rangee:
    nom = nom_du_jour(jour, langue)
    if not regles and not entiere:
        return Rangee(nom, (langue.texte(NON_RENSEIGNE),), "inconnu")
    ouvertes = [regle for regle in regles if regle.etat != "ferme"]
    if not ouvertes:
        ferme = langue.texte("fermé, sauf exceptions") if parfois else langue.texte("fermé")
        return Rangee(nom, (ferme,), "ferme")
    etat: Etat = "ouvert" if any(regle.etat == "ouvert" for regle in ouvertes) else "inconnu"
    return Rangee(nom, tuple(_en_tout(ouvertes, langue)), etat)


def _en_tout(regles: list[Regle], langue: Langue) -> list[str]:
    """What holds on a day: its hours, then what holds the rest of the day."""
    reste = [r for r in regles if r.etat == "inconnu" and not r.plages] if len(regles) > 1 else []
    textes = [texte for regle in regles if regle not in reste for texte in _plages(regle, langue)]
    return textes + [langue.texte("sinon {condition}", condition=commentaire(regle, langue)) for regle in reste]


def _plages(regle: Regle, langue: Langue) -> list[str]:
    condition = commentaire(regle, langue)
    if not regle.plages:
        if regle.etat == "inconnu":
            return [condition]
        textes = [langue.texte("24 heures sur 24")]
    else:
        textes = [plage_en_table(plage, langue) for plage in sorted(regle.plages)]
    if condition:
        return [langue.texte("{heures} ({condition})", heures=texte, condition=condition) for texte in textes]
    return textes


def _quoi(groupe: Groupe, langue: Langue) -> str:
    tete = groupe.tete
    if tete.etat == "ferme":
        motif = commentaire(tete, langue)
        if tete.plages:
            heures = liste([plage_en_phrase(plage, langue) for plage in tete.plages], langue)
            return langue.texte("fermé {heures}", heures=heures)
        return langue.texte("fermé ({motif})", motif=motif) if motif else langue.texte("fermé")
    heures = ", ".join(_en_tout(groupe.regles, langue))
    return langue.texte("aussi {heures}", heures=heures) if groupe.aussi else heures
