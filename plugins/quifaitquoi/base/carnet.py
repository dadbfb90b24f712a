"""What takes long to make: kept from one run to the next by all that it depends on, made again where it lacks."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

CACHE = Path("build/cache")
# What the specification of cache directories asks for (bford.info/cachedir): whoever copies or reads a tree passes by.
MARQUE, SIGNATURE = "CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55"


class Carnet:
    """`depend`: what all of it depends on. Once that changes, all that was kept before is forgotten."""

    def __init__(self, nom: str, depend: str) -> None:
        salle = Path(os.environ.get("QUIFAITQUOI_CACHE") or CACHE) / nom
        self._dossier = salle / blake2b(depend.encode(), digest_size=12).hexdigest()
        with suppress(OSError):
            for autre in salle.iterdir() if salle.is_dir() else ():
                if autre != self._dossier and autre.name != MARQUE:
                    shutil.rmtree(autre, ignore_errors=True)
            self._dossier.mkdir(parents=True, exist_ok=True)
            if not (marque := salle / MARQUE).exists():
                marque.write_text(f"{SIGNATURE}\n", encoding="utf-8")

    def garde(self, cle: str, faire: Callable[[], str]) -> str:
        """What `faire` makes of `cle`. A disk that keeps nothing stops nothing."""
        fichier = self._dossier / blake2b(cle.encode(), digest_size=12).hexdigest()
        with suppress(OSError, ValueError):
            return fichier.read_text(encoding="utf-8")
        fait = faire()
        essai = fichier.with_name(f".{secrets.token_hex(8)}")
        with suppress(OSError):
            essai.write_text(fait, encoding="utf-8")
            os.replace(essai, fichier)
        return fait
