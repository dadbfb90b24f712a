"""What really is wrong where libyaml gave up lines later: an open quote, a dash without its space, a line not indented."""

from __future__ import annotations

import re
from collections.abc import Iterator

SANS_ESPACE = "il manque une espace après le tiret. Exemple : - quoi: douche"
OUVERT = re.compile(r"""^\s*(?:- )?[\w-]+:\s+(["'])(?:(?!\1).)*$""")
TIRET = re.compile(r"^\s*-(?=[\w-]+\s*:(?:\s|$))")
CLE = re.compile(r"(\s*)([\w-]+):(?:\s+(\S.*))?$")
TEXTE = re.compile(r"[^\s:#\"'\[{-][^:]*$")

Cause = tuple[str, int, int]


def cause(lignes: list[str], ligne: int) -> Cause | None:
    """The sentence, and the line and column to look at, from 1; `ligne`, from 0, is where the parser noticed."""
    return next(_causes(lignes, min(ligne, len(lignes) - 1)), None) if lignes else None


def _causes(lignes: list[str], ligne: int) -> Iterator[Cause]:
    for n, ecrite in enumerate(lignes):
        if ecrite.lstrip().startswith("```"):
            yield ("« ``` » vient d'une page d'où ce texte a été copié : effacez cette ligne, et celle de la fin",
                   n + 1, len(ecrite) - len(ecrite.lstrip()) + 1)
    for n in range(max(0, ligne - 1), ligne + 1):
        if tiret := TIRET.match(lignes[n]):
            yield SANS_ESPACE, n + 1, tiret.end()
    yield from _guillemet(lignes, ligne)
    yield from _pas_decalee(lignes, ligne)
    yield from _suite(lignes, ligne)


def _guillemet(lignes: list[str], ligne: int) -> Iterator[Cause]:
    """The last value that opens a quote and does not close it, if a field follows it before anything closes it."""
    for n in range(ligne, -1, -1):
        ouvert = OUVERT.match(lignes[n])
        suite = lignes[n + 1] if n + 1 < len(lignes) else ""
        if ouvert and (CLE.match(suite) or not suite.strip()):
            yield (f"le guillemet « {ouvert[1]} » ouvert ici n'est pas refermé : mettez-en un à la fin de la ligne", n + 1,
                   ouvert.start(1) + 1)
            return


def _pas_decalee(lignes: list[str], ligne: int) -> Iterator[Cause]:
    """`adresse:` then `voie: …` at the same column, then a line that is indented: it is the one between that is not."""
    if ligne < 2 or not all(lues := [CLE.match(lignes[n]) for n in (ligne - 2, ligne - 1, ligne)]):
        return
    bloc, milieu, apres = lues
    if bloc[3] is None and milieu[3] and len(bloc[1]) == len(milieu[1]) < len(apres[1]):
        yield (f"« {milieu[2]} » va avec « {bloc[2]} », comme la ligne suivante : décalez-la d'autant, de "
               f"{len(apres[1]) - len(bloc[1])} espaces", ligne, len(milieu[1]) + 1)


def _suite(lignes: list[str], ligne: int) -> Iterator[Cause]:
    """A text that goes on, from the margin, on the line below its field."""
    for n in (ligne, ligne - 1):
        avant = CLE.match(lignes[n - 1]) if n > 0 else None
        if avant and avant[3] and len(avant[3]) > 1 and " " in avant[3] and TEXTE.match(lignes[n]):
            yield (f"cette ligne continue-t-elle « {avant[2]} » ? Décalez-la de deux espaces. Sinon, il manque « : » après le nom "
                   "du champ", n + 1, 1)
            return
