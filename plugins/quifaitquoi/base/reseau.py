"""The one module here that opens connections: one request at a time, bounded in time and bytes, that follows nothing."""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass

import requests
import urllib3

from quifaitquoi.base.refus import Refus

DELAIS = 10, 15  # seconds: to connect, between two packets
DUREE_MAX = 30  # seconds for the whole of a body
OCTETS_MAX = 8_000_000
QUI = "quifaitquoi (annuaire local)"


class SansReponse(Refus):
    """Nothing came back; says why in a few words, and nothing that was sent. `inconnu`: there is nobody to ask again."""

    def __init__(self, phrase: str, inconnu: bool = False) -> None:
        super().__init__(phrase)
        self.inconnu = inconnu


@dataclass(frozen=True)
class Reponse:
    statut: int
    entetes: Mapping[str, str]
    corps: bytes


def requete(methode: str, adresse: str, entetes: Mapping[str, str] | None = None, envoi: object = None,
            delais: tuple[float, float] = DELAIS, octets: int = OCTETS_MAX) -> Reponse:
    """One request, `envoi` as JSON. Raises SansReponse. Past `octets` the rest of the body is left there."""
    with requests.Session() as session:
        # Neither credentials of a .netrc nor a proxy: an address that a contributor wrote gets nothing of ours.
        session.trust_env = False
        try:
            with session.request(methode, adresse, headers={"User-Agent": QUI, **(entetes or {})}, json=envoi,
                                 timeout=delais, allow_redirects=False, stream=True) as recue:
                return Reponse(recue.status_code, recue.headers, _corps(recue, octets))
        except requests.exceptions.Timeout:
            raise SansReponse("pas de réponse à temps") from None
        except requests.exceptions.SSLError:
            raise SansReponse("certificat refusé") from None
        except requests.exceptions.ConnectionError:
            raise SansReponse("connexion impossible") from None
        except (requests.exceptions.RequestException, urllib3.exceptions.HTTPError, ValueError):
            # What the library says may repeat what was sent, the token included.
            raise SansReponse("réponse illisible") from None


def _corps(recue: requests.Response, octets: int) -> bytes:
    corps, fin = b"", time.monotonic() + DUREE_MAX
    for part in recue.iter_content(16_384):
        corps += part
        if len(corps) >= octets or time.monotonic() > fin:
            break
    return corps[:octets]


def prive(hote: str, port: int) -> bool:
    """Whether the name leads into a private network or this very machine. Raises SansReponse if it leads nowhere."""
    try:
        trouvees = socket.getaddrinfo(hote, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise SansReponse("ce nom de site n'existe pas, ou plus", inconnu=True) from None
    return any(not ipaddress.ip_address(ip[4][0].partition("%")[0]).is_global for ip in trouvees)
