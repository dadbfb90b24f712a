"""All the figures of a territory on one day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.savoir.chiffres.completude import Champ, completude
from quifaitquoi.savoir.chiffres.demandes import Introuvable, introuvables
from quifaitquoi.savoir.chiffres.langues import Parlee, langues_parlees
from quifaitquoi.savoir.chiffres.manques import Manque, manques
from quifaitquoi.savoir.chiffres.qualite import Notes, Qualite, noter, qualite
from quifaitquoi.savoir.chiffres.semaine import Couverture, couvertures, semaine_type


@dataclass(frozen=True)
class Chiffres:
    """Of the territory's own fiches in service: how many, how many of each state of trust, and by the year that what they say is
    from. What is answered, and when, counts the lines of the whole country too.

    `par_annee` counts under None what has no date at all. `sans_adresse` are the needs that nobody in the territory
    answers. `lundi` is the first day of the week that `semaine` is about.
    """

    le: date
    fiches: int
    hors_service: int
    fraicheur: Mapping[str, int]
    par_annee: Mapping[int | None, int]
    completude: tuple[Champ, ...]
    qualite: Qualite
    manques: tuple[Manque, ...]
    sans_adresse: tuple[str, ...]
    introuvables: tuple[Introuvable, ...]
    lundi: date
    semaine: Mapping[str, Couverture]
    langues: tuple[Parlee, ...]


def chiffres(territoire: Territoire, noter: Callable[[Territoire, list[FicheVue]], list[Notes]] = noter) -> Chiffres:
    """The figures of `territoire`, on its own day. `noter` gives each fiche's notes, where they may be known already."""
    toutes = [vue for vue in territoire.fiches.values() if vue.en_service]
    vues = [vue for vue in toutes if not vue.fiche.national]
    lundi = semaine_type(territoire.aujourdhui)
    statuts = Counter(vue.confiance.statut for vue in vues)
    besoins = territoire.directory.vocabulaire.besoins
    servis = {besoin.slug for vue in toutes for besoin in vue.besoins}
    return Chiffres(
        le=territoire.aujourdhui, fiches=len(vues), hors_service=len(territoire.fiches) - len(toutes),
        fraicheur={statut: statuts[statut] for statut in ("verifiee", "perimee", "lue")},
        par_annee=_par_annee(vues), completude=completude(vues), qualite=qualite(noter(territoire, vues)),
        manques=manques(territoire), sans_adresse=tuple(slug for slug in besoins if slug not in servis),
        introuvables=introuvables(territoire),
        lundi=lundi, semaine=couvertures(territoire, toutes, lundi), langues=langues_parlees(vues))


def _par_annee(vues: list[FicheVue]) -> dict[int | None, int]:
    """The newest first, what has no date last."""
    annees = Counter(_annee(vue) for vue in vues)
    return {annee: annees[annee] for annee in sorted(annees, key=lambda annee: -(annee or 0))}


def _annee(vue: FicheVue) -> int | None:
    if vue.confiance.verification:
        return vue.confiance.verification.le.year
    return vue.confiance.lue_le.debut.year if vue.confiance.lue_le else None
