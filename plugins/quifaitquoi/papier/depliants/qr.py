"""The QR code of a leaflet leads to the live page, where hours are judged on the day; without a public address there is none."""

from __future__ import annotations

import io
from functools import lru_cache

import segno

from quifaitquoi.annuaire.model.annuaire import Annuaire


def adresse(annuaire: Annuaire, langue: str, page: str) -> str | None:
    """The address of `page`, a folder below that of its language: the reader's, or the site's first where it has no such pages."""
    code = langue if langue in annuaire.langues else annuaire.langues[0]
    return annuaire.adresse_de(f"{code}/{page}/")


# A leaflet is set again and again until it fits, and its code takes as long as all its words.
@lru_cache(maxsize=64)
def svg(texte: str) -> str:
    """The code as a drawing with its quiet zone; error correction enough for a folded photocopy."""
    tampon = io.BytesIO()
    segno.make(texte, error="m", micro=False, boost_error=True).save(
        tampon, kind="svg", border=4, xmldecl=False, svgns=True, light="#fff"
    )
    return tampon.getvalue().decode()
