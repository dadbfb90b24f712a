"""The check: read everything, find every problem at once, and give the directory if there is no error."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from quifaitquoi.annuaire.check import rules  # noqa: F401 - importing the rules registers them
from quifaitquoi.annuaire.check.a_completer import pages_a_completer
from quifaitquoi.annuaire.check.acceptations import signaler_les_acceptations_sans_objet
from quifaitquoi.annuaire.check.context import Contexte
from quifaitquoi.annuaire.check.droits import avec_les_nationaux
from quifaitquoi.annuaire.check.examen import examiner
from quifaitquoi.annuaire.check.fond import fond_des_cartes
from quifaitquoi.annuaire.check.formes import formes
from quifaitquoi.annuaire.check.imports import memoires_des_imports
from quifaitquoi.annuaire.check.lignes import avec_les_lignes
from quifaitquoi.annuaire.check.load import Lu, lire
from quifaitquoi.annuaire.check.memory import LuesAvant, oublie_les_retenues
from quifaitquoi.annuaire.check.notes import notes
from quifaitquoi.annuaire.check.pages import pages_ecrites
from quifaitquoi.annuaire.check.problem import Probleme
from quifaitquoi.annuaire.check.translations import traductions
from quifaitquoi.annuaire.check.tree import TROP, parcourir
from quifaitquoi.annuaire.model.annuaire import Annuaire, Emprise, Role, Urgence
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.genres import GENRES
from quifaitquoi.annuaire.model.pays import pays_connu
from quifaitquoi.annuaire.model.vocabulaire import VOCABULAIRES, Vocabulaire

PAYS = re.compile(r"""^pays:[ \t]*["']?([A-Z]{2})\b""", re.M)

__all__ = ["LuesAvant", "Rapport", "verifier"]


@dataclass(frozen=True)
class Rapport:
    """What the check found. `directory` is None as soon as there is one error; `lisible` is what could be read all the same.

    `cles`: slug of a fiche → digest of all that it was read from.
    """

    directory: Directory | None
    problemes: tuple[Probleme, ...]
    fichiers: int
    lisible: Directory
    cles: Mapping[str, bytes | None]

    @property
    def erreurs(self) -> tuple[Probleme, ...]:
        return tuple(p for p in self.problemes if p.niveau == "erreur")


def verifier(racine: Path, aujourdhui: date, base: Path | None = None, memoire: LuesAvant | None = None) -> Rapport:
    """Check the territory in `racine` as of `aujourdhui`. Paths in messages are relative to `base` (default: here).

    Never raises for anything a volunteer can write: each fault becomes a Probleme with its place. `memoire`
    keeps what was read from one call to the next, so that a preview reads again only what changed.
    """
    memoire = LuesAvant() if memoire is None else memoire
    base = base or Path.cwd()
    trouves = sorted(parcourir(racine), key=lambda trouve: trouve.genre != "annuaire")
    if trop := [trouve for trouve in trouves if trouve.faute and trouve.faute.regle == TROP]:
        return _rien_de_lu(lire(trop[0], racine, base, "FR"), aujourdhui)
    annuaires = [memoire.lire(trouve, racine, base, "FR") for trouve in trouves if trouve.genre == "annuaire"]
    pays = next((_pays(lu) for lu in annuaires), "FR")
    lus = annuaires + memoire.lire_tous(trouves[len(annuaires):], racine, base, pays)
    contexte = _contexte(tuple(lus), aujourdhui)
    fond, du_fond = fond_des_cartes(racine, base, contexte.directory.annuaire.emprise)
    contexte = replace(contexte, directory=replace(contexte.directory, fond=fond))
    oublie_les_retenues(memoire.cache, contexte.directory)
    examiner(contexte, memoire.cache)
    signaler_les_acceptations_sans_objet(racine, contexte)
    problemes = [p for lu in lus for p in lu.problemes]
    problemes += _manquants(racine, base, {t.genre for t in trouves}, {lu.trouve.slug for lu in lus if
                                                                      lu.trouve.genre == "vocabulaire"})
    problemes += pages_ecrites(racine, base, contexte) + notes(racine, base, contexte)
    problemes += formes(racine, base) + pages_a_completer(racine, base) + du_fond + memoires_des_imports(racine, base, contexte)
    sans_erreur = not any(p.niveau == "erreur" for p in problemes)
    dites, a_dire = traductions(racine, base, contexte.directory, _place_des_langues(contexte))
    directory = replace(contexte.directory, traductions=dites) if sans_erreur else None
    # What the program brings is digested with the program itself.
    cles = {slug: slug.encode() for slug in contexte.directory.fiches}
    return Rapport(directory, tuple(sorted(problemes + a_dire)), len(lus), contexte.directory,
                   cles | {lu.trouve.slug: lu.cle for lu in lus if lu.trouve.genre == "fiche"})


