"""A forge that lives on loopback: real HTTP, real pages, and every bad day of a real one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from urllib.parse import parse_qs, urlsplit

import pytest

from quifaitquoi.suivi.forge.api import Forge
from serveurs import Repond, serveur

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


def _repond(forge: FausseForge) -> type[Repond]:
    class Reponse(Repond):
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
            self.rend(json.dumps(corps).encode(), statut, {"Content-Type": "application/json", **(entetes or {})})

    return Reponse


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
    with ExitStack() as ouverts:
        yield lambda reponse: ouverts.enter_context(serveur(reponse))
