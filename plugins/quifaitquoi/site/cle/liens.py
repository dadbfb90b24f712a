"""Where the links of a copy lead: to a page that it holds, to the site where that has an address, else nowhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

SEULE = "hors-ligne/fiche/index.html"
TROUVER = "trouver/index.html"
# A piece that only leads somewhere goes with its link; anywhere else the words stay.
_LIEN = re.compile(r'(?P<li><li(?: [^>]*)?>\s*)?<a (?P<avant>[^>]*?)href="(?P<href>[^"]*)"(?P<apres>[^>]*)>'
                   r'(?P<dit>.*?)</a>(?P<fin>\s*</li>)?', re.S)
_FICHE = re.compile(r"([^/]+)/fiches/([a-z0-9-]+)/index\.html")
_BESOIN = re.compile(r"([^/]+)/besoins/([a-z0-9-]+)/(?:[^/]+/)?index\.html")


@dataclass(frozen=True)
class Liens:
    """`dedans` are the files of the copy, by their paths in the site; `fiches` those whose sheets it holds, by language and slug;
    `site` is the address of the site, "" where it has none."""

    dedans: Collection[str]
    fiches: Collection[tuple[str, str]]
    site: str

    def page(self, html: str, chemin: str) -> str:
        """The page that stands at `chemin`, with each of its links as it is in the copy."""
        return _LIEN.sub(lambda lu: self._lien(lu, posixpath.dirname(chemin)), html)

    def ou(self, href: str, dossier: str) -> str | None:
        """Where a link of a page in `dossier` leads; None where nothing is there."""
        if urlsplit(href).scheme or href.startswith("#"):
            return href
        chemin, diese, fragment = href.partition("#")
        vise = posixpath.normpath(posixpath.join(dossier, chemin))
        if vise in self.dedans:
            return href
        if (lu := _FICHE.fullmatch(vise)) and (lu[1], lu[2]) in self.fiches:
            return f"{posixpath.relpath(f'{lu[1]}/{SEULE}', dossier)}#{lu[2]}"
        if (lu := _BESOIN.fullmatch(vise)) and f"{lu[1]}/{TROUVER}" in self.dedans:
            return f"{posixpath.relpath(f'{lu[1]}/{TROUVER}', dossier)}#besoin={lu[2]}"
        # A leaflet for which there is no room would hide those that are there.
        return f"{self.site}{vise}{diese}{fragment}" if self.site and not vise.endswith(".pdf") else None

    def _lien(self, lu: re.Match[str], dossier: str) -> str:
        href = str(Markup(lu["href"]).unescape())
        vers = self.ou(href, dossier)
        li, fin = lu["li"] or "", lu["fin"] or ""
        if vers == href:
            return lu[0]
        if vers is None:
            return "" if li and fin else f"{li}<span>{lu['dit']}</span>{fin}"
        dehors = f' <small dir="ltr">({Markup.escape(urlsplit(self.site).netloc)})</small>' if urlsplit(vers).scheme else ""
        return f'{li}<a {lu["avant"]}href="{Markup.escape(vers)}"{lu["apres"]}>{lu["dit"]}{dehors}</a>{fin}'
