"""Feeds of what changed, of the whole, of each zone and of each need."""

import re
import xml.etree.ElementTree as ET

import pytest

ATOM = "{http://www.w3.org/2005/Atom}"
ROUE = "fiches/gare/la-roue-libre.yml"
PLUS_TARD = "2026-11-10T23:30:00+00:00"


@pytest.fixture
def flux(depot, pages):
    """Every feed after one more change, read back, by its path."""
    depot.change(ROUE, "nom: La Roue libre", "nom: 'La <b>Roue</b> & Cie'")
    depot.commit(le=PLUS_TARD)
    return {chemin: ET.fromstring(dit.encode()) for chemin, dit in pages(depot).items() if chemin.endswith(".xml")}


def test_a_feed_is_atom_and_newest_first(flux):
    for chemin, racine in flux.items():
        assert racine.tag == f"{ATOM}feed" and racine.find(f"{ATOM}id").text.startswith("urn:uuid:"), chemin
        entrees = racine.findall(f"{ATOM}entry")
        dates = [e.find(f"{ATOM}updated").text for e in entrees]
        assert dates == sorted(dates, reverse=True) and racine.find(f"{ATOM}updated").text == dates[0]
        assert len({e.find(f"{ATOM}id").text for e in entrees}) == len(entrees) <= 50
        assert racine.find(f"{ATOM}author/{ATOM}name").text == "Qui fait quoi à Port-Exemple"


def test_each_zone_and_each_need_has_a_feed_of_its_own(flux):
    def premier(chemin):
        return flux[chemin].find(f"{ATOM}entry/{ATOM}title").text

    for chemin in (
        "changements/tout.xml",
        "changements/quartiers/gare.xml",
        "changements/besoins/velo.xml",
        "changements/besoins/se-deplacer.xml",
    ):
        assert premier(chemin) == "La <b>Roue</b> & Cie"
    assert premier("changements/besoins/douche.xml") != "La <b>Roue</b> & Cie"
    assert "changements/besoins/dentiste.xml" not in flux


def test_an_entry_leads_to_its_page_and_says_what_changed(flux):
    entree = flux["changements/tout.xml"].find(f"{ATOM}entry")
    assert entree.find(f"{ATOM}link").get("href") == "https://port-exemple.example.org/fr/fiches/la-roue-libre/index.html"
    assert entree.find(f"{ATOM}summary").text == "changé\u00a0: nom"


def test_an_entry_keeps_its_identity_when_others_come(depot, pages):
    def ids():
        racine = ET.fromstring(pages(depot)["changements/quartiers/gare.xml"].encode())
        return [e.find(f"{ATOM}id").text for e in racine.findall(f"{ATOM}entry")]

    avant = ids()
    depot.change(ROUE, "17h-20h", "16h-20h")
    depot.commit(le=PLUS_TARD)
    assert ids()[1:] == avant


@pytest.mark.parametrize(
    "code, titre, dit",
    [
        ("fr", "Ce qui a changé", "changé\u202f: horaires"),
        ("en", "What has changed", "changed: opening hours"),
        ("ar", "ما الذي تغيّر", "تغيّر: أوقات الفتح"),
        ("fr-x-falc", "Ce qui a changé", "horaires"),
    ],
)
def test_the_page_is_in_every_language_and_leads_to_the_feeds(depot, pages, code, titre, dit):
    depot.change(ROUE, "17h-20h", "16h-20h")
    depot.commit(le=PLUS_TARD)
    dites = pages(depot, code)
    assert f"<h1>{titre}</h1>" in dites["changements/index.html"]
    texte = re.sub(r"<[^>]*>", "", dites["changements/index.html"]).replace("\u00a0", "\u202f")
    assert dit in texte
    assert "changements/quartiers/gare.xml" in dites["quartiers/gare/index.html"]
    for chemin in re.findall(r'href="\.\./(changements/[^"]+\.xml)"', dites["changements/index.html"]):
        assert chemin in dites
