"""Leaflets read back: their text, their pages, their pictures."""

from __future__ import annotations

import io
import re

import pytest
from pypdf import PdfReader

from promenade import en_ligne, visiteur  # noqa: F401 - fixtures


@pytest.fixture(scope="session")
def port(territoire):
    return territoire


@pytest.fixture(scope="session")
def lire():
    return lambda pdf: PdfReader(io.BytesIO(pdf))


def _propre(texte: str) -> str:
    """One space between words, whatever line or kind of space stands there; no invisible mark."""
    return re.sub(r"\s+", " ", re.sub("[\u2060\u2066\u2069\u200b\u00ad]", "", texte).replace("’", "'"))


@pytest.fixture(scope="session")
def texte(lire):
    """All the words of a PDF on one line."""
    return lambda pdf: _propre(" ".join(page.extract_text() for page in lire(pdf).pages))


@pytest.fixture(scope="session")
def propre():
    return _propre


@pytest.fixture(scope="session")
def image():
    """A page as a picture in grey: image(pdf, page=0, points_par_pouce=100)."""
    import pypdfium2

    def faire(pdf: bytes, page: int = 0, ppp: int = 100):
        return pypdfium2.PdfDocument(pdf)[page].render(scale=ppp / 72).to_pil().convert("RGB")

    return faire
