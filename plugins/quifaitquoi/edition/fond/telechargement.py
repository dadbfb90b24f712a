"""Asking an Overpass service for what is drawn of a box: one question, its answer kept as a file that any extract could be."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

from quifaitquoi.annuaire.read.fond import UNITE
from quifaitquoi.base.fichier import ecrire
from quifaitquoi.base.geometrie import Boite
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.reseau import SansReponse, requete
from quifaitquoi.edition.fond.genres import CLES

SERVICE = "https://overpass-api.de/api/interpreter"
SECONDES = 180  # that the service may think
DUREE, OCTETS_MAX = 600, 400_000_000
_DATE = re.compile(rb'osm_base="(\d{4}-\d\d-\d\d)')


def question(boite: Boite) -> str:
    """In the service's own language: everything that has one of our keys, and the points and lines that it is made of."""
    ouest, sud, est, nord = (cote / UNITE for cote in boite)
    parts = "".join(f"way[{cle}];" for cle in CLES) + "".join(
        f"relation[type=multipolygon][{cle}];"
        for cle in ("natural", "landuse", "leisure", "waterway", "water", "building", "highway")
    )
    lieux = "".join(f"node[name][{cle}];" for cle in ("railway", "highway", "amenity", "tourism", "shop", "leisure"))
    return f"[out:xml][timeout:{SECONDES}][bbox:{sud:.5f},{ouest:.5f},{nord:.5f},{est:.5f}];({parts}{lieux});(._;>;);out body;"


def telecharger(service: str, boite: Boite, vers: Path) -> str:
    """Writes what the service answers to `vers`, and gives the day that it is of. Raises Refus."""
    adresse = f"{service}{'&' if '?' in service else '?'}data={quote(question(boite))}"
    try:
        recue = requete("GET", adresse, delais=(10, SECONDES + 20), octets=OCTETS_MAX, duree=DUREE)
    except SansReponse as error:
        raise Refus(f"Le service « {service} » ne répond pas ({error}). Rien n'a été changé.") from None
    if recue.statut in (429, 504):
        raise Refus(f"Le service « {service} » est trop occupé : recommencez dans une heure. Rien n'a été changé.")
    if recue.statut != 200:
        raise Refus(f"Le service « {service} » a répondu {recue.statut}. Rien n'a été changé.")
    # What it could not finish it sends all the same, with a remark at the end.
    if not recue.corps.lstrip().startswith(b"<?xml") or b"<remark>" in recue.corps[-2_000:]:
        raise Refus(
            f"Le service « {service} » n'a pas tout envoyé : le territoire est peut-être trop grand pour lui. "
            "Prenez plutôt l'extrait d'une région, et --osm."
        )
    ecrire(vers, recue.corps)
    lue = _DATE.search(recue.corps[:2_000])
    return lue[1].decode() if lue else ""
