"""A forge that lives on loopback: real HTTP, real pages, and every bad day of a real one."""

from __future__ import annotations

import http.server
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

import pytest

from quifaitquoi.suivi.forge.api import Forge

JETON = "jeton-secret-0123456789"


class FausseForge:
    """Issues as the forge keeps them. `pannes` are answers to give before the next ones, as (status, headers)."""

    def __init__(self) -> None:
        self.issues: list[dict] = []
        self.demandes: list[tuple[str, str]] = []
        self.pannes: list[tuple[int, dict]] = []
        self.perd_la_reponse = False

    def ajoute(self, titre="", corps="", etat="open", auteur="Bot", lien="NONE", **autres) -> dict:
        issue = {"number": len(self.issues) + 1, "title": titre, "body": corps, "state": etat, "user": {"type": auteur},
                 "author_association": lien, **autres}
        self.issues.append(issue)
        return issue

    @property
    def ecritures(self) -> list[str]:
        return [methode for methode, _ in self.demandes if methode != "GET"]


def _repond(forge: FausseForge) -> type[http.server.BaseHTTPRequestHandler]:
    class Reponse(http.server.BaseHTTPRequestHandler):
        def _traite(self) -> None:
            forge.demandes.append((self.command, self.path))
            taille = int(self.headers.get("Content-Length") or 0)
            envoi = json.loads(self.rfile.read(taille) or "null")
            if self.headers["Authorization"] != f"Bearer {JETON}":
                return self._dit(401, {})
            if forge.pannes:
                statut, entetes = forge.pannes.pop(0)
                return self._dit(statut, {"message": "non"}, entetes)
            parts = urlsplit(self.path)
            if not parts.path.startswith("/repos/ville/annuaire/issues"):
                return self._dit(404, {})
            if self.command == "GET":
                champs = {nom: int(valeurs[0]) for nom, valeurs in parse_qs(parts.query).items() if nom in ("page", "per_page")}
                debut = (champs["page"] - 1) * champs["per_page"]
                return self._dit(200, forge.issues[debut:debut + champs["per_page"]])
            if self.command == "POST":
                issue = forge.ajoute(envoi["title"], envoi["body"])
                if forge.perd_la_reponse:
                    forge.perd_la_reponse = False
                    return self._dit(500, {})
                return self._dit(201, issue)
            issue = forge.issues[int(parts.path.rsplit("/", 1)[1]) - 1]
            issue |= {"title": envoi.get("title", issue["title"]), "body": envoi.get("body", issue["body"]),
                      "state": envoi.get("state", issue["state"])}
            return self._dit(200, issue)

        do_GET = do_POST = do_PATCH = _traite

        def _dit(self, statut: int, corps: object, entetes: dict | None = None) -> None:
            octets = json.dumps(corps).encode()
            self.send_response(statut)
            for nom, valeur in {"Content-Length": len(octets), "Content-Type": "application/json", **(entetes or {})}.items():
                self.send_header(nom, str(valeur))
            self.end_headers()
            self.wfile.write(octets)

        def log_message(self, *args: object) -> None:
            pass

    return Reponse


@contextmanager
def serveur(reponse: type[http.server.BaseHTTPRequestHandler]) -> Iterator[str]:
    ici = http.server.ThreadingHTTPServer(("127.0.0.1", 0), reponse)
    ici.daemon_threads = True
    threading.Thread(target=ici.serve_forever, daemon=True, kwargs={"poll_interval": 0.02}).start()
    try:
        yield f"http://127.0.0.1:{ici.server_port}"
    finally:
        ici.shutdown()
        ici.server_close()


@pytest.fixture
def fausse() -> Iterator[FausseForge]:
    fausse = FausseForge()
    with serveur(_repond(fausse)) as fausse.adresse:
        yield fausse


@pytest.fixture
def attentes() -> list[float]:
    """The seconds that the client would have waited."""
    return []


@pytest.fixture
def forge(fausse, attentes) -> Forge:
    return Forge(fausse.adresse, "ville/annuaire", JETON, attendre=attentes.append)


@pytest.fixture
def milieu(fausse) -> dict[str, str]:
    """The environment that the workflow gives."""
    return {"GITHUB_TOKEN": JETON, "GITHUB_REPOSITORY": "ville/annuaire", "GITHUB_API_URL": fausse.adresse,
            "SOURCE_DATE_EPOCH": "1795132800"}


@pytest.fixture
def site():
    """A function from a request handler to the address of a web server for it."""
    from contextlib import ExitStack
    with ExitStack() as ouverts:
        yield lambda reponse: ouverts.enter_context(serveur(reponse))
