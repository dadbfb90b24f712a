"""What takes long to make: kept from one run to the next by all that it depends on, made again where it lacks."""

from __future__ import annotations

import os
import re
import secrets
import shutil
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

CACHE = Path("build/cache")
# What the specification of cache directories asks for (bford.info/cachedir): whoever copies or reads a tree passes by.
MARQUE, SIGNATURE = "CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55"
NOTRE = re.compile(r"[0-9a-f]{24}")  # what a folder of ours is called


def marquer(salle: Path) -> None:
    """Say that this folder is a cache, where nothing says it yet."""
    with suppress(FileExistsError), open(salle / MARQUE, "x", encoding="utf-8") as flux:
        flux.write(f"{SIGNATURE}\n")


class Carnet:
    """`depend`: what all of it depends on. Once that changes, all that was kept before is forgotten."""

    def __init__(self, nom: str, depend: str) -> None:
        salle = Path(os.environ.get("QUIFAITQUOI_CACHE") or CACHE) / nom
        dossier = salle / _somme(depend)
        self._dossier: Path | None = None
        # A link leads to what is somebody's: nothing is kept rather than written there.
        if salle.is_symlink() or dossier.is_symlink():
            return
        with suppress(OSError):
            dossier.mkdir(parents=True, exist_ok=True)
            marquer(salle)
            self._dossier = dossier
            for autre in salle.iterdir():
                # Whoever keeps the cache among their own folders may have one of the same name: only ours are removed from it.
                if autre != dossier and NOTRE.fullmatch(autre.name):
                    shutil.rmtree(autre, ignore_errors=True)

    def garde(self, cle: str, faire: Callable[[], str]) -> str:
        """What `faire` makes of `cle`. A disk that keeps nothing stops nothing."""
        if self._dossier is None:
            return faire()
        fichier = self._dossier / _somme(cle)
        with suppress(OSError, ValueError):
            somme, _, garde = fichier.read_text(encoding="utf-8").partition("\n")
            if somme == _somme(garde):
                return garde
        fait = faire()
        essai = fichier.with_name(f".{secrets.token_hex(8)}")
        with suppress(OSError):
            essai.write_text(f"{_somme(fait)}\n{fait}", encoding="utf-8")
            os.replace(essai, fichier)
        return fait


def _somme(texte: str) -> str:
    """What tells a text that was kept whole from one that was cut or written by somebody else."""
    return blake2b(texte.encode(), digest_size=12).hexdigest()
