"""What each file of a folder was made from. The folder itself is the store: a file whose inputs are the same, and which still holds
what was written, is left as it is."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from quifaitquoi.base.cache import Cache, cle

# Each file, with the digest of what it was made from and that of what it holds.
Notes = dict[str, tuple[bytes, bytes]]


class Registre:
    """Files below `dossier`. What was noted is kept when the folder is whole: a build that stops half-way has noted nothing."""

    def __init__(self, dossier: Path, cache: Cache) -> None:
        self.dossier, self.cache = dossier, cache
        # By the way from the cache to the folder, so that both can be copied together.
        self._nom = cle("registre", os.path.relpath(os.path.realpath(dossier), os.path.realpath(cache.dossier)))
        self._avant: Notes = cache.lis([self._nom], Notes).get(self._nom, {})
        self._notes: dict[str, tuple[bytes, bytes]] = {}

    def tient(self, chemin: str, depend: bytes) -> bool:
        """Whether the file is there, as it was made from the same inputs; its content is read, its date says nothing."""
        avant = self._avant.get(chemin)
        return avant is not None and avant[0] == depend and self._empreinte(chemin) == avant[1]

    def ecrit(self, chemin: str, depend: bytes, contenu: str | bytes) -> tuple[bytes, bytes]:
        """Have the file hold this, made from `depend`; what to `note` of it."""
        return self.ecrit_par_morceaux(chemin, depend, [contenu.encode() if isinstance(contenu, str) else contenu])

    def ecrit_par_morceaux(self, chemin: str, depend: bytes, contenu: Iterable[bytes]) -> tuple[bytes, bytes]:
        """As `ecrit`, of a file that is too large to be put together first."""
        fichier = self.dossier / chemin
        try:
            return depend, _pose(fichier, contenu)
        except FileNotFoundError:
            fichier.parent.mkdir(parents=True, exist_ok=True)
            return depend, _pose(fichier, contenu)

    @property
    def empreinte(self) -> bytes:
        """Digest of all that was noted before."""
        return cle(*(part for nom, notes in sorted(self._avant.items()) for part in (nom, *notes)))

    def entier(self) -> bool:
        """Whether the folder holds exactly what was noted before, and nothing else that shows."""
        presents = {os.path.relpath(os.path.join(dossier, nom), self.dossier).replace(os.sep, "/")
                    for dossier, nom in _visibles(self.dossier)}
        return bool(self._avant) and presents <= self._avant.keys() and all(
            self._empreinte(chemin) == empreinte for chemin, (_, empreinte) in self._avant.items())

    def connus(self, chemins: Iterable[str]) -> dict[str, tuple[bytes, bytes]]:
        """What to `note` again of files that `tient` found."""
        return {chemin: self._avant[chemin] for chemin in chemins}

    def note_tel_quel(self, chemins: Iterable[str], depend: bytes) -> None:
        """Note files that somebody else has just written from these inputs."""
        self.note({chemin: (depend, empreinte) for chemin in chemins if (empreinte := self._empreinte(chemin))})

    def note(self, ecrits: Mapping[str, tuple[bytes, bytes]]) -> None:
        self._notes |= ecrits

    @property
    def notes(self) -> Mapping[str, bytes]:
        """Each file that was noted, with the digest of what it holds."""
        return {chemin: empreinte for chemin, (_, empreinte) in self._notes.items()}

    def garde(self) -> None:
        self.cache.garde({self._nom: self._notes})

    def _empreinte(self, chemin: str) -> bytes | None:
        with suppress(OSError):
            return _empreinte((self.dossier / chemin).read_bytes())
        return None


def _visibles(racine: Path) -> Iterator[tuple[str, str]]:
    for dossier, sous, fichiers in os.walk(racine):
        sous[:] = [nom for nom in sous if not nom.startswith(".")]
        yield from ((dossier, nom) for nom in fichiers if not nom.startswith("."))


def _pose(fichier: Path, contenu: Iterable[bytes]) -> bytes:
    """Write it; the digest of what the file holds."""
    # A new file rather than other bytes in the same: somebody may keep a hard link to what was there.
    try:
        flux = open(fichier, "xb")
    except FileExistsError:
        fichier.unlink()
        flux = open(fichier, "xb")
    somme = _somme()
    with flux:
        for octets in contenu:
            flux.write(octets)
            somme.update(octets)
    return somme.digest()


def _empreinte(octets: bytes) -> bytes:
    return _somme(octets).digest()


def _somme(octets: bytes = b"") -> blake2b:
    return blake2b(octets, digest_size=16)
