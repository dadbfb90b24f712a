"""What was worked out before, by the digest of all that it was worked out from. Without it, the same comes out later.

A key is a digest of contents, never a name or a time alone, and begins with the program's own (`base/programme.py`): what the
cache holds is right or is not found, wherever it was written. Nothing in it can run: only values are read back.
"""

from __future__ import annotations

import io
import os
import pickle
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import is_dataclass
from enum import Enum
from functools import lru_cache
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from quifaitquoi.base.carnet import CACHE, marquer
from quifaitquoi.base.clock import au_mur
from quifaitquoi.base.conforme import conforme
from quifaitquoi.base.programme import programme

NOM = "faits.sqlite"
PERMISES = frozenset({("datetime", "date"), ("pathlib", "PosixPath"), ("pathlib", "WindowsPath")})
GARDE = 14  # days without being asked for
LOT = 500  # keys in one question
ATTENTE = 5  # seconds for another build that writes just then
TABLE = "CREATE TABLE IF NOT EXISTS fait (cle BLOB PRIMARY KEY, jour INTEGER NOT NULL, valeur BLOB NOT NULL)"
TABLE_ECRITE = TABLE.replace("IF NOT EXISTS ", "")  # as SQLite keeps it


def cle(*parts: bytes | str) -> bytes:
    """The key of what depends on the program and on these, in this order."""
    somme = blake2b(programme(), digest_size=20)
    for part in parts:
        octets = part.encode() if isinstance(part, str) else part
        somme.update(len(octets).to_bytes(8, "big") + octets)
    return somme.digest()


class Cache:
    """A store in `dossier`, by default build/cache. A disk that is full, or that keeps nothing, stops nothing.

    `dire` gets one sentence, once, where something in it is not what was written.
    """

    def __init__(self, dossier: Path | None = None, dire: Callable[[str], None] = lambda _phrase: None) -> None:
        self.dossier = dossier or Path(os.environ.get("QUIFAITQUOI_CACHE") or CACHE)
        self._jour, self._dire = au_mur().toordinal(), dire
        self._avant: int | None = None

    def lis(self, cles: Iterable[bytes], genre: Any) -> dict[bytes, Any]:
        """The values that are there and of the kind `genre` (`conforme`): any other is as if it were absent, since a cache may come
        from anywhere."""
        trouves: dict[bytes, tuple[int, bytes]] = {}
        try:
            with closing(self._ouvert()) as base:
                toutes = [*cles]
                for lot in (toutes[debut:debut + LOT] for debut in range(0, len(toutes), LOT)):
                    requete = f"SELECT cle, jour, valeur FROM fait WHERE cle IN ({','.join('?' * len(lot))})"
                    trouves |= {nom: (jour, valeur) for nom, jour, valeur in base.execute(requete, lot)}
                vieux = [(self._jour, nom) for nom, (jour, _) in trouves.items() if jour != self._jour]
                with base:
                    base.executemany("UPDATE fait SET jour = ? WHERE cle = ?", vieux)
        except (sqlite3.OperationalError, OSError):
            pass  # none yet, busy for too long, no right to read
        except sqlite3.DatabaseError:
            self._dit()
        lus, lecture, est = {}, _Lecture(), conforme(genre)
        for nom, (_, valeur) in trouves.items():
            with suppress(_Abime):
                if est(lu := lecture.degele(valeur)):
                    lus[nom] = lu
        if lecture.remet():
            lus = {}
        if len(lus) < len(trouves):
            self._dit()
        return lus

    def reprend(self, cles: Sequence[bytes], faire: Callable[[list[int]], list], genre: Any) -> list:
        """The value of each key, in order: as it was kept, else as `faire` works it out from its rank among them, and keeps it."""
        connus = self.lis(cles, genre)
        rangs = [rang for rang, nom in enumerate(cles) if nom not in connus]
        nouveaux = {cles[rang]: valeur for rang, valeur in zip(rangs, faire(rangs), strict=True)} if rangs else {}
        self.garde(nouveaux)
        return [connus[nom] if nom in connus else nouveaux[nom] for nom in cles]

    def garde(self, faits: Mapping[bytes, object]) -> None:
        """Keep these values, all or none, and forget what nobody has asked for in two weeks."""
        if not faits:
            return
        with suppress(OSError):
            self.dossier.mkdir(parents=True, exist_ok=True)
            marquer(self.dossier)
        lignes = [(nom, self._jour, _gele(valeur)) for nom, valeur in faits.items()]
        for _ in range(2):
            try:
                with closing(self._ouvert()) as base, base:
                    base.executemany("INSERT OR REPLACE INTO fait VALUES (?, ?, ?)", lignes)
                    # Only then: SQLite gives the numbers of the last rows again, and `oublie` tells by them what is new.
                    base.execute("DELETE FROM fait WHERE jour < ?", (self._jour - GARDE,))
                return
            except sqlite3.OperationalError:  # busy for too long, no room, no right to write
                return
            except sqlite3.DatabaseError:  # no such store any more: a disk that failed, a copy that was cut short
                with suppress(OSError):
                    (self.dossier / NOM).unlink()

    def oublie(self) -> None:
        """Forget all that was there when this store was first asked; what was kept since stays."""
        with suppress(sqlite3.Error, OSError), closing(self._ouvert()) as base, base:
            base.execute("DELETE FROM fait WHERE rowid <= ?", (self._avant,))
        # What the address base answered is kept beside it (edition/positions/ban.py).
        with suppress(OSError):
            for reponse in (self.dossier / "geocode").glob(f"{'[0-9a-f]' * 32}.json"):
                reponse.unlink()

    def _dit(self) -> None:
        self._dire(f"« {self.dossier} » est abîmé, ou vient d'ailleurs : ce qui ne s'y lit pas est refait.")
        self._dire = lambda _phrase: None

    def _ouvert(self) -> sqlite3.Connection:
        if (self.dossier / NOM).is_symlink():
            raise sqlite3.DatabaseError  # it leads to what is somebody's, not ours to write in
        base = sqlite3.connect(self.dossier / NOM, timeout=ATTENTE)
        try:
            base.execute(TABLE)
            # A store of somebody else's may have other columns, or work of its own to do whenever it is asked.
            if base.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall() != [(TABLE_ECRITE,)]:
                raise sqlite3.DatabaseError
            base.execute("PRAGMA secure_delete = ON")  # what is forgotten leaves nothing on the disk
            if self._avant is None:
                self._avant, = base.execute("SELECT coalesce(max(rowid), 0) FROM fait").fetchone()
        except sqlite3.Error:
            base.close()
            raise
        return base


