"""The few commands of W3C WebDriver that a story needs: to WebKit's driver over HTTP, and to Firefox itself.

Firefox takes the same commands on a port that it opens: what geckodriver translates into is spoken here, and nothing is missing
where Debian has no geckodriver.
"""

from __future__ import annotations

import json
import socket
import urllib.error
import urllib.request
from http.client import HTTPException

# As Firefox calls them, and where WebKit's driver has them.
_CHEMINS = {
    "NewSession": "POST /session",
    "DeleteSession": "DELETE ",
    "SetWindowRect": "POST /window/rect",
    "Navigate": "POST /url",
    "Back": "POST /back",
    "ExecuteScript": "POST /execute/sync",
    "FindElement": "POST /element",
    "ElementClick": "POST /element/{id}/click",
    "PerformActions": "POST /actions",
    "SwitchToFrame": "POST /frame",
}
_ATTENTE = 60


class Refus(Exception):
    """What a driver answers when it can't."""


class ParHttp:
    """To a driver that listens on a port of this machine."""

    def __init__(self, port: int):
        self._racine, self._session = f"http://127.0.0.1:{port}", ""

    def __call__(self, commande: str, **quoi: object) -> object:
        methode, _, chemin = _CHEMINS[commande].partition(" ")
        demande = urllib.request.Request(
            self._racine + self._session + chemin.format(**quoi), method=methode,
            data=json.dumps(quoi).encode() if methode == "POST" else None, headers={"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(demande, timeout=_ATTENTE) as recue:
                valeur = json.load(recue)["value"]
        except urllib.error.HTTPError as erreur:
            dit = json.load(erreur)["value"]
            raise Refus(f"{commande} : {dit['error']}, {dit['message']}") from None
        except (OSError, HTTPException) as erreur:
            raise Refus(f"{commande} : {erreur}") from None
        if commande == "NewSession":
            self._session = f"/session/{valeur['sessionId']}"
        return valeur


class ParMarionette:
    """To Firefox. A message is its length, a colon and JSON: [0, number, command, what], answered by [1, number, error, value]."""

    def __init__(self, port: int):
        self._lien = socket.create_connection(("127.0.0.1", port), timeout=_ATTENTE)
        self._flux, self._numero = self._lien.makefile("rb"), 0
        self._lit()  # Firefox greets first

    def __call__(self, commande: str, **quoi: object) -> object:
        self._numero += 1
        message = json.dumps([0, self._numero, f"WebDriver:{commande}", quoi]).encode()
        self._lien.sendall(b"%d:%b" % (len(message), message))
        _, _, erreur, valeur = self._lit()
        if erreur:
            raise Refus(f"{commande} : {erreur['error']}, {erreur['message']}")
        return valeur["value"] if valeur.keys() == {"value"} else valeur

    def _lit(self) -> list | dict:
        longueur = b""
        while (octet := self._flux.read(1)) != b":":
            longueur += octet
        return json.loads(self._flux.read(int(longueur)))
