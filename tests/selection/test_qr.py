"""The QR code that the browser draws is the one that segno draws, module for module."""

from __future__ import annotations

import segno
import segno.encoder


def test_each_code_is_segno_s(visiteur, en_ligne, monkeypatch):
    # segno adds an empty codeword where the standard has none; both can be read.
    monkeypatch.setattr(
        segno.encoder, "write_padding_bits", lambda tampon, _version, longueur: tampon.extend([0] * (-longueur % 8))
    )
    textes = ["a", *(f"https://port-exemple.example.org/fr/fiches/{'x' * n}/" for n in range(1, 300, 7))]
    page = visiteur()(f"{en_ligne}/fr/selection/index.html")
    dessines = page.evaluate("textes => textes.map(t => quifaitquoi.qr.matrice(t).map(l => l.join('')))", textes)
    for texte, dessine in zip(textes, dessines, strict=True):
        attendu = segno.make(texte, error="m", mask=3, boost_error=False, micro=False, mode="byte").matrix
        assert dessine == ["".join(map(str, ligne)) for ligne in attendu], len(texte)
    assert page.evaluate("quifaitquoi.qr.matrice('x'.repeat(500))") is None
    assert not page.erreurs


def test_the_sheet_s_code_leads_to_the_live_page_in_the_reader_s_language(visiteur, en_ligne):
    page = visiteur()(f"{en_ligne}/fr/selection/index.html#s=bains-du-port")
    page.wait_for_selector(".feuille .qr")
    assert page.get_attribute("[data-page-selection]", "data-qr") == "https://port-exemple.example.org/fr/fiches/"
    assert page.get_attribute(".feuille .qr", "aria-label")
