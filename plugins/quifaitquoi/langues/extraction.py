"""Finds every message of the program: in Python by its syntax tree, in templates by Jinja's own reader, in YAML by the field."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

PROGRAMME = Path(__file__).resolve().parents[1]

# How the code says a message, and which argument holds it. `texte` and `N_` also mark what is said elsewhere.
UN = {"_": 0, "N_": 0, "texte": 0, "dire": 0, "phrase": 0}
# The texts of the rights and lines that belong to the program (annuaire/droits/, annuaire/lignes/): what readers see of them.
DITS = ("nom", "pour", "presentation", "demarche", "si", "alors")
NOMBRE = ("nombre", "compter", "n_", "ngettext", "NN_")


@dataclass
class Message:
    """A French message, its plural if it counts, and the files that say it."""

    source: str
    pluriel: str | None = None
    fichiers: list[str] = field(default_factory=list)


def messages(racine: Path = PROGRAMME) -> list[Message]:
    """Every message below `racine`, by file, then in the order of the file."""
    trouves: dict[str, Message] = {}
    motifs = ("*.py", "*.html", "droits/*.yml", "lignes/*.yml")
    for fichier in sorted(fichier for motif in motifs for fichier in racine.rglob(motif)):
        nom = fichier.relative_to(racine).as_posix()
        lus = LECTEURS[fichier.suffix]
        for source, pluriel in lus(fichier.read_text("utf-8")):
            message = trouves.setdefault(source, Message(source))
            message.pluriel = message.pluriel or pluriel
            if nom not in message.fichiers:
                message.fichiers.append(nom)
    return list(trouves.values())


def de_python(texte: str) -> Iterator[tuple[str, str | None]]:
    """The messages of a module. Babel's own reader takes `_("a" if x else "b")` for one message; a syntax tree does not."""
    appels = [n for n in ast.walk(ast.parse(texte)) if isinstance(n, ast.Call)]
    for appel in sorted(appels, key=lambda n: (n.lineno, n.col_offset)):
        nom = getattr(appel.func, "id", None) or getattr(appel.func, "attr", None)
        if nom in NOMBRE and len(appel.args) > 1:
            for un, plusieurs in zip(_constantes(appel.args[0]), _constantes(appel.args[1]), strict=True):
                yield un, plusieurs
        elif nom in UN and len(appel.args) > UN[nom]:
            for source in _constantes(appel.args[UN[nom]]):
                yield source, None


def _constantes(noeud: ast.expr) -> Iterator[str]:
    if isinstance(noeud, ast.Constant) and isinstance(noeud.value, str):
        yield noeud.value
    elif isinstance(noeud, ast.IfExp):
        yield from _constantes(noeud.body)
        yield from _constantes(noeud.orelse)


def de_jinja(texte: str) -> Iterator[tuple[str, str | None]]:
    """The messages of a template: `_("…")` and `n_("…", "…", n)`."""
    from jinja2 import Environment
    from jinja2.ext import extract_from_ast
    arbre = Environment(extensions=["jinja2.ext.do"]).parse(texte)
    for _, fonction, valeurs in extract_from_ast(arbre, ("_", "n_"), babel_style=False):
        if fonction == "n_" and isinstance(valeurs, tuple) and len(valeurs) > 1 and valeurs[0] and valeurs[1]:
            yield valeurs[0], valeurs[1]
        elif fonction == "_":
            source = valeurs[0] if isinstance(valeurs, tuple) else valeurs
            if source:
                yield source, None


def de_yaml(texte: str) -> Iterator[tuple[str, str | None]]:
    """The texts of a right or a line of the program."""
    import yaml

    def visite(noeud: object) -> Iterator[str]:
        if isinstance(noeud, dict):
            for cle, valeur in noeud.items():
                yield from [valeur.strip()] if cle in DITS and isinstance(valeur, str) else visite(valeur)
        elif isinstance(noeud, list):
            for valeur in noeud:
                yield from visite(valeur)

    # Our own file, where every value is a text: what a volunteer writes is read by annuaire/read.
    yield from ((source, None) for source in visite(yaml.load(texte, yaml.BaseLoader)))


LECTEURS = {".py": de_python, ".html": de_jinja, ".yml": de_yaml}
