"""Servers on loopback that stand in for what a command asks: a ministry, a forge, a registry, a folder of pages."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path


class Repond(http.server.BaseHTTPRequestHandler):
    """What each of them does: it tells the terminal nothing, and says how long its answer is."""

    def log_message(self, *_: object) -> None:
        pass

    def rend(self, corps: bytes, statut: int = 200, entetes: dict[str, object] | None = None) -> None:
        self.send_response(statut)
        for nom, valeur in {"Content-Length": len(corps), **(entetes or {})}.items():
            self.send_header(nom, str(valeur))
        self.end_headers()
        self.wfile.write(corps)


class _Fichiers(Repond, http.server.SimpleHTTPRequestHandler):
    pass


def des_fichiers(dossier: Path) -> Callable[..., http.server.BaseHTTPRequestHandler]:
    """What serves the files of a folder."""
    return functools.partial(_Fichiers, directory=str(dossier))


@contextmanager
def serveur(reponse: Callable[..., http.server.BaseHTTPRequestHandler], port: int = 0) -> Iterator[str]:
    """Its address, without a slash at the end, as long as it answers; `port` 0: any that is free."""
    ici = http.server.ThreadingHTTPServer(("127.0.0.1", port), reponse)
    threading.Thread(target=ici.serve_forever, args=(0.02,), daemon=True).start()  # soon told to stop
    try:
        yield f"http://127.0.0.1:{ici.server_port}"
    finally:
        ici.shutdown()
        ici.server_close()


@dataclass
class Service:
    """One that answers everything alike, with `corps` and `statut` as a test leaves them, and remembers the paths it was asked."""

    corps: bytes = b""
    statut: int = 200
    adresse: str = ""
    demandes: list[str] = field(default_factory=list)


@contextmanager
def service(corps: bytes = b"", chemin: str = "/api") -> Iterator[Service]:
    """Such a service at `chemin`."""
    ici = Service(corps)

    class Pareil(Repond):
        def do_GET(self) -> None:
            ici.demandes.append(self.path)
            self.rend(ici.corps, ici.statut)

    with serveur(Pareil) as adresse:
        ici.adresse = adresse + chemin
        yield ici
