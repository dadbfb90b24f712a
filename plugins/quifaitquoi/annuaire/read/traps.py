"""What libyaml says when it gives up, in words that tell a volunteer where to look and what to write instead."""

from __future__ import annotations

import re

import yaml

from quifaitquoi.annuaire.read.causes import cause

GUILLEMETS = ": entourez-la de guillemets. Exemple : "
DEUX_POINTS = "il y a deux fois « : » sur cette ligne : entourez la valeur de guillemets. Exemple : nom: \"Maison : accueil\""
SANS_DEUX_POINTS = "il manque « : » après le nom du champ. Exemple : nom: Maison des habitants"

# (what libyaml says, what the line looks like, the sentence). The first that fits is used.
PHRASES: tuple[tuple[str, str, str], ...] = (
    ("tab|cannot start any token", r"^\s*\t|^\t| \t", "une tabulation est utilisée pour décaler la ligne : mettez des espaces"),
    ("cannot start any token", r"[:\[,-]\s*[@`%]|^\s*[@`%]",
     f"une valeur ne peut pas commencer par « @ », « ` » ou « % » {GUILLEMETS}\"@quartier\""),
    ("alphabetic or numeric", r"\*", f"une valeur ne peut pas commencer par « * » {GUILLEMETS}\"* sur inscription\""),
    ("alphabetic or numeric", r"&", f"une valeur ne peut pas commencer par « & » {GUILLEMETS}\"& Compagnie\""),
    ("comment or line break", r"",
     f"une valeur ne peut pas commencer par « > » ou « | » sur la même ligne {GUILLEMETS}\"> 18 ans\""),
    ("directive|%", r"^%|:\s*%", "une ligne ne peut pas commencer par « % » : effacez-la, ou entourez la valeur de guillemets"),
    ("mapping keys are not allowed", r"", f"une valeur ne peut pas commencer par « ? » {GUILLEMETS}\"? à préciser\""),
    ("mapping values are not allowed", r"^\s*[^\s:\"'-][^:]*$", SANS_DEUX_POINTS),
    ("mapping values are not allowed", r"\s:\s*\S.*:\s|:\s.*:\s|\S:\s.*:$", DEUX_POINTS),
    ("mapping values are not allowed", r"^\s*[\w-]+\s?:(\s|$)",
     "cette ligne est décalée sous un champ qui a déjà une valeur : alignez-la sur la ligne précédente"),
    ("mapping values are not allowed", r"", "ce « : » n'est pas attendu ici : vérifiez le décalage de la ligne, ou "
                                            "entourez la valeur de guillemets"),
    (r"expected ',' or '[}\]]' :", r"", DEUX_POINTS),
    ("expected ',' or '}'", r"", "une accolade « { » n'est pas refermée, ou il manque une virgule : écrivez plutôt une "
                                 "ligne par élément, décalée de deux espaces"),
    ("expected ',' or ']'", r"", "un crochet « [ » n'est pas refermé, ou il manque une virgule entre deux éléments. "
                                 "Exemple : [fr, ar]"),
    ("unexpected end of stream", r"", "un guillemet ouvert n'est pas refermé"),
    ("block sequence entries are not allowed", r"", "un tiret « - » commence une liste : mettez-la à la ligne, décalée de "
                                                    "deux espaces"),
    ("could not find expected ':'", r"^\s*(- )?[\w-]+:\S", "il manque une espace après « : ». Exemple : genre: lieu"),
    ("could not find expected ':'", r"", SANS_DEUX_POINTS),
    ("expected key", r"[:-]\s+(\"[^\"]*\"|'[^']*')\s*[^\s,#]",
     "du texte suit le guillemet fermant : entourez toute la valeur de guillemets doubles. Exemple : nom: \"L'escale\""),
    ("expected key|expected '-'|block end", r"", "le décalage de cette ligne ne va pas avec les précédentes : les champs de "
                                                 "même rang commencent sur la même colonne"),
    ("escape", r"", "« \\ » entre guillemets doubles annonce un caractère spécial : écrivez-le deux fois, ou prenez des "
                    "guillemets simples"),
    ("expected node|expected <document start>", r"", "ce texte n'est pas attendu ici : vérifiez le décalage et les "
                                                     "guillemets de la ligne"),
)


def plainte(error: yaml.MarkedYAMLError, lignes: list[str]) -> tuple[str, int, int]:
    """The parser's complaint as one French sentence, with the line and the column to look at."""
    ligne, colonne, signe = _place(error, lignes)
    la = error.problem_mark or error.context_mark
    if vraie := cause(lignes, la.line if la else ligne):
        return vraie
    dit = f"{error.context or ''} {error.problem or ''} {signe}"
    ecrit = lignes[ligne][:2000] if ligne < len(lignes) else ""
    phrase = next((phrase for motif, allure, phrase in PHRASES if re.search(motif, dit) and re.search(allure, ecrit)),
                  "cette ligne n'est pas du YAML lisible : comparez-la au modèle de directory/README.md")
    return phrase, ligne + 1, colonne + 1


def _place(error: yaml.MarkedYAMLError, lignes: list[str]) -> tuple[int, int, str]:
    """The line and column, counted from 0, of what is wrong rather than of where the parser noticed; and the sign there."""
    ici = error.problem_mark or error.context_mark
    if ici is None:
        return 0, 0, ""
    signe = lignes[ici.line][ici.column:ici.column + 1] if ici.line < len(lignes) else ""
    ouvert = re.search("quoted scalar|flow (mapping|sequence)|simple key", error.context or "")
    if ouvert and error.context_mark and not (signe == ":" and ici.line == error.context_mark.line):
        # A quote, a bracket or a key left open: where it was opened, not where it was missed.
        return error.context_mark.line, error.context_mark.column, ""
    if "mapping values are not allowed" in (error.problem or "") and ici.line and signe == ":":
        avant = next((n for n in range(ici.line - 1, -1, -1) if lignes[n].strip()), ici.line)
        debut = lignes[avant].lstrip()
        if ":" not in debut and not debut.startswith(("-", "#", "\"", "'")):
            return avant, len(lignes[avant]) - len(debut), signe
    return ici.line, ici.column, signe
