"""The text that the forge makes of a submitted form → its answers. The forms themselves say which questions there are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.base.refus import Refus
from quifaitquoi.edition.reponses.comprendre import Incompris

DOSSIER = Path(".github/ISSUE_TEMPLATE")
NOMS = ("ajouter", "corriger", "fermeture", "introuvable")
CORPS_MAX = 70_000  # characters; the forge takes 65,536
RIEN = ("_No response_", "_Aucune réponse_", "None", "")
COCHE = re.compile(r"^\s*- \[[xX]\] ", re.M)


@dataclass(frozen=True)
class Formulaire:
    """One form: its name, and the label of each of its questions by their identifier, in order."""

    nom: str
    questions: dict[str, str]
    cases: frozenset[str]


def formulaires(dossier: Path = DOSSIER) -> tuple[Formulaire, ...]:
    """The forms of the forge. Raises Refus where one is not there: they belong to the repository, not to the program."""
    return tuple(_formulaire(nom, _texte(dossier / f"{nom}.yml")) for nom in NOMS)


def _texte(fichier: Path) -> str:
    try:
        return fichier.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise Refus(f"Le formulaire « {fichier} » n'est pas ici. Lancez la commande depuis la racine du dépôt, là où est le "
                    "dossier .github") from None


def _formulaire(nom: str, texte: str) -> Formulaire:
    posees = [bloc for bloc in lire_yaml(texte).valeur["body"] if "id" in bloc]
    return Formulaire(nom, {bloc["id"]: bloc["attributes"]["label"] for bloc in posees},
                      frozenset(bloc["id"] for bloc in posees if bloc["type"] == "checkboxes"))


def lire(corps: str, connus: tuple[Formulaire, ...]) -> tuple[Formulaire, dict[str, str]]:
    """Which form it is, and its answers by the identifier of their question; raises Incompris.

    A box that was ticked answers "oui". What was left empty is not there.
    """
    if len(corps) > CORPS_MAX:
        raise Incompris("Ce texte est trop long pour un formulaire")
    morceaux = re.split(r"^### (.*)$", corps.replace("\r\n", "\n"), flags=re.M)
    titres = [titre.strip() for titre in morceaux[1::2]]
    for formulaire in connus:
        if titres == list(formulaire.questions.values()):
            return formulaire, _reponses(formulaire, morceaux[2::2])
    if any(titres[:1] == list(f.questions.values())[:1] for f in connus):
        raise Incompris("Le texte ne suit plus le formulaire : une ligne commence par « ### », ou une question manque. "
                        "Enlevez ces dièses, ou remplissez le formulaire de nouveau")
    raise Incompris("Ce texte n'est pas un formulaire de l'annuaire : choisissez-en un en ouvrant une nouvelle demande")


def _reponses(formulaire: Formulaire, textes: list[str]) -> dict[str, str]:
    reponses = {}
    for question, texte in zip(formulaire.questions, map(str.strip, textes), strict=True):
        if question in formulaire.cases:
            texte = "oui" if COCHE.search(texte) else ""
        if texte not in RIEN:
            reponses[question] = texte
    return reponses
