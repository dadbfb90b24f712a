"""The review of a change: each fiche of it with what it said and says, its two weeks, its place and what the check found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from quifaitquoi.annuaire.check import Rapport
from quifaitquoi.annuaire.check.load import NOMS, Lu
from quifaitquoi.annuaire.check.problem import Probleme
from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.dessins.position import dessin
from quifaitquoi.edition.reponses.recit import recit
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.situation import situation
from quifaitquoi.suivi.relecture import annonces
from quifaitquoi.suivi.relecture.agenda import Agenda, agendas
from quifaitquoi.suivi.relecture.faits import Changement, Cote, changements
from quifaitquoi.suivi.relecture.versions import Paire, Versions, tient

ERREURS = "Cette version a des erreurs : la comparaison viendra quand elles seront corrigées."
AVANT_ILLISIBLE = "La version d'avant ne se lit pas entièrement : seule la nouvelle est montrée."
RETENUE = ("Adresse non publiée : de ce qui a changé, seuls les noms des champs sont dits. Demandez l'avis de qui connaît "
           "le lieu.")
DIVULGUEE = ("Attention : cette fiche retenait son adresse, et la proposition ne la retient plus. Ne l'acceptez que si le lieu "
             "lui-même l'a demandé.")
RETIREE = ("On ne supprime pas une fiche : des papiers imprimés y mènent. Si le lieu a fermé, gardez-la, avec « etat » et son "
           "statut : ferme ou remplace.")
RIEN = "Rien de ce qui se lit n'a changé : mise en forme ou commentaires seulement."
ANNONCE_TUE = "L'adresse de ce lieu n'est pas publiée, ou une version ne se lit pas : rien de cette annonce n'est répété ici."
TU = "ce que cette règle a trouvé n'est pas répété ici : la fiche retenait son adresse"


@dataclass(frozen=True)
class Place:
    """Where it is: a drawing, and the sentence that says it."""

    titre: str
    phrase: str
    svg: str


@dataclass(frozen=True)
class FicheRelue:
    """`comparee` says that two versions stand beside each other; else `changements` are all that the fiche says."""

    titre: str
    chemin: str
    nom: str = "la fiche"  # what kind of file it is, with its article
    remarques: tuple[str, ...] = ()
    comparee: bool = False
    changements: tuple[Changement, ...] = ()
    champs: tuple[str, ...] = ()
    agendas: tuple[Agenda, ...] = ()
    places: tuple[Place, ...] = ()
    problemes: tuple[Probleme, ...] = ()


@dataclass(frozen=True)
class Relecture:
    """`problemes` are what the check found in changed files, then the errors of all others: they stand in the way too."""

    le: date
    fiches: tuple[FicheRelue, ...]
    autres: tuple[str, ...]
    problemes: tuple[Probleme, ...]
    fichiers: int

    @property
    def titre(self) -> str:
        m = sum(fiche.chemin.startswith("annonces/") for fiche in self.fiches)
        n = len(self.fiches) - m
        annonces = f" et {m} annonce{'s' if m > 1 else ''}" if m else ""
        return f"{n or 'Aucune'} fiche{'s' if n > 1 else ''}{annonces} dans cette proposition"

    @property
    def autres_problemes(self) -> tuple[Probleme, ...]:
        """The errors that no fiche of the change holds: they stand in its way all the same."""
        dites = {probleme for fiche in self.fiches for probleme in fiche.problemes}
        return tuple(p for p in self.problemes if p.niveau == "erreur" and p not in dites)


def relecture(rapport: Rapport, vues: Versions, racine: Path, le: date) -> Relecture:
    """What a reviewer needs, of the change `vues` to the territory in `racine` that `rapport` is about."""
    discretes = {paire.apres.chemin for paire in vues.paires if paire.apres and paire.discrete and not paire.apres.discret}
    changes = {paire.apres.chemin for paire in (*vues.paires, *vues.annonces) if paire.apres}
    changes |= {_ici(racine, autre) for autre in vues.autres}
    problemes = [replace(p, phrase=TU, champ="") if p.fichier in discretes else p for p in rapport.problemes
                 if p.fichier in changes or p.niveau == "erreur"]
    problemes.sort(key=lambda p: (p.fichier not in changes, p.niveau != "erreur", p))
    fiches = [_relue(paire, vues.avant, rapport.lisible, problemes, le) for paire in vues.paires]
    fiches += [_annonce(paire, vues, rapport.lisible, problemes) for paire in vues.annonces]
    # Before all others, and as a warning at its line: among thirty changed fiches nobody must miss it.
    fiches.sort(key=lambda fiche: DIVULGUEE not in fiche.remarques)
    problemes[:0] = [Probleme(chemin, 1, 1, "avertissement", "", DIVULGUEE, "adresse-plus-retenue") for chemin in sorted(discretes)]
    return Relecture(le, tuple(fiches), vues.autres, tuple(problemes), rapport.fichiers)


def _ici(racine: Path, chemin: str) -> str:
    return (racine / chemin).as_posix()


def _relue(paire: Paire, avant: Directory, apres: Directory, problemes: Iterable[Probleme], le: date) -> FicheRelue:
    siens = tuple(p for p in problemes if paire.apres and p.fichier == paire.apres.chemin)
    vieux = _cote(paire.avant, avant, le)
    neuf = None if any(p.niveau == "erreur" for p in siens) else _cote(paire.apres, apres, le)
    genre = "Nouvelle fiche" if not paire.avant else "Fiche retirée" if not paire.apres else "Fiche changée"
    lieu = paire.lu.trouve
    relue = FicheRelue(f"{genre} : {lieu.slug}", f"fiches/{lieu.zone}/{lieu.slug}.yml", problemes=siens)
    if paire.discrete:
        return _discrete(relue, paire, neuf, le)
    if paire.apres and neuf is None:
        return replace(relue, remarques=(ERREURS,))
    if vieux is None and neuf is None:
        return replace(relue, remarques=(AVANT_ILLISIBLE,))
    remarques = (RETIREE,) if not paire.apres else (AVANT_ILLISIBLE,) if paire.avant and vieux is None else ()
    dits = changements(vieux, neuf) if neuf else ()
    if neuf and vieux and not dits:
        remarques = (RIEN,)
    return replace(relue, titre=f"{genre} : {(neuf or vieux).vue.fiche.nom}", remarques=remarques, comparee=vieux is not None,
                   changements=dits, agendas=_agendas(vieux, neuf, le) if neuf else (), places=_places(vieux, neuf))


def _annonce(paire: Paire, vues: Versions, apres: Directory, problemes: Iterable[Probleme]) -> FicheRelue:
    """An announcement. Of one that a withheld place makes, only its file is named."""
    siens = tuple(p for p in problemes if paire.apres and p.fichier == paire.apres.chemin)
    genre = "Nouvelle annonce" if not paire.avant else "Annonce retirée" if not paire.apres else "Annonce changée"
    slug = paire.lu.trouve.slug
    relue = FicheRelue(f"{genre} : {slug}", f"annonces/{slug}.yml", "l'annonce", problemes=siens)
    if any(p.niveau == "erreur" for p in siens):
        return replace(relue, remarques=(ERREURS,))
    discretes = {autre.lu.trouve.slug for autre in vues.paires if autre.discrete}
    if any(annonces.retenue(lu, apres, discretes) for lu in (paire.avant, paire.apres)):
        return replace(relue, remarques=(ANNONCE_TUE,))
    vieille, neuve = (lu.element if lu else None for lu in (paire.avant, paire.apres))
    dits = annonces.changements(vieille, neuve, replace(vues.avant, fiches=apres.fiches)) if neuve else ()
    return replace(relue, titre=f"{genre} : {(neuve or vieille).titre}", comparee=vieille is not None, changements=dits,
                   remarques=(RIEN,) if neuve and vieille and not dits else ())


def _discrete(relue: FicheRelue, paire: Paire, neuf: Cote | None, le: date) -> FicheRelue:
    """Names of fields only; and the fiche as it will be published, unless one of its versions may hold the address."""
    champs = ()
    if paire.avant and paire.apres:
        champs = tuple(recit(*(_champs(lu.document.valeur) for lu in (paire.avant, paire.apres)), discret=True))
    relue = replace(relue, champs=champs, remarques=(RETENUE,))
    if paire.apres and not paire.apres.discret:
        return replace(relue, remarques=(DIVULGUEE, RETENUE))
    if paire.apres and neuf is None:
        return replace(relue, remarques=(ERREURS, RETENUE))
    if neuf and all(_sans_adresse(lu) for lu in (paire.avant, paire.apres) if lu):
        return replace(relue, changements=changements(None, neuf), agendas=_agendas(None, neuf, le))
    return relue


def _champs(valeur: object) -> object:
    """What is written under the program's own names: any other was typed by somebody, and may say anything."""
    if isinstance(valeur, dict):
        return {nom: v if nom == "horaires" else _champs(v) for nom, v in valeur.items() if nom in NOMS}
    return [_champs(v) for v in valeur] if isinstance(valeur, list) else valeur


