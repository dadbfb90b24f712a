"""From saving a fiche to the new page being served, by the real preview server."""

from __future__ import annotations

import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

ATTENTE_MAX = 120


def edition(commande: list[str], territoire: Path, port: int, fois: int = 3) -> float:
    """Seconds, the median of `fois` edits, between saving one fiche and reading the edit in its page."""
    serveur = subprocess.Popen([*commande, str(territoire), "--port", str(port)],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        fiche = sorted((territoire / "fiches").glob("*/*.yml"))[0]
        page = f"http://127.0.0.1:{port}/fr/fiches/{fiche.stem}/index.html"
        _attendre(page, "")
        durees = []
        for numero in range(fois):
            time.sleep(1)
            texte = fiche.read_text(encoding="utf-8")
            ligne = next(ligne for ligne in texte.splitlines() if ligne.startswith("nom: "))
            debut = time.perf_counter()
            fiche.write_text(texte.replace(ligne, f"nom: Retouche numero {numero}"), encoding="utf-8")
            _attendre(page, f"Retouche numero {numero}")
            durees.append(time.perf_counter() - debut)
        return sorted(durees)[fois // 2]
    finally:
        serveur.terminate()
        serveur.wait(20)


def _attendre(page: str, contenu: str) -> None:
    limite = time.monotonic() + ATTENTE_MAX
    while time.monotonic() < limite:
        try:
            with urllib.request.urlopen(page, timeout=ATTENTE_MAX) as reponse:
                if contenu in reponse.read().decode():
                    return
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(0.02)
    raise RuntimeError(f"la page n'est pas venue en {ATTENTE_MAX} s : {page}")
