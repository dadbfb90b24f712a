"""Which fields of a fiche the editor shows, which lists it lengthens, and how each value is typed in.

Titles, help, examples and bounds are those of the schema.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from pydantic import BaseModel

from quifaitquoi.annuaire.check.fields import est_liste, modeles_dans
from quifaitquoi.annuaire.model.accueil import Age
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.sortes import sortes, termes
from quifaitquoi.annuaire.model.types import Sorte
from quifaitquoi.annuaire.read.faute import Chemin
from quifaitquoi.edition.decoupe.ecriture import Valeur
from quifaitquoi.edition.formulaires.changements import FERMES, est_ouvert
from quifaitquoi.schema import DOSSIER

JOUR, DATE, WEB = r"^\d{4}-\d\d-\d\d$", r"^\d{4}(-\d\d){0,2}$", "^https?://"
# A text that is longer than a line.
LIGNE = 160
LISTES = frozenset(("plusieurs", "termes", "textes"))


@dataclass(frozen=True)
class Saisie:
    """How a field is typed in. `cle` names it, the same wherever its block stands; `requis`: its block cannot be without it.

    `genre`: ligne, long, telephone, courriel, web, code, nombre, jour, date, choix, plusieurs (of `choix`), terme and termes (of
    the list `liste` of the vocabulary), textes (one a line), horaires, or liste, of blocks that each hold `contient`.
    `apres`: the field beside it that it may not come before.
    """

    cle: str
    genre: str
    titre: str
    aide: str = ""
    exemple: str = ""
    max: int = 0
    bornes: tuple[int, int] | None = None
    choix: tuple[str, ...] = ()
    liste: str = ""
    requis: bool = False
    contient: tuple[str, ...] = ()
    apres: str = ""


@dataclass(frozen=True)
class Champ:
    """A field at its place in a fiche; `valeur` is None where it is not written yet."""

    chemin: Chemin
    saisie: Saisie
    valeur: Valeur | None


@dataclass(frozen=True)
class Element:
    """A block that stands in a list, and may be taken out."""

    chemin: Chemin
    saisie: Saisie


@dataclass(frozen=True)
class Liste:
    """A list that holds `combien` blocks, and may get more. `seul`: what stands there is a text yet, in no list."""

    chemin: Chemin
    saisie: Saisie
    combien: int
    seul: bool = False


Montre = Champ | Element | Liste


def champs_de(arbre: dict) -> Iterator[Montre]:
    """All that the editor shows of this fiche: what is written, and what may be added beside it."""
    yield from _du_bloc(Fiche, arbre, ())


@cache
def saisies() -> Mapping[str, Saisie]:
    """All that a fiche may ask for, by their key."""
    return MappingProxyType({saisie.cle: saisie for saisie in _toutes(Fiche, ())})


def titre_de(cle: str) -> str:
    """What a field of the fiche itself is called."""
    champ = Fiche.model_fields.get(cle)
    return champ.title if champ else cle


@cache
def _plan(modele: type[BaseModel]) -> tuple[tuple[str, Saisie | None, type[BaseModel] | None, bool], ...]:
    """(name, how it is typed in, the model of its block, whether it is a list) of each field: the same for every fiche."""
    return tuple((nom, _saisie(modele, nom), next(modeles_dans(info.annotation), None), est_liste(info.annotation))
                 for nom, info in modele.model_fields.items())


def _toutes(modele: type[BaseModel], chemin: Chemin) -> Iterator[Saisie]:
    for nom, saisie, bloc, liste in _plan(modele):
        ici = (*chemin, nom)
        if saisie and est_ouvert(ici):
            yield saisie
        dedans = (*ici, 0) if liste else ici
        if bloc and est_ouvert(dedans):
            if liste:
                yield _liste(modele, nom, bloc)
                yield from _d_un_element(bloc)
            yield from _toutes(bloc, dedans)


def _du_bloc(modele: type[BaseModel], valeurs: dict, chemin: Chemin) -> Iterator[Montre]:
    for nom, saisie, bloc, liste in _plan(modele):
        ici, la = (*chemin, nom), valeurs.get(nom)
        if isinstance(la, list) and bloc:
            if est_ouvert((*ici, 0)):
                yield from _de_la_liste(la, ici, bloc, saisie)
                yield Liste(ici, _liste(modele, nom, bloc), len(la))
        elif saisie and est_ouvert(ici) and _convient(saisie, la):
            yield Champ(ici, saisie, la)
            if bloc and liste and la:
                yield Liste(ici, _liste(modele, nom, bloc), 1, seul=True)
        elif bloc and liste and la is None and not chemin and est_ouvert((*ici, 0)):
            # A place does not go round: its stops would hide its address.
            if (nom, valeurs.get("genre")) != ("tournee", "lieu"):
                yield Liste(ici, _liste(modele, nom, bloc), 0)
        elif bloc and est_ouvert(ici) and not liste and (isinstance(la, dict) or la is None and not chemin):
            yield from _du_bloc(bloc, la or {}, ici)


def _de_la_liste(elements: list, ici: Chemin, bloc: type[BaseModel], saisie: Saisie | None) -> Iterator[Montre]:
    for rang, un in enumerate(elements):
        if isinstance(un, dict):
            yield from _du_bloc(bloc, un, (*ici, rang))
            yield Element((*ici, rang), Saisie("", "element", ""))
        elif saisie and isinstance(un, str):
            yield Champ((*ici, rang), saisie, un)


def _convient(saisie: Saisie, valeur: Valeur | None) -> bool:
    """Whether what is written can be shown so. A cost in one word is: its block is not there yet."""
    if valeur is None:
        return saisie.cle.rpartition(".")[2] != "cout"
    if saisie.genre in LISTES:
        return isinstance(valeur, list) and all(isinstance(un, str) for un in valeur)
    if saisie.genre == "horaires":
        return isinstance(valeur, dict)
    return isinstance(valeur, str)


@cache
def _schema() -> dict:
    # As it was written once: making those of all kinds of files again takes as long as the data of thirty fiches.
    return json.loads((DOSSIER / "fiche.schema.json").read_text("utf-8"))


@cache
def _saisie(modele: type[BaseModel], nom: str) -> Saisie | None:
    """How this field is typed in, None where only the file can say it."""
    schema = _schema()
    bloc = schema if modele is Fiche else schema["$defs"][modele.__name__]
    dit = bloc["properties"][nom]
    genre, choix = _genre(modele, nom, dit)
    if not genre:
        return None
    exemple = next((e for e in dit.get("examples", ()) if isinstance(e, str)), "")
    longueur = LIGNE if genre == "textes" else dit.get("maxLength", 0)
    bornes = (dit.get("minimum", 0), dit["maximum"]) if genre == "nombre" else None
    return Saisie(f"{modele.__name__}.{nom}", genre, dit["title"], dit.get("description", ""), exemple, longueur, bornes, choix,
                  termes(modele).get(nom, ""), nom in bloc.get("required", ()), apres=_apres(modele, nom))


@cache
def _liste(modele: type[BaseModel], nom: str, bloc: type[BaseModel]) -> Saisie:
    """How a block is added to this list."""
    return Saisie(f"{modele.__name__}.{nom}[]", "liste", modele.model_fields[nom].title,
                  contient=tuple(saisie.cle for saisie in _d_un_element(bloc)))


def _d_un_element(bloc: type[BaseModel]) -> Iterator[Saisie]:
    """What is asked of a new block: what it cannot be without, even where no form may change that later, and its other values."""
    for nom in bloc.model_fields:
        if (saisie := _saisie(bloc, nom)) and (saisie.requis or nom not in FERMES):
            yield saisie


def _apres(modele: type[BaseModel], nom: str) -> str:
    debut, fin = ("min", "max") if modele is Age else modele.periode or ("", "")
    return debut if nom == fin else ""


def _genre(modele: type[BaseModel], nom: str, dit: dict) -> tuple[str, tuple[str, ...]]:
    sorte, liste = sortes(modele).get(nom), est_liste(modele.model_fields[nom].annotation)
    un = dit.get("items", {}) if liste else dit
    possibles = [dit, *dit.get("anyOf", ())]
    if nom in termes(modele):
        return ("termes" if liste else "terme"), ()
    if sorte is Sorte.TELEPHONE or nom == "telephone":
        return "telephone", ()
    if any("additionalProperties" in possible and possible["additionalProperties"] for possible in possibles):
        return "horaires", ()
    if choix := next((possible["enum"] for possible in (un, *un.get("anyOf", ())) if "enum" in possible), None):
        return ("plusieurs" if liste else "choix"), tuple(choix)
    if un.get("format") == "email":
        return "courriel", ()
    for motif, genre in ((WEB, "web"), (JOUR, "jour"), (DATE, "date")):
        if any(possible.get("pattern") == motif for possible in possibles):
            return ("" if liste else genre), ()
    if un.get("type") == "integer":
        return "nombre", ()
    if nom == "code_postal":
        return "code", ()
    if un.get("type") == "string" and "maxLength" in un and "pattern" not in un:
        return ("textes" if liste else "ligne" if un["maxLength"] <= LIGNE else "long"), ()
    return "", ()
