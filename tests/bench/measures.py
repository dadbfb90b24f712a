"""How long a command takes, how much the processor works for it and how much memory it needs at the most, children included."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag


@dataclass(frozen=True)
class Mesure:
    """`secondes` of wall clock, `processeur` of work; `memoire` in MiB of all processes, what they share counted once."""

    secondes: float
    processeur: float
    memoire: float


def mesure(*commande: object, fois: int = 1, avant: Callable[[], object] = lambda: None, **options: object) -> Mesure:
    """The median of `fois` runs, each after `avant`. Raises RuntimeError with the end of its output if the command fails."""
    faites = []
    for _ in range(fois):
        avant()
        faites.append(_une_fois([str(mot) for mot in commande], options))
    return sorted(faites, key=lambda m: m.secondes)[fois // 2]


def _une_fois(commande: list[str], options: dict) -> Mesure:
    # As on any other machine, Python keeps what it compiled: without this, each run would compile the program again.
    milieu = {nom: valeur for nom, valeur in os.environ.items() if nom != "PYTHONDONTWRITEBYTECODE"}
    debut = time.perf_counter()
    processus = subprocess.Popen(commande, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=milieu, **options)
    somme = _Memoire(processus.pid)
    sortie = processus.stdout.read()
    _, etat, usage = os.wait4(processus.pid, 0)
    secondes = time.perf_counter() - debut
    memoire = max(somme.finie(), usage.ru_maxrss / 1024)
    processus.returncode = os.waitstatus_to_exitcode(etat)
    if processus.returncode != 0:
        raise RuntimeError(f"{' '.join(commande[:4])} …: {sortie[-2000:].decode(errors='replace')}")
    return Mesure(secondes, usage.ru_utime + usage.ru_stime, memoire)


class _Memoire(threading.Thread):
    """Looks ten times a second at a process and those that it started, where the system says what they share (Linux)."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid, self._fin, self._plus = pid, threading.Event(), 0
        self.start()

    def run(self) -> None:
        while not self._fin.wait(0.1):
            self._plus = max(self._plus, sum(map(_part, _famille(self._pid))))

    def finie(self) -> float:
        self._fin.set()
        self.join()
        return self._plus / 1024


def _famille(pid: int) -> list[int]:
    try:
        enfants = [int(mot) for fil in Path(f"/proc/{pid}/task").iterdir() for mot in (fil / "children").read_text().split()]
    except OSError:
        return []
    return [pid, *(un for enfant in enfants for un in _famille(enfant))]


def _part(pid: int) -> int:
    """KiB of a process, those that it shares divided among who shares them."""
    try:
        return int(re.search(r"(?m)^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text())[1])
    except (OSError, TypeError):
        return 0


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
