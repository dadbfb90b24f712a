"""What each file of a folder was made from. The folder itself is the store: a file whose inputs are the same, and which still holds
what was written, is left as it is."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from quifaitquoi.base.cache import Cache, cle


class Registre:
    """Files below `dossier`. What was noted is kept when the folder is whole: a build that stops half-way has noted nothing."""

    def __init__(self, dossier: Path, cache: Cache) -> None:
        self.dossier, self.cache = dossier, cache
        # By the way from the cache to the folder, so that both can be copied together.
        self._nom = cle("registre", os.path.relpath(dossier.resolve(), cache.dossier.resolve()))
        self._avant: Mapping[str, tuple[bytes, bytes]] = cache.lis([self._nom]).get(self._nom, {})
        self._notes: dict[str, tuple[bytes, bytes]] = {}

    def tient(self, chemin: str, depend: bytes) -> bool:
        """Whether the file is there, as it was made from the same inputs; its content is read, its date says nothing."""
        avant = self._avant.get(chemin)
        return avant is not None and avant[0] == depend and self._empreinte(chemin) == avant[1]

    def ecrit(self, chemin: str, depend: bytes, faire: Callable[[], str | bytes]) -> tuple[bytes, bytes]:
        """Have the file hold what `faire` gives, made only where it does not already; what to `note` of it."""
        if self.tient(chemin, depend):
            return self._avant[chemin]
        contenu = faire()
        octets = contenu.encode() if isinstance(contenu, str) else contenu
        fichier = self.dossier / chemin
        try:
            _pose(fichier, octets)
        except FileNotFoundError:
            fichier.parent.mkdir(parents=True, exist_ok=True)
            _pose(fichier, octets)
        return depend, _empreinte(octets)

    def note_tel_quel(self, chemins: Iterable[str], depend: bytes) -> None:
        """Note files that somebody else has just written from these inputs."""
        self.note({chemin: (depend, empreinte) for chemin in chemins if (empreinte := self._empreinte(chemin))})

    def note(self, ecrits: Mapping[str, tuple[bytes, bytes]]) -> None:
        self._notes |= ecrits

    def garde(self) -> None:
        self.cache.garde({self._nom: self._notes})

    def _empreinte(self, chemin: str) -> bytes | None:
        with suppress(OSError):
            return _empreinte((self.dossier / chemin).read_bytes())
        return None


def _pose(fichier: Path, octets: bytes) -> None:
    # A new file rather than other bytes in the same: somebody may keep a hard link to what was there.
    try:
        flux = open(fichier, "xb")
    except FileExistsError:
        fichier.unlink()
        flux = open(fichier, "xb")
    with flux:
        flux.write(octets)


def _empreinte(octets: bytes) -> bytes:
    return blake2b(octets, digest_size=16).digest()
