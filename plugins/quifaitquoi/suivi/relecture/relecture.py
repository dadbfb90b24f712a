"""The review of a change: each fiche of it with what it said and says, its two weeks, its place and what the check found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from quifaitquoi.annuaire.check import Rapport
from quifaitquoi.annuaire.check.load import NOMS, Lu
from quifaitquoi.annuaire.check.problem import Probleme
from quifaitquoi.annuaire.check.tree import Trouve
from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.genres import GENRES
from quifaitquoi.dessins.position import dessin
from quifaitquoi.edition.reponses.recit import recit
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.situation import situation
from quifaitquoi.suivi.relecture import pieces
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
PIECE_TUE = ("On y parle d'un lieu dont l'adresse n'est pas publiée, ou une version ne se lit pas : de ce qui change, seuls les "
             "noms des champs sont dits.")
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
    genre: str = "fiche"
    remarques: tuple[str, ...] = ()
    comparee: bool = False
    changements: tuple[Changement, ...] = ()
    champs: tuple[str, ...] = ()
    agendas: tuple[Agenda, ...] = ()
    places: tuple[Place, ...] = ()
    problemes: tuple[Probleme, ...] = ()

    @property
    def nom(self) -> str:
        """What kind of file it is, with its article."""
        return pieces.GENRES[self.genre].avec_article if self.genre in pieces.GENRES else "la fiche"


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
        comptes = Counter(fiche.genre for fiche in self.fiches)
        n = comptes["fiche"]
        dits = [f"{n or 'Aucune'} fiche{'s' if n > 1 else ''}"]
        dits += [f"{comptes[nom]} {genre.pluriel if comptes[nom] > 1 else nom}" for nom, genre in pieces.GENRES.items()
                 if comptes[nom] and nom != "relais"]
        dits += ["la liste des relais"] if comptes["relais"] else []
        return f"{', '.join(dits[:-1])}{' et ' if len(dits) > 1 else ''}{dits[-1]} dans cette proposition"

    @property
    def autres_problemes(self) -> tuple[Probleme, ...]:
        """The errors that no fiche of the change holds: they stand in its way all the same."""
        dites = {probleme for fiche in self.fiches for probleme in fiche.problemes}
        return tuple(p for p in self.problemes if p.niveau == "erreur" and p not in dites)


def relecture(rapport: Rapport, vues: Versions, racine: Path, le: date) -> Relecture:
    """What a reviewer needs, of the change `vues` to the territory in `racine` that `rapport` is about."""
    discretes = {paire.apres.chemin for paire in vues.paires if paire.apres and paire.discrete and not paire.apres.discret}
    changes = {paire.apres.chemin for paire in (*vues.paires, *vues.pieces) if paire.apres}
    changes |= {_ici(racine, autre) for autre in vues.autres}
    problemes = [replace(p, phrase=TU, champ="") if p.fichier in discretes else p for p in rapport.problemes
                 if p.fichier in changes or p.niveau == "erreur"]
    problemes.sort(key=lambda p: (p.fichier not in changes, p.niveau != "erreur", p))
    fiches = [_relue(paire, vues.avant, rapport.lisible, problemes, le) for paire in vues.paires]
    fiches += [_piece(paire, vues, rapport.lisible, problemes) for paire in vues.pieces]
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


def _piece(paire: Paire, vues: Versions, apres: Directory, problemes: Iterable[Probleme]) -> FicheRelue:
    """An announcement, a right, a guide or the list of relays. Of one about a withheld place, only its file is named."""
    trouve = paire.lu.trouve
    siens = tuple(p for p in problemes if paire.apres and p.fichier == paire.apres.chemin)
    genre = pieces.GENRES[trouve.genre]
    titre = genre.nouveau if not paire.avant else genre.retire if not paire.apres else genre.change
    relue = FicheRelue(f"{titre} : {trouve.slug or trouve.fichier.name}", _chemin(trouve), trouve.genre, problemes=siens)
    if any(p.niveau == "erreur" for p in siens):
        return replace(relue, remarques=(ERREURS,))
    cotes = (paire.avant, paire.apres)
    discretes = {autre.lu.trouve.slug for autre in vues.paires if autre.discrete}
    if any(lu and (lu.partiel or lu.element is None) for lu in cotes):
        return replace(relue, remarques=(PIECE_TUE,))
    vieille, neuve = (lu.element if lu else None for lu in cotes)
    dits = pieces.changements(vieille, neuve, (replace(vues.avant, fiches=apres.fiches), apres)) if neuve else ()
    if any(pieces.retenue(un, apres, discretes) for un in (vieille, neuve) if un):
        return replace(relue, remarques=(PIECE_TUE,), champs=tuple(dit.titre for dit in dits))
    return replace(relue, titre=f"{titre} : {pieces.nom(neuve or vieille, trouve.fichier.name)}", comparee=vieille is not None,
                   changements=dits, remarques=(RIEN,) if neuve and vieille and not dits else ())


def _chemin(trouve: Trouve) -> str:
    dossier = GENRES[trouve.genre].dossier
    return f"{dossier}/{trouve.fichier.name}" if dossier else trouve.fichier.name


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
