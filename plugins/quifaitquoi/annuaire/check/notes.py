"""Checks the notes of a territory, README.md and the like: no page shows them, the repository does."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from quifaitquoi.annuaire.check.context import Contexte
from quifaitquoi.annuaire.check.divulgation import autour, ici
from quifaitquoi.annuaire.check.load import DIVULGUEE
from quifaitquoi.annuaire.check.pages import DOSSIER, parties
from quifaitquoi.annuaire.check.portes.regard import Regard, Regards
from quifaitquoi.annuaire.check.problem import Probleme
from quifaitquoi.annuaire.check.rules.confidentiality import les_regards
from quifaitquoi.annuaire.check.tree import DOSSIERS_MAX
from quifaitquoi.annuaire.read.faute import Illisible
from quifaitquoi.annuaire.read.source import lire_texte

# What a folder says of who may use it: « LICENCE », « LICENSE.txt ».
LICENCES = re.compile(r"LICEN[CS]E(?:\.(?:txt|md))?$", re.IGNORECASE)
CITATION = re.compile(r"^(?: {0,3}> ?)+")
# What begins something else: a title, an item of a list, a row of a table.
ELEMENT = re.compile(r" *(?:#|[-*+|]|\d+[.)] )")


def notes(racine: Path, base: Path, contexte: Contexte) -> list[Probleme]:
    """What they say of a withheld place, in the lines that go together with the one that names it."""
    regards, problemes = contexte.une_fois(les_regards), []
    for fichier in sorted({*racine.glob("*.md"), *_notices(racine)}):
        try:
            lignes = lire_texte(fichier).splitlines() if fichier.is_file() and not fichier.is_symlink() else ()
        except Illisible:
            continue
        chemin = os.path.relpath(fichier, base)
        for rang, (nommes, ici_meme) in sorted(_a_lire([*lignes], regards).items()):
            if vus := next((vus for regard in nommes if (vus := regard.soupcons(lignes[rang]))), None):
                phrase = (ici if ici_meme else autour)(contexte, vus[0].quoi)
                problemes.append(Probleme(chemin, rang + 1, vus[0].place + 1, "erreur", "", phrase, DIVULGUEE))
    return problemes


def _a_lire(lignes: list[str], regards: Regards) -> dict[int, tuple[list[Regard], bool]]:
    """By their rank, the lines that speak of a withheld place: with which eyes to read each, and whether it names one itself."""
    if not regards.qui_nomme("\n".join(lignes)):
        return {}
    lues: dict[int, tuple[list[Regard], bool]] = {}
    _, *titrees = parties(lignes, regards)  # what stands above any title has none
    for debut, fin_du_sien, fin in (*_blocs(lignes), *((debut, debut + 1, fin) for debut, fin in titrees)):
        for regard in regards.qui_nomme("\n".join(lignes[debut:fin_du_sien])):
            for rang in range(debut, fin):
                lues.setdefault(rang, ([], bool(regards.qui_nomme(lignes[rang]))))[0].append(regard)
    return lues


def _blocs(lignes: list[str]) -> Iterator[tuple[int, int, int]]:
    """Where each paragraph, item or row begins, where what it says itself ends, and where what belongs to it does: what is set
    deeper than an item, the list that follows a paragraph."""
    nues = [CITATION.sub("", ligne).expandtabs(4).rstrip() for ligne in lignes]
    retraits = [len(nue) - len(nue.lstrip()) for nue in nues]
    debuts = [rang for rang, nue in enumerate(nues) if nue and (ELEMENT.match(nue) or not _suit(nues, rang))]
    for debut, suivant in zip(debuts, [*debuts[1:], len(nues)], strict=True):
        if ELEMENT.match(nues[debut]):
            fins = (autre for autre in debuts if autre > debut and retraits[autre] <= retraits[debut])
        else:
            fins = (autre for autre in debuts if autre > debut and (not _suit(nues, autre) or nues[autre].startswith("#")))
        yield debut, suivant, next(fins, len(nues))


def _suit(nues: list[str], rang: int) -> bool:
    """Whether a line goes on with what stands above: no empty line is between them, or « : » announces it."""
    dessus = next((nue for nue in reversed(nues[:rang]) if nue), "")
    return bool(dessus) and (bool(nues[rang - 1]) or dessus.endswith(":"))


def _notices(racine: Path) -> Iterator[Path]:
    """The notes and the licence of each folder, which everything else leaves alone; pages/ has its own reading."""
    for dossier, sous_dossiers, fichiers in os.walk(racine):
        profond = len(Path(dossier).relative_to(racine).parts)
        sous_dossiers[:] = [d for d in sous_dossiers if not d.startswith(".") and d != DOSSIER and profond < DOSSIERS_MAX]
        yield from (Path(dossier, nom) for nom in fichiers if nom == "README.md" or LICENCES.match(nom))
