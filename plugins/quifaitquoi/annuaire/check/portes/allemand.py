"""What German says with its capitals: each noun has one, so that a small word is nothing that one sees or walks to."""

from __future__ import annotations

import re

from quifaitquoi.annuaire.check.portes.paroles import mene

MOT = re.compile(r"[^\W\d_]{2,}")
# Whoever is spoken to has a capital as well.
POLITESSE = frozenset({"sie", "ihnen", "ihr", "ihre", "ihrem", "ihren", "ihrer", "ihres"})
ARTICLE = re.compile(
    r"\b(?:d(?:er|ie|as|em|en|es)|(?:k?ein|unser|ihr|dies)(?:e[rmns]?)?|vom|im|am|an|zu[mr]|beim?|ins?) $", re.IGNORECASE)
# At the head of a sentence, what agrees with the noun behind it: « Autistische Kinder ».
ACCORDE = re.compile(r"[A-Z]\w+(?:e|en|em|es|(?:[td]|ig|lich|isch|bar|los)er)")
DEBUT = re.compile(r"(?:^|[.!?:;…«»\"„“(\[•|/]) *[-*•(\"„“]* *$")


def sans_petits_mots(texte: str, entier: str, signe: str) -> str:
    """What is left of a smooth text in German, with `signe` for each small word that leads nowhere; `entier`: all of the text,
    whose author must have given nouns their capital."""
    if not any(_est_un_nom(lu, entier) for lu in MOT.finditer(entier)):
        return texte
    for lu in [*MOT.finditer(texte)]:
        petit = lu[0].islower() or _qualifie(lu, entier)
        if petit and not mene(lu[0].lower(), "de") and not _nom_sans_majuscule(lu, entier):
            texte = texte[:lu.start()] + signe * len(lu[0]) + texte[lu.end():]
    return texte


def _est_un_nom(lu: re.Match, texte: str) -> bool:
    return lu[0][0].isupper() and lu[0].lower() not in POLITESSE and not DEBUT.search(texte[:lu.start()])


def _qualifie(lu: re.Match, texte: str) -> bool:
    """Whether it has its capital from the sentence that it begins, and not from itself: a noun follows."""
    suivant = re.match(r" [A-Z]", texte[lu.end():])
    return bool(suivant and ACCORDE.fullmatch(lu[0]) and DEBUT.search(texte[:lu.start()]))


def _nom_sans_majuscule(lu: re.Match, texte: str) -> bool:
    """Whether it stands where a noun would: behind an article, and before none."""
    return bool(ARTICLE.search(texte[:lu.start()])) and not re.match(r" (?:\w+ )?[A-Z]", texte[lu.end():])
