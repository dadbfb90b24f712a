"""The one module here that opens connections: one request at a time, bounded in time and bytes, that follows nothing.

`geocode/ban.py` alone does so beside it, through geopy.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import requests
import urllib3

from quifaitquoi.base.refus import Refus

DELAIS = 10, 15  # seconds: to connect, between two packets
DUREE_MAX = 30  # seconds for the whole of a body
OCTETS_MAX = 8_000_000
ESSAIS, ATTENTE_MAX = 4, 60  # requests, seconds between two
QUI = "quifaitquoi (annuaire d'aide locale)"


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
            delais: tuple[float, float] = DELAIS, octets: int = OCTETS_MAX, duree: float = DUREE_MAX) -> Reponse:
    """One request, `envoi` as JSON. Raises SansReponse. Past `octets` or `duree` the rest of the body is left there."""
    with requests.Session() as session:
        # Neither credentials of a .netrc nor a proxy: an address that a contributor wrote gets nothing of ours.
        session.trust_env = False
        try:
            with session.request(methode, adresse, headers={"User-Agent": QUI, **(entetes or {})}, json=envoi,
                                 timeout=delais, allow_redirects=False, stream=True) as recue:
                return Reponse(recue.status_code, recue.headers, _corps(recue, octets, duree))
        except requests.exceptions.Timeout:
            raise SansReponse("pas de réponse à temps") from None
        except requests.exceptions.SSLError:
            raise SansReponse("certificat refusé") from None
        except requests.exceptions.ConnectionError:
            raise SansReponse("connexion impossible") from None
        except (requests.exceptions.RequestException, urllib3.exceptions.HTTPError, ValueError):
            # What the library says may repeat what was sent, the token included.
            raise SansReponse("réponse illisible") from None


def avec_patience(methode: str, adresse: str, entetes: Mapping[str, str] | None = None, envoi: object = None,
                  octets: int = OCTETS_MAX, attendre: Callable[[float], None] = time.sleep) -> Reponse:
    """As `requete`, asked again where the other side wants us to come back later; then its last answer, whatever it is.

    A POST is not repeated after a fault over there, which may have done it all the same: whoever asked looks first.
    """
    for essai in range(1, ESSAIS):
        recue = requete(methode, adresse, entetes, envoi, octets=octets)
        pause = attente(recue, essai)
        if pause is None or (recue.statut >= 500 and methode == "POST"):
            return recue
        attendre(pause)
    return requete(methode, adresse, entetes, envoi, octets=octets)


def attente(recue: Reponse, essai: int = 1) -> float | None:
    """How many seconds to wait before asking again, the `essai`th time; None where asking again is no use."""
    if recue.statut < 500 and recue.statut not in (403, 429):
        return None
    if (apres := recue.entetes.get("Retry-After", "")).isdigit():
        return min(int(apres), ATTENTE_MAX)
    if recue.statut >= 500 or (recue.statut == 429 and "X-RateLimit-Remaining" not in recue.entetes):
        return 2.0 ** (essai - 1)
    if recue.entetes.get("X-RateLimit-Remaining") == "0":
        fin = recue.entetes.get("X-RateLimit-Reset", "")
        return min(max(int(fin) - time.time(), 1), ATTENTE_MAX) if fin.isdigit() else ATTENTE_MAX
    return None


def _corps(recue: requests.Response, octets: int, duree: float) -> bytes:
    parts, lus, fin = [], 0, time.monotonic() + duree
    for part in recue.iter_content(16_384):
        parts.append(part)
        lus += len(part)
        if lus >= octets or time.monotonic() > fin:
            break
    return b"".join(parts)[:octets]


def prive(hote: str, port: int) -> bool:
    """Whether the name leads into a private network or this very machine. Raises SansReponse if it leads nowhere."""
    try:
        trouvees = socket.getaddrinfo(hote, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise SansReponse("ce nom de site n'existe pas, ou plus", inconnu=True) from None
    return any(not ipaddress.ip_address(ip[4][0].partition("%")[0]).is_global for ip in trouvees)
