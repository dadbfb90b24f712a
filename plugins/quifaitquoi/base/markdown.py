"""Markdown for the pages of a forge."""

from __future__ import annotations

import re
from unicodedata import normalize

from quifaitquoi.base.texte import visible

PERMIS = frozenset(" ,;?!()/'’«»…–—→·€%°\u00a0\u202f")
LIANT = "\u2060"  # invisible; an address, a mention or a number followed by it becomes no link
# Where words and figures put these, they mean nothing to Markdown: « Port-Exemple », « 9h-12h », « 2026-11-20 », « 09:00 »,
# « 1.5 », « l'accueil : fermé. » Whoever reads the file itself would else read their codes.
COURANTS = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])|(?<=\d)-(?=\d)|(?<=\dh)-(?=\d)|(?<=\w )-(?= \w)"
                      r"|(?<=\d)\.(?=\d)|(?<=[^\W\d_])\.(?= |$)|(?<=\d\d):(?=\d\d(?!\d))|(?<=[ \u00a0\u202f]):(?= )")


def echappe(texte: str) -> str:
    """A text that means nothing in Markdown or HTML, and that the forge turns into no link and no mention."""
    propre = normalize("NFC", " ".join(visible(texte, 4000).split()))
    laisses = {n for n, c in enumerate(propre) if c.isalnum() or c in PERMIS}
    laisses |= {trouve.start() for trouve in COURANTS.finditer(propre)}
    if liste := re.match(r"\d+(?=\))", propre):  # « 1) » begins one
        laisses.discard(liste.end())
    return "".join(c if n in laisses else f"&#{ord(c)};" + (LIANT if c in "@#" else "") for n, c in enumerate(propre))
