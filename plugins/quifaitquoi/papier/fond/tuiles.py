"""Fetching a map background for one zone, once: few requests, slowly, kept in the cache with its attribution.

The only module of the leaflets that uses the network, and only for `quifaitquoi fond`.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from math import asinh, ceil, cos, floor, log2, pi, radians, tan
from pathlib import Path
from urllib.parse import urlsplit

import typst

from quifaitquoi.annuaire.enrich.plan import METRES_PAR_DEGRE
from quifaitquoi.annuaire.model.annuaire import Fond
from quifaitquoi.annuaire.model.quartier import Quartier
from quifaitquoi.base.fichier import ecrire
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.reseau import SansReponse, avec_patience

COTE = 256  # pixels of a tile
LARGEUR = 1400  # pixels of the picture: sharp enough on paper, light enough in a PDF
MARGE = 0.45  # of the zone's size on each side, since formats frame it in their own way
TUILES_MAX = 80
ECART = 0.25  # seconds between two requests
TROP_GRAND = 3_000_000  # bytes; no tile is that heavy
# Their terms forbid fetching ahead of a reader: https://operations.osmfoundation.org/policies/tiles/
INTERDITS = ("tile.openstreetmap.org", "tile.osm.org")


@dataclass(frozen=True)
class Boite:
    sud: float
    ouest: float
    nord: float
    est: float


def boite_de(quartier: Quartier) -> Boite:
    """The square around a zone, with its margin."""
    if quartier.contour:
        lats, lons = [p[0] for p in quartier.contour], [p[1] for p in quartier.contour]
        lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
        cote = max(max(lats) - min(lats), (max(lons) - min(lons)) * cos(radians(lat)))
    elif quartier.centre:
        (lat, lon), cote = quartier.centre, 2 * quartier.rayon / METRES_PAR_DEGRE
    else:
        raise Refus(f"« {quartier.nom} » n'a ni contour ni centre : il n'y a pas de carte à dessiner.")
    demi = cote * (0.5 + MARGE)
    return Boite(lat - demi, lon - demi / cos(radians(lat)), lat + demi, lon + demi / cos(radians(lat)))


def chercher(fond: Fond, quartier: Quartier, dossier: Path, dire: Callable[[str], None], ecart: float = ECART) -> Path:
    """Writes `dossier`/<slug>.png and .json. Tiles that the cache has are not asked for again. Raises Refus."""
    hote = urlsplit(fond.tuiles).hostname or ""
    if any(hote == interdit or hote.endswith("." + interdit) for interdit in INTERDITS):
        raise Refus(f"{hote} n'autorise pas qu'on garde ses tuiles. Choisissez un autre service dans fond_de_carte, "
                    "par exemple le Plan IGN (c'est celui qui sert quand fond_de_carte n'est pas écrit).")
    boite = boite_de(quartier)
    zoom = _zoom(boite, fond.zoom_max)
    gauche, haut = _pixel(boite.nord, boite.ouest, zoom)
    droite, bas = _pixel(boite.sud, boite.est, zoom)
    colonnes, rangs = range(floor(gauche / COTE), ceil(droite / COTE)), range(floor(haut / COTE), ceil(bas / COTE))
    voulues = [(x, y) for y in rangs for x in colonnes]
    if len(voulues) > TUILES_MAX:
        raise Refus(f"Il faudrait {len(voulues)} tuiles pour « {quartier.nom} » : la zone est trop grande pour un plan.")
    cache = dossier / "tuiles" / hashlib.sha256(fond.tuiles.encode()).hexdigest()[:16]
    images = {}
    for n, (x, y) in enumerate(voulues, 1):
        dire(f"Fond de carte de {quartier.nom} : tuile {n}/{len(voulues)}")
        images[x, y] = _tuile(fond, cache, zoom, x, y, ecart)
    png = _colle(images, gauche, haut, droite - gauche, bas - haut)
    fichier = dossier / f"{quartier.slug}.png"
    ecrire(fichier, png)
    # The attribution travels with the picture: a leaflet that shows it prints it.
    ecrire(fichier.with_suffix(".json"), json.dumps(
        {**vars(boite), "attribution": fond.attribution, "service": fond.nom}, ensure_ascii=False, indent=1))
    return fichier


def _zoom(boite: Boite, maximum: int) -> int:
    """The zoom whose picture is about LARGEUR wide."""
    tours = (boite.est - boite.ouest) / 360
    return max(1, min(maximum, round(log2(LARGEUR / (COTE * tours)))))


def _pixel(latitude: float, longitude: float, zoom: int) -> tuple[float, float]:
    """Web Mercator, in pixels from the north-west of the world."""
    monde = COTE * 2 ** zoom
    return (longitude + 180) / 360 * monde, (1 - asinh(tan(radians(latitude))) / pi) / 2 * monde


def _tuile(fond: Fond, cache: Path, zoom: int, x: int, y: int, ecart: float) -> bytes:
    fichier = cache / str(zoom) / str(x) / str(y)
    if fichier.is_file():
        return fichier.read_bytes()
    time.sleep(ecart)
    adresse = fond.tuiles.replace("{z}", str(zoom)).replace("{x}", str(x)).replace("{y}", str(y))
    try:
        recue = avec_patience("GET", adresse, octets=TROP_GRAND + 1)
    except SansReponse as error:
        raise Refus(f"Le service de tuiles « {fond.nom} » ne répond pas ({error}). Rien n'a été changé.") from None
    if recue.statut != 200:
        raise Refus(f"Le service de tuiles « {fond.nom} » a répondu {recue.statut}. Rien n'a été changé.")
    contenu = recue.corps
    if len(contenu) > TROP_GRAND or not contenu.startswith((b"\x89PNG", b"\xff\xd8\xff", b"RIFF")):
        raise Refus(f"Le service de tuiles « {fond.nom} » n'a pas envoyé une image. Rien n'a été changé.")
    ecrire(fichier, contenu)
    return contenu


def _colle(images: dict[tuple[int, int], bytes], gauche: float, haut: float, large: float, hauteur: float) -> bytes:
    """One picture of them all, cut at the box; the typesetter is already there to draw it."""
    lignes = [f"#set page(width: {large:.2f}pt, height: {hauteur:.2f}pt, margin: 0pt)"]
    with tempfile.TemporaryDirectory() as dossier:
        for n, ((x, y), contenu) in enumerate(images.items()):
            (Path(dossier) / f"t{n}").write_bytes(contenu)
            lignes.append(f'#place(top + left, dx: {x * COTE - gauche:.2f}pt, dy: {y * COTE - haut:.2f}pt, '
                          f'image(read("t{n}", encoding: none), width: {COTE}pt, height: {COTE}pt))')
        source = Path(dossier) / "colle.typ"
        source.write_text("\n".join(lignes), encoding="utf-8")
        try:
            return typst.Compiler(str(source), root=dossier, ignore_system_fonts=True).compile(format="png", ppi=72)
        except RuntimeError as error:
            raise Refus(f"Une tuile n'est pas une image lisible ({error}). Videz le cache et recommencez.") from None
