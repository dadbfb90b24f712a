"""How long a command takes and how much memory it needs at the most, children included."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag


@dataclass(frozen=True)
class Mesure:
    """`secondes` of wall clock; `memoire` is the largest resident size in MiB of one process."""

    secondes: float
    memoire: float


def mesure(*commande: object, fois: int = 1, **options: object) -> Mesure:
    """The fastest of `fois` runs. Raises RuntimeError with the end of its output if the command fails."""
    return min((_une_fois([str(mot) for mot in commande], options) for _ in range(fois)), key=lambda m: m.secondes)


def _une_fois(commande: list[str], options: dict) -> Mesure:
    # As on any other machine, Python keeps what it compiled: without this, each run would compile the program again.
    milieu = {nom: valeur for nom, valeur in os.environ.items() if nom != "PYTHONDONTWRITEBYTECODE"}
    debut = time.perf_counter()
    processus = subprocess.Popen(commande, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=milieu, **options)
    sortie = processus.stdout.read()
    _, etat, usage = os.wait4(processus.pid, 0)
    secondes = time.perf_counter() - debut
    processus.returncode = os.waitstatus_to_exitcode(etat)
    if processus.returncode != 0:
        raise RuntimeError(f"{' '.join(commande[:4])} …: {sortie[-2000:].decode(errors='replace')}")
    return Mesure(secondes, usage.ru_maxrss / 1024)


def poids(fichiers: list[Path]) -> int:
    """Bytes that travel when each file is sent compressed."""
    return sum(len(gzip.compress(fichier.read_bytes(), 9)) for fichier in fichiers)


def avec_ce_qu_elle_charge(page: Path) -> list[Path]:
    """The page and every local file that a browser fetches with it before anything is asked for."""
    html = page.read_text(encoding="utf-8")
    liens = re.findall(r'<link[^>]+rel="?(?:stylesheet|icon|preload)"?[^>]*href="?([^"\s>]+)', html)
    liens += re.findall(r'<link[^>]+href="?([^"\s>]+)"?[^>]*rel="?(?:stylesheet|icon)', html)
    liens += re.findall(r'<(?:script|img)[^>]+src="?([^"\s>]+)', html)
    liens += re.findall(r'data-apres="([^"?]+)', html)  # what the home page answers with, once it is there
    fichiers = {(page.parent / unquote(urldefrag(lien)[0])).resolve() for lien in liens if "://" not in lien}
    return [page, *sorted(fichier for fichier in fichiers if fichier.is_file())]
