"""Maps: streets out of an extract, small maps, the plan of a leaflet, what a first map costs, and a thousand places on one."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from math import cos, radians
from pathlib import Path
from statistics import median
from urllib.parse import unquote, urlsplit

DEPOT = Path(__file__).parents[2]
sys.path[:0] = [str(DEPOT), str(DEPOT / "tests"), str(DEPOT / "tests" / "maps"), str(DEPOT / "tests" / "leaflets")]

import quartier_invente
from petit_territoire import REPERES, invente, place
from tests.bench.measures import mesure as mesure_de_commande
from tests.bench.territory import MODELE
from tests.bench.territory import territoire as ecrit_un_territoire

from chromium import chromium
from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import Territoire, enrichir
from quifaitquoi.annuaire.geographie import METRES_PAR_DEGRE
from quifaitquoi.annuaire.read.fond import UNITE, Fond, comprendre
from quifaitquoi.base.npm import dans_node_modules
from quifaitquoi.dessins.position import dessin
from quifaitquoi.edition.fond.pose import poser
from quifaitquoi.langues import langue
from quifaitquoi.papier.depliants import Demande, composer
from quifaitquoi.site.pages.cartes import adresse, apercu, fichiers, generes

QUIFAITQUOI = [str(Path(sys.executable).parent / "quifaitquoi")]
HELSINKI = DEPOT / "build/essais/Helsinki.osm.pbf"
SUD, OUEST, NORD, EST = 60.164, 24.936, 60.1795, 24.954  # all of that extract
JOUR, FR = date(2026, 11, 20), langue("fr")
# Each zoom step beside what the same browser needs, just then, for 2,000 plain boxes: [the worst step, the boxes] of each round.
PAS = """async () => {
    const { carte } = quifaitquoi, tours = [];
    function mesure(fait) {
        const debut = performance.now();
        fait();
        document.body.offsetWidth;  // everything is laid out
        return performance.now() - debut;
    }
    function boites() {
        const zone = document.createElement('div');
        for (let i = 0; i < 2000; i += 1) zone.appendChild(document.createElement('p')).textContent = i;
        document.querySelector('footer').appendChild(zone);
        document.body.offsetWidth;
        zone.remove();
    }
    for (let tour = 0; tour < 4; tour += 1) {
        let pire = 0, reference = mesure(boites);
        for (const pas of [1, 1, 1, -1, -1, -1]) {
            pire = Math.max(pire, mesure(() => { carte.zoomIn(pas, { animate: false }); }));
            await new Promise(fini => setTimeout(fini, 20));
        }
        tours.push([pire, (reference + mesure(boites)) / 2]);
    }
    return tours;
}"""


def lignes(ligne: Callable[..., None]) -> None:
    """The rows of the table."""
    with tempfile.TemporaryDirectory(prefix="quifaitquoi-cartes-") as dossier:
        ici = Path(dossier)
        if HELSINKI.exists():
            rues(ligne, ici)
        with _cache(ici / "cache"):
            source = ecrit_un_territoire(1_000, ici / "mille")
            mille = enrichir(verifier(source, JOUR).directory, JOUR)
            petits_plans(ligne, mille)
            depliant(ligne)
            premiere_carte(ligne, ici)
        mille_adresses(ligne, ici)


def rues(ligne: Callable[..., None], ici: Path) -> None:
    boite = tuple(round(cote * UNITE) for cote in (OUEST, SUD, EST, NORD))
    km2 = (NORD - SUD) * (EST - OUEST) * cos(radians(SUD)) * (METRES_PAR_DEGRE / 1000) ** 2
    secondes, (fichier, _) = _chrono(lambda: poser(ici / "helsinki", HELSINKI, boite, str(JOUR), lambda phrase: None))
    octets, extrait = fichier.stat().st_size, HELSINKI.stat().st_size
    ligne(f"fond de carte, centre d'Helsinki ({km2:.1f} km²)", f"{secondes:.1f} s", f"extrait {extrait / 1e6:.1f} Mo",
          f"{octets / km2 / 1000:.0f} Ko par km², {octets / 1e6:.2f} Mo")


def petits_plans(ligne: Callable[..., None], t: Territoire) -> None:
    tous = lambda: [dessin(vue, t, FR) for vue in t.fiches.values()]
    froid, plans = _chrono(tous)
    garde, _ = _chrono(tous)
    poids = median(len(gzip.compress(plan.encode(), 9)) for plan in plans)
    ligne(f"petits plans de {len(plans)} fiches, à froid", f"{froid:.1f} s", "but 20 s", f"{len(plans) / froid:.0f} par seconde")
    ligne("les mêmes, gardés", f"{garde:.2f} s", "but 1 s", f"{poids / 1000:.1f} Ko chacun, compressé (but 4 Ko)")


def depliant(ligne: Callable[..., None]) -> None:
    """The thirty entries that leaflets are measured with elsewhere, with streets under their feet or none."""
    t = quartier_invente.territoire(quartier_invente.plusieurs(30))
    avec = enrichir(replace(t.directory, fond=_port_exemple_ailleurs()), t.aujourdhui)
    demande, temps = Demande("quai", "livret", selection=True), {}
    for nom, territoire in (("sans", t), ("avec", avec)):
        composer(territoire, demande)  # the first of the process waits for fonts
        temps[nom] = min(_chrono(partial(composer, territoire, demande))[0] for _ in range(7))
    ligne("dépliant de 30 adresses avec les rues, à chaud", f"{temps['avec']:.3f} s", f"sans les rues {temps['sans']:.3f} s",
          "but 0,25 s")


def _port_exemple_ailleurs() -> Fond:
    """The streets of Port-Exemple, moved to where those entries are by so many cells of their sheet."""
    nord, ouest = 28, 226
    entete, cellules = (MODELE / "fond/rues.txt").read_text("utf-8").split("@", 1)
    pas = (nord, -ouest, nord, -ouest)
    bords = [f"{float(bord) + cases / 100:.5f}" for bord, cases in zip(entete.split()[3:7], pas, strict=True)]
    entete = re.sub(r"(?m)^boite .*$", f"boite {' '.join(bords)}", entete)
    ailleurs = lambda case: f"@ {int(case[1]) + nord} {int(case[2]) - ouest}"
    return comprendre(entete + re.sub(r"(?m)^@ (-?\d+) (-?\d+)", ailleurs, f"@{cellules}"))


def premiere_carte(ligne: Callable[..., None], ici: Path) -> None:
    """What one map loads the first time, compressed, beside the page that folium writes by itself for the same view."""
    source, site = ecrit_un_territoire(100, ici / "cent"), ici / "site"
    mesure_de_commande(*QUIFAITQUOI, "build", source, "--vers", site)
    carte = site / "fr" / adresse("quartier", "la-saline")
    with _page() as page:
        demandes: set[str] = set()
        page.on("request", lambda demande: demandes.add(demande.url))
        page.goto(carte.as_uri())
        page.wait_for_load_state("networkidle")
        vue = page.evaluate("[quifaitquoi.carte.getCenter().lat, quifaitquoi.carte.getCenter().lng, quifaitquoi.carte.getZoom()]")
        points = page.evaluate("JSON.parse(document.getElementById('donnees').textContent).lieux.features"
                               ".map(f => [...f.geometry.coordinates].reverse().concat(f.properties.nom))")
    octets = sum(_gz(Path(unquote(urlsplit(url).path)).read_bytes()) for url in demandes if url.startswith("file:"))
    html, trouves, absents = _folium(vue, points)
    ligne("première carte ouverte, avec ses rues", f"{octets / 1000:.0f} Ko", f"page de folium {(html + trouves) / 1000:.0f} Ko",
          f"but 120 Ko ; de folium, sans tuiles ni {absents} fichiers d'ailleurs")


def _folium(vue: list[float], points: list) -> tuple[int, int, int]:
    """Bytes of its page, of what it loads and npm has here too, and how many of its files are only elsewhere."""
    from folium import Map, Marker
    from folium.plugins import MarkerCluster

    page = Map(location=vue[:2], zoom_start=round(vue[2]))
    groupe = MarkerCluster().add_to(page)
    for latitude, longitude, nom in points:
        Marker([latitude, longitude], popup=nom).add_to(groupe)
    html = page.get_root().render()
    ici = {"leaflet.js": "leaflet/dist/leaflet.js", "leaflet.css": "leaflet/dist/leaflet.css",
           "leaflet.markercluster.js": "leaflet.markercluster/dist/leaflet.markercluster.js",
           "MarkerCluster.css": "leaflet.markercluster/dist/MarkerCluster.css",
           "MarkerCluster.Default.css": "leaflet.markercluster/dist/MarkerCluster.Default.css"}
    noms = [url.rsplit("/", 1)[-1] for url in re.findall(r'(?:src|href)="(https?://[^"]+\.(?:js|css))"', html)]
    trouves = [dans_node_modules(ici[nom]) for nom in noms if nom in ici]
    return _gz(html.encode()), sum(_gz(fichier.read_bytes()) for fichier in trouves), len(noms) - len(trouves)


def mille_adresses(ligne: Callable[..., None], ici: Path) -> None:
    t = invente([place(f"f{i}", (i * 37 % 4000) - 2000, (i * 91 % 3600) - 1800) for i in range(1000)], REPERES)
    site = ici / "adresses"
    carte = site / "fr" / adresse("besoin", "douche")
    for source, destination in fichiers():
        (site / destination).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, site / destination)
    textes = generes(t) | {str(carte): apercu(tuple(t.fiches.values()), t, FR, titre="Douche", liste="l")}
    carte.parent.mkdir(parents=True)
    for destination, texte in textes.items():
        (site / destination).write_text(texte, encoding="utf-8")
    with _page() as page:
        page.goto(carte.as_uri())
        pire, boites = min(page.evaluate(PAS), key=lambda tour: tour[0] / tour[1])
    ligne("1000 adresses : le pas de zoom le plus lent", f"{pire:.0f} ms", f"2000 boîtes nues {boites:.0f} ms",
          f"{pire / boites:.1f} fois (but 3)")


def _gz(octets: bytes) -> int:
    return len(gzip.compress(octets, 9))


def _chrono(faire: Callable[[], object]) -> tuple[float, object]:
    debut = time.perf_counter()
    fait = faire()
    return time.perf_counter() - debut, fait


@contextmanager
def _page() -> Iterator:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        navigateur = playwright.chromium.launch(**chromium().options())
        yield navigateur.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
        navigateur.close()


@contextmanager
def _cache(dossier: Path) -> Iterator[None]:
    """An empty cache: what an earlier run kept would be no cold start."""
    avant = os.environ.get("QUIFAITQUOI_CACHE")
    os.environ["QUIFAITQUOI_CACHE"] = str(dossier)
    try:
        yield
    finally:
        del os.environ["QUIFAITQUOI_CACHE"]
        os.environ |= {"QUIFAITQUOI_CACHE": avant} if avant is not None else {}


if __name__ == "__main__":
    lignes(lambda quoi, valeur, reference="", rapport="": print(f"{quoi:<50} {valeur:>12}   {reference:<38} {rapport}", flush=True))
