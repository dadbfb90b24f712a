"""What the README shows, from the first command to ten addresses on a map and on paper, is what happens: its lines, replayed."""

from __future__ import annotations

import csv
import json
import re
import shlex
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from pypdf import PdfReader

from garde import DEPOT, DOSSIER
from hors_du_depot import installe
from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.read.fond import lire_fond
from serveurs import Repond, serveur

# As the national list writes them, all invented; the last three without a position, for the address base to find.
NOMS = ("Médiathèque du Phare", "Espace numérique de la Gare", "Bibliothèque des Dunes", "Maison des Essais", "Cyberbase du Port",
        "Point numérique de La Saline", "Atelier des écrans", "Médiathèque de l'Île", "Espace public du Belvédère",
        "Local des Hauts")
SANS_POSITION = 3
RUE = "rue des Essais"


@dataclass(frozen=True)
class Etape:
    """A command of the transcript, and the lines that stand below it."""

    commande: str
    lignes: tuple[str, ...]


def etapes() -> list[Etape]:
    lisez_moi = (DEPOT / "README.md").read_text("utf-8")
    bloc = re.search(r"## Dix adresses en un quart d'heure\n.*?```console\n(.*?)```", lisez_moi, re.S)[1]
    return [Etape(commande, tuple(lignes)) for part in bloc.split("$ ")[1:] for commande, *lignes in [part.splitlines()]]


def questions(etape: Etape) -> list[tuple[str, str]]:
    """(what is asked, what is answered), where a command asks: each line before what is left out."""
    return [(demande, reponse.strip()) for ligne in etape.lignes[:etape.lignes.index("…")]
            for demande, _, reponse in [ligne.rpartition(":")]]


def la_bas(n: int) -> tuple[float, float]:
    return 46.33 + n / 2000, -3.06 + n / 1500


def liste_publique(fichier: Path) -> None:
    with fichier.open("w", encoding="utf-8", newline="") as ouvert:
        lignes = [{"id": f"essai-{n}", "pivot": "00000000000000", "nom": nom, "commune": "Port-Exemple", "code_postal": "99340",
                   "adresse": f"{n} {RUE}", "telephone": f"+332619155{n:02}", "horaires": "Mo-Fr 09:00-12:00,14:00-18:00",
                   "date_maj": "2026-10-02", "services": "Accès internet et matériel informatique", "frais_a_charge": "Gratuit",
                   **(dict(zip(("latitude", "longitude"), la_bas(n), strict=True)) if n <= len(NOMS) - SANS_POSITION else {})}
                  for n, nom in enumerate(NOMS, 1)]
        ecrit = csv.DictWriter(ouvert, [*lignes[0]], quoting=csv.QUOTE_ALL)
        ecrit.writeheader()
        ecrit.writerows(lignes)


class Services(Repond):
    """The national address base, and a service that has the streets."""

    def do_GET(self) -> None:
        demande = parse_qs(urlsplit(self.path).query)
        self.rend(self._adresse(demande["q"][0]) if "q" in demande else self._rues())

    @staticmethod
    def _adresse(texte: str) -> bytes:
        n = int(texte.split()[0])
        return json.dumps({"type": "FeatureCollection", "features": [{
            "type": "Feature", "geometry": {"type": "Point", "coordinates": la_bas(n)[::-1]},
            "properties": {"label": f"{n} {RUE} 99340 Port-Exemple", "score": 0.97, "type": "housenumber",
                           "postcode": "99340", "city": "Port-Exemple"}}]}).encode()

    @staticmethod
    def _rues() -> bytes:
        points = [la_bas(n) for n in range(20)]
        noeuds = "".join(f'<node id="{n}" version="1" lat="{lat}" lon="{lon}"/>' for n, (lat, lon) in enumerate(points, 1))
        suite = "".join(f'<nd ref="{n}"/>' for n in range(1, len(points) + 1))
        rue = f'<way id="1" version="1">{suite}<tag k="highway" v="residential"/><tag k="name" v="{RUE}"/></way>'
        return f"<?xml version='1.0'?>\n<osm version=\"0.6\" osm_base=\"2026-11-02T00:00:00Z\">{noeuds}{rue}</osm>".encode()


