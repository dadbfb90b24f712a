"""Strasbourg, a town overseas, Brussels, Lausanne and Montréal: from an empty folder to a site and paper, out of the wheel.

`test_un_quart_d_heure.py` has the import and the map in France, `test_version_suivante.py` a true upgrade.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from pypdf import PdfReader

from garde import DOSSIER
from hors_du_depot import installe
from quifaitquoi.annuaire.check import verifier


@dataclass(frozen=True)
class Ville:
    """What a newcomer answers, and what the pages must say. All streets are invented."""

    nom: str
    pays: tuple[str, ...]
    fin: tuple[str, ...]
    centre: str
    code: str
    telephone: str
    lien: str
    urgence: str
    jamais: str


VILLES = (
    Ville("Strasbourg", ("France", "Alsace"), ("67",), "48.5846, 7.7507", "67000", "03 53 01 00 00",
          "tel:+33353010000", "tel:15", "tel:911"),
    Ville("Saint-Denis", ("La Réunion",), ("974",), "-20.8789, 55.4481", "97400", "0262 20 00 00",
          "tel:+262262200000", "tel:15", "tel:911"),
    Ville("Bruxelles", ("Belgique",), (), "50.8356, 4.3457", "1000", "02 279 22 11",
          "tel:+3222792211", "tel:101", "tel:15"),
    Ville("Lausanne", ("Suisse", "Vaud"), (), "46.5210, 6.6280", "1003", "021 315 11 11",
          "tel:+41213151111", "tel:144", "tel:15"),
    Ville("Montréal", ("Canada", "Québec"), (), "45.5450, -73.5450", "H1W 2B5", "514 872-0311",
          "tel:+15148720311", "tel:911", "tel:112"),
)


@pytest.fixture(scope="module")
def programme(tmp_path_factory, aujourdhui):
    return installe(tmp_path_factory.mktemp("villes"), aujourdhui)


@pytest.mark.parametrize("ville", VILLES, ids=lambda ville: ville.nom)
def test_a_town_is_begun_checked_built_and_printed_with_the_numbers_of_its_country(programme, tmp_path, aujourdhui, ville):
    (tmp_path / "maison").mkdir()
    seul = replace(programme, ici=tmp_path, milieu=programme.milieu | {"HOME": str(tmp_path / "maison")})
    seul.commande("init", "ville", reponses=[
        ville.nom, *ville.pays, "", ville.nom, "fr", "Centre", ville.centre, "900", *ville.fin])
    ici = replace(seul, ici=tmp_path / "ville", territoire=tmp_path / "ville" / DOSSIER)
    ici.commande("new", reponses=["Maison des essais", "1", "douche", "non", "Centre", "12 rue des Essais", ville.code, ville.nom,
                                  ville.centre, "mardi: 9h-12h", "", ville.telephone, "", "", "", "", "", "oui"])
    assert "0 erreur" in ici.commande("check")
    ici.commande("build")
    page = (ici.ici / "build/site/fr/fiches/maison-des-essais/index.html").read_text("utf-8")
    accueil = (ici.ici / "build/site/fr/index.html").read_text("utf-8")
    assert f'href="{ville.lien}"' in page and "12 rue des Essais" in page and ville.code in page.replace("\u00a0", " ")
    assert f'href="{ville.urgence}"' in accueil and f'href="{ville.jamais}"' not in accueil
    # Nobody has written of an organisme yet: no page says « Organismes » and nothing below it.
    assert not (ici.ici / "build/site/fr/organismes").exists() and "organismes/" not in accueil
    ici.commande("leaflet", "--quartier", "centre")
    [pdf] = ici.ici.glob("build/depliants/*.pdf")
    assert "Maison des essais" in "".join(feuille.extract_text() for feuille in PdfReader(pdf).pages)
    avant = verifier(ici.territoire, aujourdhui).directory
    assert "déjà à jour" in ici.commande("mettre-a-jour")
    assert verifier(ici.territoire, aujourdhui).directory.fiches == avant.fiches
    assert [*avant.fiches["maison-des-essais"].adresse.position] == [float(axe) for axe in ville.centre.split(",")]
