"""A booklet's pages on A4 sheets: printed on both sides (short edge), folded in the middle, stapled."""

from __future__ import annotations

import json
import tempfile
from datetime import UTC, date, datetime, time
from pathlib import Path

import typst

from quifaitquoi.langues import Langue

GABARIT = Path(__file__).parent / "gabarits" / "imposition.typ"


def ordre(pages: int, de_droite_a_gauche: bool) -> list[tuple[int, int]]:
    """(left, right) of each side, the outermost sheet first. `pages` is a multiple of four.

    A booklet that is read from the right opens on the other side: its halves change places.
    """
    cotes = []
    for feuille in range(pages // 4):
        dehors = (pages - 2 * feuille, 1 + 2 * feuille)
        dedans = (2 + 2 * feuille, pages - 1 - 2 * feuille)
        cotes += [dehors, dedans]
    return [(droite, gauche) for gauche, droite in cotes] if de_droite_a_gauche else cotes


def imposer(pdf: bytes, pages: int, titre: str, langue: Langue, jour: date) -> bytes:
    """The sheets to print. To read on screen or aloud, the booklet itself is made: here a page is a picture of it."""
    feuilles = [
        [{"page": n, "alt": langue.dire("Page {n} du livret", n=n)} for n in cote] for cote in ordre(pages, langue.sens == "rtl")
    ]
    with tempfile.TemporaryDirectory() as dossier:
        # Typst takes a PDF only from a folder.
        racine = Path(dossier)
        (racine / "livret.pdf").write_bytes(pdf)
        (racine / "imposition.typ").write_bytes(GABARIT.read_bytes())
        entrees = {"titre": titre, "langue": langue.locale.language, "feuilles": json.dumps(feuilles)}
        compilateur = typst.Compiler(
            str(racine / "imposition.typ"),
            root=dossier,
            sys_inputs=entrees,
            font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[]),
        )
        instant = int(datetime.combine(jour, time(), UTC).timestamp())
        # A page taken from another PDF cannot be checked against PDF/UA; it is tagged all the same.
        return compilateur.compile(format="pdf", timestamp=instant)
