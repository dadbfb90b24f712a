"""What the renderer hands over: finished pages, and pages that need not be made again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class Page:
    """One page of one language, without its frame (header, footer): whatever builds the site adds that.

    `chemin` is its file below the language's folder, `source` the YAML or Markdown file it can be corrected in.
    """

    chemin: str
    titre: str
    description: str
    contenu: Markup
    genre: str = "liste"
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Feuillet:
    """A page to be: how to make it, and `depend_de`, the digest of all that it depends on.

    While the digest is the same, so is the page; who keeps no pages need not ask. A page that is `nu` is a
    complete document: it takes no frame.
    """

    chemin: str
    depend_de: Callable[[], bytes]
    faire: Callable[[], Page]
    nu: bool = False