def _sans_adresse(lu: Lu) -> bool:
    """Whether this version withheld its address and held nothing of it."""
    champs = lu.document.valeur if isinstance(lu.document.valeur, dict) else {}
    seule = set(champs.get("adresse") or ()) <= {"commune", "code_postal"} and not champs.keys() & {"adresse_provisoire", "tournee"}
    return lu.discret and not lu.problemes and seule


def _cote(lu: Lu | None, directory: Directory, le: date) -> Cote | None:
    """One side, where it can be put into words."""
    if lu is None or lu.problemes or lu.element is None or not tient(lu.element, directory):
        return None
    territoire = enrichir(replace(directory, fiches={lu.trouve.slug: lu.element}), le)
    return Cote(territoire.fiches[lu.trouve.slug], lu.document.valeur, territoire)


def _agendas(avant: Cote | None, apres: Cote, le: date) -> tuple[Agenda, ...]:
    cotes = [(cote.vue.fiche, cote.territoire.directory.calendrier) if cote else None for cote in (avant, apres)]
    return agendas(*cotes, le, Parole.de_la_source(apres.territoire.directory).langue)


def _places(avant: Cote | None, apres: Cote | None) -> tuple[Place, ...]:
    """Where it is, and where it was if that is elsewhere."""
    deplacee = bool(avant and apres and avant.vue.position and avant.vue.position != apres.vue.position)
    montrees = [("Avant", avant)] * deplacee + [("Après" if deplacee else "", apres or avant)]
    places = []
    for titre, cote in montrees:
        langue = Parole.de_la_source(cote.territoire.directory).langue
        if svg := dessin(cote.vue, cote.territoire, langue):
            places.append(Place(titre, situation(cote.vue, cote.territoire, langue) or "", svg))
    return tuple(places)
