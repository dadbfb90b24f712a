"""Asking the national address base (geopy's BANFrance): slowly, and never twice the same question.

geopy is prescribed for it, and brings its own connections and its own patience: nothing else goes beside `base/reseau.py`.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from quifaitquoi.base.fichier import ecrire
from quifaitquoi.base.refus import Refus
from quifaitquoi.edition.positions.choix import Candidat

CACHE = Path("build/cache/geocode")
SERVICE = "https://data.geopf.fr/geocodage"
ECART = 0.1  # seconds between two questions: a fifth of what the service allows
CANDIDATS = 5
ILLISIBLE = (ValueError, KeyError, TypeError, IndexError, AttributeError, OverflowError, RecursionError)


def chercheur(cache: Path = CACHE) -> Callable[[str], list[Candidat]]:
    """A function from an address to its candidates, which raises Refus. QUIFAITQUOI_GEOCODAGE names another service."""
    # geopy takes a tenth of a second to import: nobody else waits for it.
    from geopy.exc import GeopyError
    from geopy.extra.rate_limiter import RateLimiter
    from geopy.geocoders import BANFrance

    from quifaitquoi.base.reseau import QUI
    # It prints a traceback for each try that failed; the sentence at the end is enough.
    logging.getLogger("geopy").setLevel(logging.CRITICAL)
    service = urlsplit(os.environ.get("QUIFAITQUOI_GEOCODAGE") or SERVICE)
    ban = BANFrance(domain=service.netloc + service.path.rstrip("/"), scheme=service.scheme, timeout=10,
                    user_agent=QUI)
    demande = RateLimiter(ban.geocode, min_delay_seconds=ECART, max_retries=2, error_wait_seconds=1, swallow_exceptions=False)

    def cherche(adresse: str) -> list[Candidat]:
        garde = cache / f"{hashlib.sha256(f'{service.geturl()} {adresse}'.encode()).hexdigest()[:32]}.json"
        try:
            return _candidats(json.loads(garde.read_text(encoding="utf-8")))
        except (OSError, *ILLISIBLE):
            pass  # never asked, or what was kept no longer reads: ask
        try:
            trouves = [lieu.raw for lieu in demande(adresse, exactly_one=False, limit=CANDIDATS) or ()]
            candidats = _candidats(trouves)
        except GeopyError as error:
            raise Refus(f"le service des adresses ({service.netloc}) ne répond pas ({type(error).__name__}) : vérifiez la "
                        "connexion à internet, et recommencez plus tard. Ce qui est trouvé est gardé") from None
        except ILLISIBLE:
            raise Refus(f"la réponse du service des adresses ({service.netloc}) ne se lit pas : recommencez plus tard") from None
        ecrire(garde, json.dumps(trouves, ensure_ascii=False))
        return candidats

    return cherche


def _candidats(bruts: list[dict]) -> list[Candidat]:
    return [Candidat(str(dit["label"]), str(dit["type"]), str(dit.get("postcode", "")), str(dit.get("city", "")),
                     (round(float(brut["geometry"]["coordinates"][1]), 5), round(float(brut["geometry"]["coordinates"][0]), 5)),
                     min(max(float(dit["score"]), 0.0), 1.0)) for brut in bruts for dit in (brut["properties"],)]
