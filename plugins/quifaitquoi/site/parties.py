"""A site in parts: each made from the same inputs by a process of its own, wherever it runs; joined, they are the site itself.

A part is a folder with its share of the files, and a note of what they were made from and what they hold, written last: a part
that stopped before its end has none.

`python -m quifaitquoi.site.parties TERRITOIRE` prints the list of the parts that annuaire.yml asks for, nothing for a site in one.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import blake2b
from math import ceil
from pathlib import Path
from zlib import crc32

from quifaitquoi.annuaire.read.faute import Illisible
from quifaitquoi.annuaire.read.source import lire_texte
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.base.cache import SansCache
from quifaitquoi.base.fichier import ecrire
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.registre import Registre
from quifaitquoi.site.copies import Copies, relues
from quifaitquoi.site.destination import LISTE, NOTE, destination, noms_de_site

PARTS_MAX = 1000
MACHINES_MAX = 16  # of a forge, at once


@dataclass(frozen=True)
class Partie:
    """The part `rang` of `sur`, counted from 1."""

    rang: int
    sur: int

    @classmethod
    def lue(cls, dit: str) -> Partie:
        """As people write it, « 3/8 ». Raises Refus."""
        if ecrit := re.fullmatch(r"([0-9]{1,4})/([0-9]{1,4})", dit):
            rang, sur = map(int, ecrit.groups())
            if 1 <= rang <= sur <= PARTS_MAX:
                return cls(rang, sur)
        raise Refus(f"« {dit[:40]} » n'est pas une partie : écrivez laquelle, puis combien il y en a. Exemple : --part 3/8")

    def a(self, chemin: str) -> bool:
        """Whether this part makes the file; by its name alone, so that all parts agree. The finder's files are made from one
        index: they go together."""
        nom = chemin.partition("/trouver/")[0] if "/trouver/" in chemin else chemin
        return crc32(nom.encode()) % self.sur == self.rang - 1

    @property
    def premiere(self) -> bool:
        """Whether it makes the leaflets, and the pages that must say which of them could not be made."""
        return self.rang == 1


ENTIER = Partie(1, 1)


def voulues(territoire: Path) -> list[int]:
    """The parts that annuaire.yml asks for, by how many fiches there are; none where the site is made in one, or nothing can be
    read: the build tells why."""
    try:
        champs = lire_yaml(lire_texte(territoire / "annuaire.yml")).valeur
        chacune = int(champs["fiches_par_partie"])
        sur = ceil(sum(1 for _ in (territoire / "fiches").glob("*/*.yml")) / chacune)
    except (Illisible, KeyError, TypeError, ValueError, ZeroDivisionError):
        return []
    return [*range(1, min(sur, MACHINES_MAX) + 1)] if sur > 1 else []


@dataclass(frozen=True)
class Note:
    """What a finished part says of itself: `entrees` is the digest of all that it was made from, `dit` what is to be said of its
    leaflets, `fichiers` each file with the digest of what it holds, `copies` what copies without network the whole site has."""

    partie: Partie
    entrees: str
    dit: str
    fichiers: Mapping[str, str]
    copies: Copies

    def pose(self, dossier: Path) -> None:
        valeur = {"partie": self.partie.rang, "sur": self.partie.sur, "entrees": self.entrees, "dit": self.dit,
                  "fichiers": dict(sorted(self.fichiers.items())), "copies": asdict(self.copies)}
        ecrire(dossier / NOTE, json.dumps(valeur, ensure_ascii=False, indent=0) + "\n")


def joindre(dossiers: Sequence[Path], vers: Path) -> str:
    """Write into `vers` the site whose parts are in `dossiers`; gives what is to be said of its leaflets, "" for nothing.

    Raises Refus, before anything is changed, where a part is missing, not finished, or made from something else.
    """
    notes = [_lue(dossier) for dossier in dossiers]
    noms = _accord(dossiers, notes)
    la = vers.resolve()
    for dossier in dossiers:
        ici = dossier.resolve()
        if la.is_relative_to(ici) or ici.is_relative_to(la):
            raise Refus(f"« {vers} » et la partie « {dossier} » sont l'un dans l'autre : donnez un autre dossier. "
                        "Exemple : --vers build/site")
    ou = destination(vers, None)
    # All is looked at first: a file that was lost or changed on its way must not leave half a site.
    for dossier, note in zip(dossiers, notes, strict=True):
        for nom, empreinte in note.fichiers.items():
            _contenu(dossier, nom, empreinte)
    ou.preparer(noms)
    registre = Registre(vers, SansCache())
    for dossier, note in zip(dossiers, notes, strict=True):
        for nom, empreinte in note.fichiers.items():
            registre.note({nom: registre.ecrit(nom, b"", _contenu(dossier, nom, empreinte))})
    premiere = next(note for note in notes if note.partie.premiere)
    try:
        premiere.copies.ecrire(registre)
    except KeyError as absent:
        raise Refus(f"« {dossiers[notes.index(premiere)]} » nomme un fichier que personne n'a fait ({absent}) : refaites cette "
                    "partie.") from None
    return premiere.dit


def _lue(dossier: Path) -> Note:
    if not dossier.is_dir():
        raise Refus(f"« {dossier} » n'est pas un dossier : donnez ceux que « quifaitquoi build --part » a écrits.")
    try:
        lu = json.loads(_octets(dossier / NOTE))
        note = Note(Partie.lue(f"{lu['partie']}/{lu['sur']}"), lu["entrees"], lu["dit"], dict(lu["fichiers"]),
                    relues(lu["copies"]))
        textes = [note.entrees, note.dit, *note.fichiers.values()]
        if not all(isinstance(texte, str) for texte in textes) or not noms_de_site([*note.fichiers]):
            raise ValueError
    except (OSError, ValueError, KeyError, TypeError, RecursionError, Refus):
        raise Refus(f"« {dossier} » n'est pas une partie finie : refaites-la avec « quifaitquoi build --part ».") from None
    return note


def _accord(dossiers: Sequence[Path], notes: Sequence[Note]) -> list[str]:
    """The names of the whole site, of which each part has the list. Raises Refus where the parts do not make one site."""
    sur, rangs = notes[0].partie.sur, [note.partie.rang for note in notes]
    for dossier, note in zip(dossiers, notes, strict=True):
        if (note.entrees, note.partie.sur) != (notes[0].entrees, sur):
            raise Refus(f"« {dossier} » et « {dossiers[0]} » ne sont pas du même site : un autre annuaire, un autre jour, une "
                        "autre version du programme, ou un autre nombre de parties. Refaites-les ensemble.")
        if rangs.count(note.partie.rang) > 1:
            raise Refus(f"la partie {note.partie.rang}/{sur} est donnée deux fois")
    if manquent := sorted({*range(1, sur + 1)} - {*rangs}):
        raise Refus(f"il manque {'la partie' if len(manquent) == 1 else 'les parties'} "
                    + ", ".join(f"{rang}/{sur}" for rang in manquent[:10]) + (" …" if len(manquent) > 10 else ""))
    try:
        noms = json.loads(_octets(dossiers[0] / LISTE))["fichiers"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        noms = None
    if not noms_de_site(noms) or not all(note.fichiers.keys() <= {*noms} for note in notes):
        raise Refus(f"« {dossiers[0]} » n'a plus la liste des fichiers du site : refaites cette partie.")
    return noms


def _octets(fichier: Path) -> bytes:
    """What a plain file holds: a pipe, which somebody may put in its place, would never end. Raises OSError."""
    if not fichier.is_file():
        raise FileNotFoundError(fichier)
    return fichier.read_bytes()


def _contenu(dossier: Path, nom: str, empreinte: str) -> bytes:
    try:
        octets = _octets(dossier / nom)
    except OSError:
        octets = None
    if octets is None or blake2b(octets, digest_size=16).hexdigest() != empreinte:
        raise Refus(f"« {dossier / nom} » manque, ou n'est plus ce qui a été construit : refaites cette partie.")
    return octets


if __name__ == "__main__":
    print(*filter(None, [voulues(Path(sys.argv[1]))]))
