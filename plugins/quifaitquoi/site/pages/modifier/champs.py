"""Which fields of a fiche the editor shows, and how each is typed in: titles, help, examples and bounds are those of its schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel

from quifaitquoi.annuaire.check.fields import est_liste, modeles_dans
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.sortes import modeles, sortes, termes
from quifaitquoi.annuaire.model.types import Sorte
from quifaitquoi.annuaire.read.faute import Chemin
from quifaitquoi.edition.decoupe.ecriture import Valeur
from quifaitquoi.edition.formulaires.changements import FERMES, est_ouvert
from quifaitquoi.schema import schemas

JOUR, DATE, WEB = r"^\d{4}-\d\d-\d\d$", r"^\d{4}(-\d\d){0,2}$", "^https?://"
# A text that is longer than a line.
LIGNE = 160
LISTES = frozenset(("plusieurs", "termes", "textes"))


@dataclass(frozen=True)
class Saisie:
    """How a field is typed in. `cle` names it, the same wherever its block stands; `requis`: its block cannot be without it.

    `genre`: ligne, long, telephone, courriel, web, code, nombre, jour, date, choix, plusieurs (of `choix`), termes (of the list
    `liste` of the vocabulary), textes (one a line) or horaires.
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


@dataclass(frozen=True)
class Champ:
    """A field at its place in a fiche; `valeur` is None where it is not written yet."""

    chemin: Chemin
    saisie: Saisie
    valeur: Valeur | None


def champs_de(arbre: dict) -> Iterator[Champ]:
    """Every field that the editor shows of this fiche: what is written, and what may be added beside it."""
    yield from _du_bloc(Fiche, arbre, ())


def saisies() -> dict[str, Saisie]:
    """All that a fiche may ask for, by their key."""
    toutes = (_saisie(modele, nom) for modele in modeles(Fiche) for nom in modele.model_fields if nom not in FERMES)
    return {saisie.cle: saisie for saisie in toutes if saisie}


def titre_de(cle: str) -> str:
    """What a field of the fiche itself is called."""
    champ = Fiche.model_fields.get(cle)
    return champ.title if champ else cle


@cache
def _plan(modele: type[BaseModel]) -> tuple[tuple[str, Saisie | None, type[BaseModel] | None, bool], ...]:
    """(name, how it is typed in, the model of its block, whether it is a list) of each field: the same for every fiche."""
    return tuple((nom, _saisie(modele, nom), next(modeles_dans(info.annotation), None), est_liste(info.annotation))
                 for nom, info in modele.model_fields.items())


def _du_bloc(modele: type[BaseModel], valeurs: dict, chemin: Chemin) -> Iterator[Champ]:
    for nom, saisie, bloc, liste in _plan(modele):
        ici, la = (*chemin, nom), valeurs.get(nom)
        if isinstance(la, list) and any(isinstance(un, dict) for un in la):
            for rang, un in enumerate(la):
                if bloc and isinstance(un, dict) and est_ouvert((*ici, rang, "nom")):
                    yield from _du_bloc(bloc, un, (*ici, rang))
        elif isinstance(la, list) and saisie and saisie.genre == "telephone":
            yield from (Champ((*ici, rang), saisie, un) for rang, un in enumerate(la) if isinstance(un, str))
        elif saisie and est_ouvert(ici) and _convient(saisie, la):
            yield Champ(ici, saisie, la)
        elif bloc and not liste and est_ouvert(ici) and (isinstance(la, dict) or la is None and not chemin):
            yield from _du_bloc(bloc, la or {}, ici)


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
    return json.loads(schemas()["fiche.schema.json"])


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
                  termes(modele).get(nom, ""), nom in bloc.get("required", ()))


def _genre(modele: type[BaseModel], nom: str, dit: dict) -> tuple[str, tuple[str, ...]]:
    sorte, liste = sortes(modele).get(nom), est_liste(modele.model_fields[nom].annotation)
    un = dit.get("items", {}) if liste else dit
    possibles = [dit, *dit.get("anyOf", ())]
    if nom in termes(modele):
        return ("termes", ()) if liste else ("", ())
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
