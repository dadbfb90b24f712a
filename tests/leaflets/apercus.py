"""Pictures of leaflets: previews for the documentation, and the Arabic page that somebody reviewed.

    build/venv/bin/python tests/leaflets/apercus.py        writes them again; look at them before they are kept
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pypdfium2
from PIL import Image

ICI = Path(__file__).parent
DEPOT = ICI.parent.parent
VUES = ICI / "vues"
APERCUS = DEPOT / "docs" / "images" / "depliants"
FORMATS = (("depliant", "depliant", "vieux-port", "fr", (0, 1)), ("affiche", "affiche", "ile-aux-mouettes", "fr", (0,)),
           ("livret", "livret", "la-saline", "fr", (0, 3)), ("grands-caracteres", "grands-caracteres", "les-dunes", "fr", (0, 4)),
           ("discret", "discret", "gare", "fr", (0, 1)), ("depliant-ar", "depliant", "la-saline", "ar", (0, 1)))
SORTIES = (("jour-de-sortie", "je-sors-de-prison", "fr"),)


def page(pdf: bytes, n: int, ppp: int) -> Image.Image:
    return pypdfium2.PdfDocument(pdf)[n].render(scale=ppp / 72).to_pil().convert("L")


def arabe() -> bytes:
    """A leaflet in Arabic of a territory that never changes."""
    from quartier_invente import ici, place, territoire

    from quifaitquoi.papier.depliants import Demande, composer
    t = territoire(
        [
            place(
                "bains",
                horaires={"lundi au vendredi": "9h-12h, 14h-17h30"},
                adresse={"voie": "40 rue du Test", "complement": "2e étage", "position": ici(0, 0)},
                langues={"parlees": ["fr", "ar"], "interprete": ["ps"]},
            ),
            place("soupe", 200, 100, services=[{"quoi": "repas"}], acces={"rendez_vous": "sans"}, cout="gratuit"),
        ],
        langues=["fr", "ar"],
    )
    return composer(t, Demande("quai", langue="ar")).pdf


def cote_a_cote(images: list[Image.Image]) -> Image.Image:
    bord = 8
    feuille = Image.new("L", (sum(i.width + bord for i in images) + bord, max(i.height for i in images) + 2 * bord), 150)
    x = bord
    for image in images:
        feuille.paste(image, (x, bord))
        x += image.width + bord
    return feuille


def main() -> None:
    sys.path.insert(0, str(ICI))
    from quifaitquoi.annuaire.check import verifier
    from quifaitquoi.annuaire.enrich import enrichir
    from quifaitquoi.papier.depliants import Demande, composer
    from quifaitquoi.papier.depliants.sortie import feuille
    from quifaitquoi.savoir.depliants import SORTIE
    jour = date(2026, 11, 20)
    port = enrichir(verifier(DEPOT / "tests" / "port-exemple", jour).directory, jour)
    APERCUS.mkdir(parents=True, exist_ok=True)
    VUES.mkdir(exist_ok=True)
    for nom, format, quartier, langue, pages in FORMATS:
        pdf = composer(port, Demande(quartier, format, langue, selection=True)).pdf
        images = [page(pdf, n, 66 if format in ("depliant", "discret") else 88) for n in pages]
        # Twelve greys are enough for black and white, and a tenth of the bytes.
        cote_a_cote(images).quantize(12).save(APERCUS / f"{nom}.png", optimize=True)
    for nom, moment, langue in SORTIES:
        pdf = feuille(port, Demande("", SORTIE, langue, moment=moment)).pdf
        cote_a_cote([page(pdf, 0, 88)]).quantize(12).save(APERCUS / f"{nom}.png", optimize=True)
    page(arabe(), 1, 60).save(VUES / "depliant-ar.png", optimize=True)


if __name__ == "__main__":
    main()
