"""The QR code that the browser draws is read back as what went in."""

from __future__ import annotations

import re
from io import BytesIO

import zxingcpp
from PIL import Image, ImageDraw

PAGE = "https://port-exemple.example.org/fr/fiches/"


def image(boite: str, trace: str) -> Image.Image:
    """What the drawing shows, four pixels a module: its box is `boite`, its black is `trace`."""
    cote = int(boite.split()[-1])
    faite = Image.new("L", (4 * cote, 4 * cote), 255)
    for x, y, large in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", trace):
        x, y, large = 4 * int(x), 4 * int(y), 4 * int(large)
        ImageDraw.Draw(faite).rectangle((x, y, x + large - 1, y + 3), 0)
    return faite


def test_each_code_says_what_it_was_made_of_and_bears_some_damage(visiteur, en_ligne):
    textes = ["a", "où ? à l’Étape, 東", *(f"{PAGE}{'x' * n}/" for n in range(1, 300, 13)), PAGE + "x" * 900]
    page = visiteur()(f"{en_ligne}/fr/selection/index.html")
    dessins = page.evaluate("""textes => textes.map(texte => {
        const svg = quifaitquoi.qr.dessin(texte, "Code");
        return [svg.getAttribute("viewBox"), svg.querySelector("path").getAttribute("d")];
    })""", textes)
    for texte, (boite, trace) in zip(textes, dessins, strict=True):
        lu, = zxingcpp.read_barcodes(image(boite, trace))
        assert lu.text == texte
        assert lu.ec_level in ("M", "Q", "H")
    assert not page.erreurs


def test_the_sheet_s_code_leads_to_the_live_page_in_the_reader_s_language(visiteur, en_ligne):
    page = visiteur()(f"{en_ligne}/fr/selection/index.html#s=bains-du-port")
    page.wait_for_selector(".feuille .qr")
    assert page.get_attribute("[data-page-selection]", "data-qr") == PAGE
    assert page.get_attribute(".feuille .qr", "aria-label")
    vu = Image.open(BytesIO(page.locator(".feuille .qr").screenshot(scale="css")))
    lu, = zxingcpp.read_barcodes(vu.resize((3 * vu.width, 3 * vu.height)))
    assert lu.text == f"{PAGE}bains-du-port/"
