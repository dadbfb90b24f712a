"""The copy of a stick in each engine: a folder unpacked from the archive, no network."""

from __future__ import annotations

import io
import os
import shutil
import zipfile
from urllib.parse import unquote, urlsplit

import pytest

from quifaitquoi.langues import langue
from quifaitquoi.papier.depliants.lot import depliants_du_territoire
from quifaitquoi.savoir.depliants import a_imprimer
from quifaitquoi.site.cle.copie import copie
from quifaitquoi.site.cle.plan import plan


@pytest.fixture(scope="module")
def cle(a_midi, tmp_path_factory, territoire) -> str:
    """The folder on the stick, with one true leaflet."""
    ici = tmp_path_factory.mktemp("cle")
    site = shutil.copytree(a_midi, ici / "site", copy_function=os.link)
    depliants_du_territoire(territoire, site, lambda phrase: None, [next(d for d in a_imprimer(territoire) if d.langue == "fr")])
    with zipfile.ZipFile(io.BytesIO(copie(site, plan(territoire, [langue("fr"), langue("ar")])).archive)) as archive:
        archive.extractall(ici / "cle")
    return (ici / "cle").as_uri()


def test_a_shower_is_found_its_sheet_opened_and_read(fenetre, cle):
    fenetre.va(f"{cle}/OUVRIR.html")
    fenetre.clique("a[href='annuaire/fr/index.html']")
    assert fenetre.texte(".hors-connexion").endswith("opie du 20 novembre 2026, hors connexion")
    fenetre.suit(f"{cle}/annuaire/fr/trouver/index.html#q=douche")
    fenetre.attend("document.querySelector('[data-trouver][data-pret=tout]') && document.querySelector('.vignettes h3 a')")
    nom = fenetre.texte(".vignettes h3 a")
    fenetre.clique(".vignettes h3 a")
    fenetre.attend("document.querySelector('.feuille-seule h1')")
    assert fenetre.texte("h1") == nom
    dit = fenetre.texte(".feuille-seule .faits")
    assert "h" in dit and fenetre.evalue("document.querySelectorAll('.feuille-seule a[href^=\"tel:\"]').length") > 0
    assert fenetre.evalue("document.querySelector('.feuille-plans svg').getBoundingClientRect().width") > 50
    assert fenetre.evalue("document.querySelectorAll('h1').length") == 1


def test_another_sheet_takes_its_place(fenetre, cle):
    fenetre.va(f"{cle}/OUVRIR.html")
    fenetre.va(f"{cle}/annuaire/fr/hors-ligne/fiche/index.html#la-chaloupe")
    assert fenetre.texte(".feuille-seule h1") == "La Chaloupe, accueil de jour"
    fenetre.evalue("(location.hash = 'bains-du-port', 1)")
    fenetre.attend("(document.querySelector('.feuille-seule h1') || {textContent: ''}).textContent.includes('Bains')")


def test_a_sheet_is_put_into_my_selection(fenetre, cle):
    fenetre.va(f"{cle}/OUVRIR.html")
    fenetre.va(f"{cle}/annuaire/fr/hors-ligne/fiche/index.html#bus-des-soins")
    fenetre.clique(".feuille-seule .garder")
    fenetre.clique("[data-selection] a")
    fenetre.attend("document.querySelector('[data-page-selection][data-pret]')")
    assert "Le Bus des soins" in fenetre.textes(".feuille h2")


def test_a_need_of_the_home_page_is_searched(fenetre, cle):
    fenetre.va(f"{cle}/annuaire/ar/index.html")
    fenetre.clique("#besoins a")
    fenetre.attend("location.hash.startsWith('#besoin=') && document.querySelector('[data-trouver][data-pret=tout]')")
    fenetre.attend("document.querySelector('.vignettes h3 a')")
    assert fenetre.evalue("document.dir || document.documentElement.dir") == "rtl"


def test_my_selection_is_kept_from_page_to_page(fenetre, cle):
    fenetre.va(f"{cle}/annuaire/fr/trouver/index.html#q=douche")
    fenetre.attend("document.querySelector('[data-trouver][data-pret=tout]') && document.querySelector('.vignettes .garder')")
    nom = fenetre.texte(".vignettes h3 a")
    fenetre.clique(".vignettes .garder")
    fenetre.clique("[data-selection] a")
    fenetre.attend("document.querySelector('[data-page-selection][data-pret]')")
    assert nom in fenetre.textes(".feuille h2")
    fenetre.clique(".feuille h2 a")
    assert fenetre.texte(".feuille-seule h1") in fenetre.evalue("[document.title]")[0].replace("\u2019", "'")


def test_a_leaflet_is_there(fenetre, cle):
    fenetre.va(f"{cle}/annuaire/fr/depliants/index.html")
    pdf = fenetre.evalue("[...document.querySelectorAll('.depliants-prets a[type=\"application/pdf\"]')].map(a => a.href)")
    assert len(pdf) == 1 and pdf[0].startswith("file:")
    with open(unquote(urlsplit(pdf[0]).path), "rb") as lu:
        assert lu.read(5) == b"%PDF-"
