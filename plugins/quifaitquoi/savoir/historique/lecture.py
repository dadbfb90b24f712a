"""The last changes of a whole territory, the newest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.base import git
from quifaitquoi.base.git import RIEN, Revision, SansDepot
from quifaitquoi.savoir.historique.changements import Changement, comparer

DUREE = timedelta(days=365)
CHANGEMENTS_MAX = 500
VERSIONS_MAX = 20_000
FICHE = re.compile(r"[a-z0-9-]+/([a-z0-9-]+)\.yml")


@dataclass(frozen=True)
class Histoire:
    """`changements` of the fiches that there still are. `connue` is False where git can't tell, `entiere` where it told all."""

    changements: tuple[Changement, ...] = ()
    connue: bool = False
    entiere: bool = True


def histoire(racine: Path, directory: Directory, aujourdhui: date) -> Histoire:
    """What landed in the year before `aujourdhui`. Nothing of it is an error: a directory need not live in git."""
    fiches = racine / "fiches"
    depuis = datetime.combine(aujourdhui - DUREE, time(), UTC)
    try:
        revisions = git.revisions(fiches, depuis) if fiches.is_dir() else ()
        lus, trop = _paires(revisions, directory)
        octets = git.contenus(fiches, [nom for _, _, avant, apres in lus for nom in (avant, apres)])
    except SansDepot:
        return Histoire()
    faits = []
    for slug, revision, avant, apres in lus:
        if apres not in octets:
            continue
        fait = comparer(slug, revision.quand, revision.nom, octets.get(avant), octets[apres], directory.annuaire.pays)
        if fait and len(faits) == CHANGEMENTS_MAX:
            return Histoire(tuple(faits), True, False)
        faits += [fait] if fait else []
    return Histoire(tuple(faits), True, not trop)


def _paires(revisions: tuple[Revision, ...], directory: Directory) -> tuple[list[tuple[str, Revision, str, str]], bool]:
    """(slug of today, landing, name of the content before, name of the content after), and whether there were too many."""
    noms = {ancien: slug for slug, fiche in directory.siennes.items() for ancien in fiche.anciens_slugs or ()}
    noms |= {slug: slug for slug in directory.siennes}
    paires = [paire for revision in revisions for paire in _d_une_revision(revision, noms)]
    return paires[:VERSIONS_MAX], len(paires) > VERSIONS_MAX


def _d_une_revision(revision: Revision, noms: dict[str, str]) -> Iterator[tuple[str, Revision, str, str]]:
    """A fiche that moved or was renamed is one file that went and another that came: together they are one change."""
    avants, apres = {}, {}
    for chemin, vieux, neuf in revision.fichiers:
        if (trouve := FICHE.fullmatch(chemin)) and (slug := noms.get(trouve[1])):
            if vieux != RIEN:
                avants[slug] = vieux
            if neuf != RIEN:
                apres[slug] = neuf
    yield from ((slug, revision, avants.get(slug, RIEN), neuf) for slug, neuf in sorted(apres.items()))
