"""One problem of one file, and the three ways to print it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from quifaitquoi.base.texte import visible

Niveau = Literal["erreur", "avertissement"]


@dataclass(frozen=True, order=True)
class Probleme:
    """`ligne` and `colonne` count from 1; `champ` is a dotted path, empty for the file as a whole."""

    fichier: str
    ligne: int
    colonne: int
    niveau: Niveau
    champ: str
    phrase: str
    regle: str

    def __str__(self) -> str:
        champ = f"{self.champ}: " if self.champ else ""
        return f"{visible(self.fichier, 4096)}:{self.ligne}:{self.colonne}: {self.niveau}: {champ}{self.phrase}"


def bilan(problemes: Sequence[Probleme], fichiers: int) -> str:
    """The closing line: how much was read and what was found."""
    niveaux = [p.niveau for p in problemes]
    erreurs, avertissements = niveaux.count("erreur"), niveaux.count("avertissement")
    pluriel = lambda n, mot: f"{n} {mot}{'s' if n > 1 else ''}"
    lus = pluriel(fichiers, "fichier") + (" lus" if fichiers > 1 else " lu")
    if not niveaux:
        return f"{lus}, tout va bien."
    # Of many warnings, most are of one kind: how many of each says what there is to do.
    genres = Counter(p.regle for p in problemes if p.niveau == "avertissement").most_common()
    dits = f" ({', '.join(f'{regle} : {n}' for regle, n in genres)})" if avertissements > 1 else ""
    return f"{lus} : {pluriel(erreurs, 'erreur')}, {pluriel(avertissements, 'avertissement')}{dits}."


def en_texte(problemes: Iterable[Probleme], fichiers: int) -> str:
    """The errors last, where the eye is when all has gone by: they are what has to be done."""
    problemes = sorted(problemes, key=lambda p: p.niveau == "erreur")
    return "\n".join([*map(str, problemes), bilan(problemes, fichiers)])


def en_json(problemes: Iterable[Probleme], fichiers: int) -> str:
    """An object with `fichiers` (how many were read) and `problemes`, each with the fields of Probleme."""
    return json.dumps({"fichiers": fichiers, "problemes": [asdict(p) | {"fichier": visible(p.fichier, 4096)} for p in problemes]},
                      ensure_ascii=False, indent=2)


def en_github(problemes: Iterable[Probleme], fichiers: int) -> str:
    """Workflow commands: the forge shows each beside its line. The same sentence as the text, escaped its way."""
    problemes = list(problemes)
    return "\n".join([*map(_annotation, problemes), bilan(problemes, fichiers)])


def _annotation(p: Probleme) -> str:
    def echappe(texte: str, propriete: bool = False) -> str:
        texte = texte.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        return texte.replace(":", "%3A").replace(",", "%2C") if propriete else texte

    commande = "error" if p.niveau == "erreur" else "warning"
    champ = f"{p.champ}: " if p.champ else ""
    return (f"::{commande} file={echappe(visible(p.fichier, 4096), True)},line={p.ligne},col={p.colonne},"
            f"title={echappe(p.regle, True)}::{echappe(champ + p.phrase)}")


FORMATS = {"texte": en_texte, "json": en_json, "github": en_github}
