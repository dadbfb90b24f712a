"""The sheet to phone through: one block per structure, in the order in which somebody with a phone would take them."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, replace

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.base.texte import cle_de_tri
from quifaitquoi.paroles.confiance import etiquette
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.relais import relais
from quifaitquoi.savoir.echeances import est_due, tenues
from quifaitquoi.savoir.joindre import Joindre, joindre
from quifaitquoi.savoir.relais import a_remplacer
from quifaitquoi.suivi.appel.questions import Questionnaire, Questions

# The sections of the sheet, in order, by how a structure is reached.
MOYENS = {"appeler": "À appeler", "visiter": "À visiter ou à écrire", "sans-appeler": "Numéros d'urgence : ne pas appeler"}


@dataclass(frozen=True)
class FicheADemander:
    slug: str
    nom: str
    etiquette: str
    retenue: bool
    questionnaire: Questionnaire


@dataclass(frozen=True)
class Bloc:
    """One structure: `nom`, who runs it, its zone, how to reach it, and the fiches to ask it about."""

    nom: str
    organisme: str
    zone: str
    joindre: Joindre
    fiches: tuple[FicheADemander, ...]


@dataclass(frozen=True)
class Feuille:
    """`pour`: whose sheet it is, in words. `sections`: (title, blocks), empty ones left out. `relais`: whose sheets
    are to be replaced, in words."""

    annuaire: str
    pour: str
    date: str
    sections: tuple[tuple[str, tuple[Bloc, ...]], ...]
    relais: tuple[tuple[str, ...], ...] = ()

    @property
    def structures(self) -> int:
        return sum(len(blocs) for _, blocs in self.sections)

    @property
    def fiches(self) -> int:
        return sum(len(bloc.fiches) for _, blocs in self.sections for bloc in blocs)

    def sans(self, slugs: Set[str]) -> Feuille:
        """The same sheet without these fiches, nor the structures that had no other."""
        sections = []
        for titre, blocs in self.sections:
            reduits = [replace(b, fiches=tuple(f for f in b.fiches if f.slug not in slugs)) for b in blocs]
            if restent := tuple(b for b in reduits if b.fiches):
                sections.append((titre, restent))
        return replace(self, sections=tuple(sections))


def feuille(territoire: Territoire, par: str | None = None, quartier: str | None = None, tout: bool = False) -> Feuille:
    """What is due, or with `tout` all that is still alive; of one role, of one zone."""
    parole = Parole.de_la_source(territoire.directory)
    redacteur = Questions(parole)
    vues = [vue for vue in tenues(territoire, par) if (tout or est_due(vue))
            and (quartier is None or quartier in {q.slug for q in vue.quartiers})]
    blocs = [_bloc(territoire, parole, redacteur, groupe) for groupe in _groupes(territoire, vues)]
    blocs.sort(key=lambda b: (cle_de_tri(b.zone), cle_de_tri(b.organisme or b.nom), b.joindre.numeros[0].chiffres
                              if b.joindre.numeros else "", cle_de_tri(b.nom), b.fiches[0].slug))
    sections = tuple((titre, ici) for moyen, titre in MOYENS.items()
                     if (ici := tuple(b for b in blocs if b.joindre.moyen == moyen)))
    directory = territoire.directory
    pour = [directory.annuaire.roles[par].nom] if par else []
    pour += [directory.quartiers[quartier].nom] if quartier else []
    return Feuille(directory.annuaire.nom, " · ".join(pour), parole.date(territoire.aujourdhui), sections,
                   tuple(relais(parole, un) for un in a_remplacer(territoire, quartier)))


def _groupes(territoire: Territoire, vues: Iterable[FicheVue]) -> list[list[tuple[FicheVue, Joindre]]]:
    """Fiches of the same bodies that answer the same phone: one call does for all of them."""
    groupes: dict[tuple, list[tuple[FicheVue, Joindre]]] = {}
    for vue in sorted(vues, key=lambda vue: (cle_de_tri(vue.fiche.nom), vue.slug)):
        ou = joindre(territoire.directory, vue)
        seul = (ou.moyen, vue.slug)
        cle = (vue.fiche.organisme, ou.numeros[0].chiffres) if vue.fiche.organisme and ou.moyen == "appeler" else seul
        groupes.setdefault(cle, []).append((vue, ou))
    return list(groupes.values())


def _bloc(territoire: Territoire, parole: Parole, redacteur: Questions, groupe: list[tuple[FicheVue, Joindre]]) -> Bloc:
    premiere, ou = groupe[0]
    organisme = ", ".join(o.nom for o in premiere.organismes)
    plusieurs = len(groupe) > 1
    # Each number once, whichever fiche of the structure gives it.
    numeros = {n.chiffres: n for _, autre in groupe for n in autre.numeros}
    return Bloc(
        nom=organisme if plusieurs else premiere.fiche.nom, organisme=organisme,
        zone=territoire.directory.quartiers[premiere.fiche.zone].nom,
        joindre=Joindre(ou.moyen, tuple(numeros.values()), ou.organisme),
        fiches=tuple(FicheADemander(vue.slug, vue.fiche.nom, etiquette(parole, vue), vue.retenue,
                                    redacteur.questionnaire(vue)) for vue, _ in groupe))
