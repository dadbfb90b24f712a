"""Markdown for the pages of a forge."""

from __future__ import annotations

from unicodedata import normalize

from quifaitquoi.base.texte import visible

PERMIS = frozenset(" ,;?!()/'’«»…–—→·€%°\u00a0\u202f")
LIANT = "\u2060"  # invisible; an address, a mention or a number followed by it becomes no link


def echappe(texte: str) -> str:
    """A text that means nothing in Markdown or HTML, and that the forge turns into no link and no mention."""
    propre = normalize("NFC", " ".join(visible(texte, 4000).split()))
    return "".join(c if c.isalnum() or c in PERMIS else f"&#{ord(c)};" + (LIANT if c in "@#" else "") for c in propre)