class SansCache(Cache):
    """Keeps nothing and knows nothing: everything is worked out."""

    def lis(self, cles: Iterable[bytes], genre: Any) -> dict[bytes, Any]:
        return {}

    def garde(self, faits: Mapping[bytes, object]) -> None:
        pass


class _Abime(Exception):
    """What was kept is not what was written."""


def _gele(valeur: object) -> bytes:
    octets = pickle.dumps(valeur, 5)
    return blake2b(octets, digest_size=8).digest() + octets


class _Lecture:
    """Reads values of our own records, and nothing that does anything: a cache may come from anywhere.

    One for all that is read at once: to look at the classes after each value would take longer than to read it.
    """

    def __init__(self) -> None:
        self._classes: dict[tuple[str, str], type] = {}
        self._avant: list[tuple[type | Enum, dict]] = []

    def degele(self, gelee: object) -> object:
        if not isinstance(gelee, bytes) or blake2b(gelee[8:], digest_size=8).digest() != gelee[:8]:
            raise _Abime
        try:
            return _Valeurs(io.BytesIO(gelee[8:]), self.classe).load()
        except Exception as error:
            raise _Abime from error

    def classe(self, module: str, nom: str) -> type:
        if (connue := self._classes.get((module, nom))) is not None:
            return connue
        classe = self._classes[module, nom] = _permise(module, nom)
        self._avant += [(un, dict(vars(un))) for un in (classe, *(classe if issubclass(classe, Enum) else ()))]
        return classe

    def remet(self) -> bool:
        """Whether a class, or one of its only values, was given other attributes, as a state may: they are put back."""
        changes = [(un, avant) for un, avant in self._avant if dict(vars(un)) != avant]
        for un, avant in reversed(changes):
            if isinstance(un, Enum):
                vars(un).clear()
                vars(un).update(avant)
                continue
            for nom in {*vars(un)} - {*avant}:
                type.__delattr__(un, nom)
            for nom in avant:
                if vars(un)[nom] is not avant[nom]:
                    type.__setattr__(un, nom, avant[nom])
        return bool(changes)


class _Valeurs(pickle.Unpickler):
    def __init__(self, flux: io.BytesIO, classe: Callable[[str, str], type]) -> None:
        super().__init__(flux)
        self.find_class = classe


@lru_cache(maxsize=None)
def _permise(module: str, nom: str) -> type:
    if (module, nom) in PERMISES:
        return getattr(import_module(module), nom)
    # To load « __main__ » is to run the command.
    if not module.startswith("quifaitquoi.") or module.endswith("__main__") or "." in nom:
        raise _Abime
    classe = getattr(import_module(module), nom)
    if not isinstance(classe, type) or not (is_dataclass(classe) or issubclass(classe, (Enum, tuple, str, BaseModel))):
        raise _Abime
    return classe