def _rien_de_lu(lu: Lu, aujourdhui: date) -> Rapport:
    """Only what is said of this one: of a part of a directory, whatever else a rule finds would be false."""
    return Rapport(None, tuple(lu.problemes), 0, _contexte((), aujourdhui).directory, {})


def _pays(lu: Lu) -> str:
    """The country that annuaire.yml names, also where no more of it can be read: no other number would be right then."""
    ecrit = PAYS.search(lu.texte)
    return lu.element.pays if lu.element else ecrit[1] if ecrit and pays_connu(ecrit[1]) else "FR"


def _contexte(lus: tuple[Lu, ...], aujourdhui: date) -> Contexte:
    par_genre: dict[str, dict[str, object]] = {genre.nom: {} for genre in GENRES.values() if genre.dossier}
    slugs: dict[str, set[str]] = {genre: set() for genre in par_genre}
    annuaire, reperes, lignes, vacances, manques, relais, listes, entieres = None, {}, {}, None, None, None, {}, set()
    for lu in lus:
        genre = lu.trouve.genre
        if genre in slugs:
            slugs[genre].add(lu.trouve.slug)
        if lu.element is None:
            continue
        if genre in par_genre:
            par_genre[genre].setdefault(lu.trouve.slug, lu.element)
        elif genre == "annuaire":
            annuaire = lu.element
            entieres |= set() if lu.partiel else {"roles"}
        elif genre == "reperes":
            reperes, lignes = lu.element.reperes, lu.element.lignes or {}
        elif genre == "vacances":
            vacances = lu.element
        elif genre == "manques":
            manques = lu.element
        elif genre == "relais":
            relais = lu.element
        elif genre == "vocabulaire":
            listes |= {nom: getattr(lu.element, nom) for nom in type(lu.element).model_fields}
            entieres |= set() if lu.partiel else set(type(lu.element).model_fields)
    directory = Directory(
        annuaire=annuaire or _annuaire_absent(), vocabulaire=Vocabulaire.model_construct(**listes), reperes=reperes,
        lignes=lignes, vacances=vacances, manques=manques, relais=relais,
        **{GENRES[genre].dossier: dict(sorted(elements.items())) for genre, elements in par_genre.items()})
    directory = avec_les_lignes(replace(directory, droits=avec_les_nationaux(directory)))
    slugs["fiche"] |= directory.fiches.keys()
    connus = {genre: frozenset(noms) for genre, noms in slugs.items()}
    return Contexte(directory, aujourdhui, connus, frozenset(entieres), lus)


def _annuaire_absent() -> Annuaire:
    """Stands in for an annuaire.yml that could not be read, so that the fiches are still checked."""
    return Annuaire.model_construct(
        nom="", territoire="", presentation="", emprise=Emprise(**Emprise.EN_ATTENDANT),
        roles={"": Role.model_construct(nom="")}, urgences=(Urgence.model_construct(numero="112", nom="", pour=""),))


def _place_des_langues(contexte: Contexte) -> tuple[int, int]:
    """Where annuaire.yml names the languages of the site."""
    return next((lu.document.place(("langues",)) for lu in contexte.lus if lu.trouve.genre == "annuaire"), (1, 1))


def _manquants(racine: Path, base: Path, genres: set, vocabulaires: set[str]) -> list[Probleme]:
    """The files that a territory can't do without."""
    attendus = [] if "annuaire" in genres else ["annuaire.yml"]
    attendus += [f"vocabulaire/{nom}.yml" for nom in VOCABULAIRES if nom not in vocabulaires]
    return [Probleme(os.path.relpath(racine / nom, base), 1, 1, "erreur", "",
                     "ce fichier manque : recopiez celui d'un autre territoire et adaptez-le", "fichier-manquant")
            for nom in attendus]
