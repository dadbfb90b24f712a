"""A fiche or a selection by message, in each engine: the text, what a telephone is given, and the picture to keep."""

from __future__ import annotations

import base64
import json
import struct
import zlib
from urllib.parse import unquote

import pytest


def pret(fenetre) -> None:
    fenetre.attend("document.querySelector('[data-page-selection][data-pret]')")
    fenetre.attend("document.querySelector('[data-envoi-texte]').value")


def texte(fenetre) -> str:
    return fenetre.evalue("document.querySelector('[data-envoi-texte]').value")


def lue(png: bytes) -> tuple[int, int, int]:
    """Width, height and how many values its bytes take, of the picture of a canvas."""
    largeur, hauteur = struct.unpack(">II", png[16:24])
    morceaux, ici = b"", 8
    while ici < len(png):
        long, genre = struct.unpack(">I4s", png[ici:ici + 8])
        morceaux += png[ici + 8:ici + 8 + long] if genre == b"IDAT" else b""
        ici += long + 12
    brut = zlib.decompress(morceaux)
    return largeur, hauteur, len(set(brut))


def test_a_fiche_is_sent_from_its_page(fenetre, racine):
    fenetre.va(f"{racine}/fr/fiches/la-chaloupe/index.html")
    fenetre.clique("a[href$='#s=la-chaloupe&envoyer']")
    pret(fenetre)
    lignes = texte(fenetre).splitlines()
    assert lignes[0] == "La Chaloupe, accueil de jour"
    assert any("4 quai des Goélands" in ligne for ligne in lignes) and any("02 61 91" in ligne for ligne in lignes)
    assert any(" h" in ligne for ligne in lignes) and lignes[-1].startswith("Vérifié")
    lien = fenetre.evalue("document.querySelector('[data-envoi-sms]').getAttribute('href')")
    assert lien.startswith("sms:?&body=") and unquote(lien.removeprefix("sms:?&body=")) == texte(fenetre)
    assert fenetre.evalue("document.querySelector('[data-envoi]').open && document.querySelector('[data-partagee]').hidden")


def test_a_selection_is_sent_without_its_notes(fenetre, racine):
    fenetre.va(f"{racine}/fr/fiches/la-chaloupe/index.html")
    fenetre.clique("article .garder")
    fenetre.clique("[data-selection] a")
    pret(fenetre)
    fenetre.evalue("(document.querySelector('.feuille-note textarea').value = 'SECRET', "
                   "document.querySelector('.feuille-note textarea').dispatchEvent(new Event('input')), 1)")
    assert "La Chaloupe" in texte(fenetre) and "SECRET" not in texte(fenetre)


@pytest.mark.parametrize("langue", ["fr", "ar"])
def test_the_picture_has_all_of_it_in_large_letters(fenetre, racine, langue):
    tailles = []
    for slugs in ("bains-du-port", "bains-du-port,la-chaloupe,bus-des-soins"):
        fenetre.va(f"{racine}/{langue}/index.html")
        fenetre.va(f"{racine}/{langue}/selection/index.html#s={slugs}&envoyer")
        pret(fenetre)
        url = fenetre.evalue("quifaitquoi.imageDe(document.querySelector('[data-envoi-texte]').value.split('\\n\\n'), 'Jour')"
                             ".toDataURL('image/png')")
        largeur, hauteur, nuances = lue(base64.b64decode(url.partition(",")[2]))
        assert largeur == 720 and nuances > 2
        tailles.append(hauteur)
    assert 250 < tailles[0] < tailles[1]


def test_a_very_long_list_is_a_picture_that_can_be_drawn_and_is_whole(fenetre, racine):
    fenetre.va(f"{racine}/fr/selection/index.html#s=bains-du-port&envoyer")
    pret(fenetre)
    toile = "quifaitquoi.imageDe(Array(200).fill(document.querySelector('[data-envoi-texte]').value), 'Jour')"
    largeur, hauteur = fenetre.evalue(f"(window.toile = {toile}, [toile.width, toile.height])")
    assert 0 < largeur < 720 and largeur * hauteur <= 16_100_000 and hauteur <= 16_000


def test_the_picture_is_kept_as_a_file(fenetre, racine):
    fenetre.va(f"{racine}/fr/selection/index.html#s=bains-du-port&envoyer")
    pret(fenetre)
    # What the download is given, rather than where each engine would put it.
    fenetre.evalue("(HTMLAnchorElement.prototype.click = function () { window.vu = [this.download, this.href]; }, 1)")
    fenetre.clique("[data-envoi-image]")
    nom, adresse = fenetre.attend("window.vu")
    assert nom == "adresses.png" and adresse.startswith("blob:")


def test_a_number_among_arabic_letters_is_kept_apart(site):
    dit = (site / "ar/donnees/fiches/bains-du-port.js").read_text("utf-8")
    message = json.loads(f"[{dit.strip().removeprefix('quifaitquoi.fiche(').removesuffix(');')}]")[1]["message"]
    assert "\u206602 61 91 01 20\u2069" in message
    assert "\u2066" not in (site / "fr/donnees/fiches/bains-du-port.js").read_text("utf-8")


def test_a_withheld_address_is_in_no_message(site):
    for fichier in (site / "fr/donnees/fiches").glob("*.js"):
        slug, dit = json.loads(f"[{fichier.read_text('utf-8').strip().removeprefix('quifaitquoi.fiche(').removesuffix(');')}]")
        if "Adresse non publiée" in dit.get("html", ""):
            assert "Adresse non publiée" in dit["message"].replace("\xa0", " ")
