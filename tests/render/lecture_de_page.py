"""A page as its reader reads it."""

from __future__ import annotations

import html
import re


def lu(page: str) -> str:
    """What a reader reads, on one line, with plain spaces and apostrophes."""
    texte = html.unescape(re.sub(r"<[^>]+>", " ", page)).replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")
    return re.sub(r"\s+", " ", texte)