@pytest.fixture(scope="module")
def services() -> Iterator[str]:
    with serveur(Services) as adresse:
        yield adresse


@pytest.fixture(scope="module")
def rejouees(tmp_path_factory, aujourdhui, services) -> tuple[list[tuple[Etape, subprocess.CompletedProcess]], Path]:
    """Each command of the README, run as a shell would in a fresh folder with an empty home; and the folder where they ended."""
    base = tmp_path_factory.mktemp("quart-d-heure")
    la, maison = installe(base, aujourdhui), base / "maison"
    maison.mkdir()
    milieu = la.milieu | {"PATH": f"{la.installe / 'bin'}:/usr/bin:/bin", "HOME": str(maison),
                          "QUIFAITQUOI_GEOCODAGE": f"{services}/geocodage", "QUIFAITQUOI_RUES": f"{services}/api"}
    liste_publique(la.ici / "lieux.csv")
    ici, faites = la.ici, []
    for etape in etapes():
        mots = shlex.split(etape.commande)
        if mots[0] == "cd":
            ici = ici / mots[1]
            continue
        reponses = [reponse for _, reponse in questions(etape)] if mots[1] == "init" else []
        faites.append((etape, subprocess.run([la.installe / "bin" / mots[0], *mots[1:]], cwd=ici, env=milieu, capture_output=True,
                                             text=True, input="".join(f"{reponse}\n" for reponse in reponses))))
    return faites, ici


def test_the_readme_shows_the_whole_way():
    commandes = [etape.commande.split()[:2] for etape in etapes()]
    assert [mots[1] for mots in commandes if mots[0] == "quifaitquoi"] == [
        "preparer", "init", "import", "geocode", "fond", "check", "leaflet", "build"]
    assert {mots[0] for mots in commandes} == {"quifaitquoi", "cd"}


def test_each_command_does_what_it_shows(rejouees):
    for etape, faite in rejouees[0]:
        dit = faite.stdout + faite.stderr
        assert faite.returncode == 0, (etape.commande, dit)
        depuis = 0
        for ligne in etape.lignes:
            attendue = ligne.rpartition(":")[0] if (" init " in etape.commande and ligne != "…") else ligne
            for part in attendue.split("…"):
                trouve = dit.find(part.strip(" "), depuis)
                assert trouve >= 0, (etape.commande, part, dit)
                depuis = trouve + len(part.strip(" "))


def test_ten_entries_are_on_the_map_and_their_street_below_them(rejouees, aujourdhui):
    _, ici = rejouees
    directory = verifier(ici / DOSSIER, aujourdhui).directory
    assert {fiche.nom for fiche in directory.siennes.values() if fiche.adresse.position} == {*NOMS}
    assert directory.annuaire.zone_scolaire == "B"
    carte = (ici / "build/site/fr/cartes/quartier-port-exemple.html").read_text("utf-8")
    assert [nom for nom in NOMS if nom.replace("'", "’") not in carte and nom not in carte] == []
    fond = lire_fond(ici / DOSSIER / "fond/rues.txt")
    assert {trait.nom for trait in fond.dans(fond.boite)} == {RUE}


def test_ten_entries_are_on_paper_and_nothing_is_said_to_be_verified(rejouees):
    _, ici = rejouees
    pages = PdfReader(ici / "build/depliants/port-exemple-depliant-fr.pdf").pages
    papier = " ".join(" ".join(page.extract_text() for page in pages).split()).replace("’", "'")
    assert [nom for nom in NOMS if nom not in papier] == []
    page = (ici / "build/site/fr/fiches/local-des-hauts/index.html").read_text("utf-8")
    assert "Personne n’a encore demandé" in page and 'data-statut="lue"' in page
