"""The program itself, as one digest: what another version, or another library, might make otherwise has another key."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

from quifaitquoi.base.npm import node_modules
from quifaitquoi.base.refus import Refus

PAQUET = Path(__file__).resolve().parents[1]


@cache
def programme() -> bytes:
    """Digest of every file of this package, of Python, and the versions of all that pip and npm brought."""
    somme = blake2b(digest_size=16)
    for fichier in sorted(PAQUET.rglob("*")):
        if "__pycache__" not in fichier.parts and fichier.is_file():
            somme.update(f"{fichier.relative_to(PAQUET)}\0".encode() + fichier.read_bytes())
    somme.update("\0".join((sys.version, *_installes())).encode())
    with suppress(Refus, OSError):
        somme.update((node_modules() / ".package-lock.json").read_bytes())
    return somme.digest()


def _installes() -> list[str]:
    """« jinja2-3.1.6.dist-info »: an installer writes the version in the name of that folder."""
    dossiers = [dossier for dossier in map(Path, sys.path) if dossier.is_dir()]
    return sorted({nom for dossier in dossiers for nom in os.listdir(dossier) if nom.endswith(".dist-info")})
