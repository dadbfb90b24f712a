"""Whether a build would change anything: asked of what lies on the disk, before anything else is loaded."""

from __future__ import annotations

import os
from pathlib import Path

from quifaitquoi.annuaire.aujourdhui import aujourdhui
from quifaitquoi.base import git
from quifaitquoi.base.cache import Cache, cle
from quifaitquoi.base.registre import Registre

# The digest of all that a build read, what it said of its leaflets, and the digest of all that it noted.
Retenu = tuple[bytes, str, bytes]


class Inchange:
    """The build before into `vers`, if this one would only repeat it."""

    def __init__(self, territoire: Path, vers: Path, cache: Cache) -> None:
        self._territoire, self._vers, self._cache = territoire, vers, cache
        self._nom = cle("inchangé", os.path.relpath(os.path.realpath(vers), os.path.realpath(cache.dossier)))
        self._etat = self._lit()

    def dit(self) -> str | None:
        """What that build said of its leaflets, "" for nothing; None where one must be made."""
        etat, dit, noms = self._cache.lis([self._nom], Retenu).get(self._nom, (None, "", b""))
        if self._etat is None or etat != self._etat:
            return None
        registre = Registre(self._vers, self._cache)
        return dit if registre.empreinte == noms and registre.entier() else None

    def retient(self, dit: str) -> None:
        """The site was built, and this was said. What was edited meanwhile may be in it or not: then nothing is kept."""
        if self._etat is not None and self._lit() == self._etat:
            self._cache.garde({self._nom: (self._etat, dit, Registre(self._vers, self._cache).empreinte)})

    def _lit(self) -> bytes | None:
        """Digest of all that a build reads; None where that cannot be known so simply: a link, a file that no one may read, a
        repository that was copied without its past."""
        try:
            passe = git.tete(self._territoire)
            parts: list[bytes | str] = [aujourdhui(self._territoire).isoformat(), os.path.relpath(self._territoire), passe]
            for dossier, sous, fichiers in os.walk(self._territoire, onerror=_leve):
                sous[:] = sorted(nom for nom in sous if not nom.startswith("."))
                if any((Path(dossier) / nom).is_symlink() for nom in (*sous, *fichiers)):
                    return None
                for nom in sorted(fichiers):
                    parts += [os.path.join(dossier, nom), (Path(dossier) / nom).read_bytes()]
                parts += [f"{dossier}/{nom}/" for nom in sous]
        except (OSError, git.SansPasse):
            return None
        return cle(*parts)


def _leve(error: OSError) -> None:
    raise error
