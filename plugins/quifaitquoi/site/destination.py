"""The folder that a site goes into: empty, or a site of ours. What it holds is removed only where our own list names it."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath

from quifaitquoi.annuaire.check.pages import SIGNATURES
from quifaitquoi.base.fichier import ecrire
from quifaitquoi.base.refus import Refus

LISTE = ".quifaitquoi.json"
NOTE = ".quifaitquoi-partie.json"  # what a finished part of a site says of itself (parties.py)
# All that a site is made of, its data and the pictures of hand-written pages included: a list that names anything else was written
# by somebody else.
GENRES = frozenset({".html", ".css", ".js", ".xml", ".txt", ".ics", ".pdf", ".svg",
                    ".json", ".csv", ".xlsx", ".geojson", ".zip", *SIGNATURES})
A_LIRE = "Ce dossier est un site que « quifaitquoi build » refait : ce qui est nommé ici y est remplacé, rien d'autre."
# What systems leave in any folder that somebody opens. Like hidden files, it stays where it is and stops nothing.
TRACES = frozenset({"Thumbs.db", "desktop.ini", "lost+found", "System Volume Information", "$RECYCLE.BIN"})


@dataclass(frozen=True)
class Destination:
    """`notres`: what a build before left below `dossier`; `listes`, all that it may have left. `a_cote`: where a site goes
    that was made before there were lists."""

    dossier: Path
    notres: tuple[str, ...] = ()
    listes: frozenset[str] = frozenset()
    a_cote: Path | None = None

    def preparer(self, noms: Iterable[str]) -> None:
        """Remove what is no more, and list the `noms` of what comes: stopped half-way, it leaves nothing that is not listed.

        A page that is not made after all stays listed: its name is ours.
        """
        if self.a_cote:
            self.dossier.rename(self.a_cote)
        noms = {*noms}
        (self.dossier / NOTE).unlink(missing_ok=True)  # whatever was a part is none until it is finished again
        for nom in {*self.notres} - noms:
            (self.dossier / nom).unlink(missing_ok=True)
        for dossier in sorted(_dossiers(self.listes), reverse=True):
            with suppress(OSError):  # something hidden is left in it
                (self.dossier / dossier).rmdir()
        ecrire(self.dossier / LISTE, json.dumps({"a_lire": A_LIRE, "fichiers": sorted(noms)}, indent=0) + "\n")


def destination(vers: Path, territoire: Path | None) -> Destination:
    """Where to build the site of `territoire`, if it is made from one; changes nothing. Raises Refus where something of somebody's
    would be lost."""
    dossier = hors_du_territoire(vers, territoire) if territoire else _reel(vers)
    maison = Path(os.path.expanduser("~")).resolve()
    if dossier in (maison, *maison.parents):
        raise Refus(f"« {vers} » est votre dossier personnel, ou le contient : donnez un dossier vide ou neuf. "
                    f"Exemple : --vers {vers / 'site'}")
    if not dossier.exists():
        return Destination(dossier)
    if not dossier.is_dir():
        raise Refus(f"« {vers} » est un fichier : donnez un dossier vide ou neuf.")
    listes = _listes(dossier)
    if listes is None:
        etrangers = [entree.name for entree in os.scandir(dossier) if _visible(entree.name)]
        a_cote = dossier.with_name(f"{dossier.name}-ancien")
        if etrangers and _dans_notre_build(dossier) and not os.path.lexists(a_cote):
            return Destination(dossier, a_cote=a_cote)
        notres = ()
    else:
        trouves = tuple(_contenu(dossier, listes))
        notres = tuple(nom for nom in trouves if _meme(nom) in listes and not os.path.islink(os.path.join(dossier, nom)))
        etrangers = sorted({*trouves} - {*notres})
    if etrangers:
        noms = ", ".join(f"« {nom} »" for nom in sorted(etrangers)[:3]) + (" …" if len(etrangers) > 3 else "")
        raise Refus(f"« {vers} » contient ce que « quifaitquoi build » n'y a pas mis : {noms}. Rien n'a été changé. Rangez-le "
                    "ailleurs, ou donnez un dossier vide ou neuf avec --vers.")
    return Destination(dossier, notres, listes or frozenset())


def hors_du_territoire(vers: Path, territoire: Path) -> Path:
    """The real folder that `vers` means. Raises Refus where it is in the territory, or the territory in it."""
    dossier, racine = _reel(vers), territoire.resolve()
    if dossier.is_relative_to(racine) or racine.is_relative_to(dossier):
        place = "est dans" if dossier.is_relative_to(racine) else "contient"
        raise Refus(f"« {vers} » {place} l'annuaire « {territoire} » : le site s'écrit à part. Exemple : --vers build/site")
    return dossier


def _reel(vers: Path) -> Path:
    """The folder that `vers` means, whatever links lead there. Raises Refus for a link that leads to itself."""
    with suppress(OSError, RuntimeError):
        if not (dossier := vers.resolve()).is_symlink():  # since Python 3.13 it is no error
            return dossier
    raise Refus(f"« {vers} » est un lien qui ne mène nulle part : donnez un dossier vide ou neuf.")


def _listes(dossier: Path) -> frozenset[str] | None:
    """What a build before listed; None where no list of ours can be read."""
    liste = dossier / LISTE
    try:
        noms = json.loads(liste.read_bytes())["fichiers"] if liste.is_file() and not liste.is_symlink() else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return frozenset(map(_meme, noms)) if noms_de_site(noms) else None


def noms_de_site(noms: object) -> bool:
    """Whether this is a list of names that files of a site may have."""
    return isinstance(noms, list) and all(isinstance(nom, str) and _de_site(nom) for nom in noms)


def _de_site(nom: str) -> bool:
    chemin = PurePath(nom)
    return not chemin.anchor and ".." not in chemin.parts and "\0" not in nom and chemin.suffix in GENRES


def _contenu(dossier: Path, listes: frozenset[str]) -> Iterator[str]:
    """All that is there, links not followed, below what is hidden not looked at; a folder only where no list explains it."""
    connus = _dossiers(listes)
    for ici, sous, fichiers in os.walk(dossier):
        sous[:] = filter(_visible, sous)
        # Texts, not paths: a site has tens of thousands of them.
        prefixe = os.path.relpath(ici, dossier).replace(os.sep, "/") + "/" if ici != str(dossier) else ""
        yield from (prefixe + nom for nom in fichiers if _visible(nom))
        yield from (prefixe + nom for nom in sous if _meme(prefixe + nom) not in connus or os.path.islink(os.path.join(ici, nom)))


def _dossiers(noms: Iterable[str]) -> set[str]:
    """Every folder above these."""
    dossiers: set[str] = set()
    for nom in noms:
        while (nom := nom.rpartition("/")[0]) and nom not in dossiers:
            dossiers.add(nom)
    return dossiers


def _visible(nom: str) -> bool:
    return not nom.startswith(".") and nom not in TRACES


def _meme(nom: str) -> str:
    """A name as any disk keeps it: some take accents apart."""
    return nom if nom.isascii() else unicodedata.normalize("NFC", nom)


def _dans_notre_build(dossier: Path) -> bool:
    """build/site of the checkout, where nothing is written by hand. Even so it is put aside, not removed."""
    return dossier.parts[-2:] == ("build", "site") and (dossier.parents[1] / "plugins/quifaitquoi/site").is_dir()
