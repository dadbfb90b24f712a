"""The map of the site for search engines (sitemaps.org): one file, or an index of several where one could not hold it."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

# A file may hold 50,000 addresses and weigh 50 MB; an address, 2,048 characters: with half as many, neither bound is ever met.
AU_PLUS = 25_000


def plan_du_site(site: str, chemins: Sequence[str]) -> dict[str, str]:
    """`sitemap.xml`, and the files that it leads to where there are too many addresses: name → content.

    `site` is its address without a last slash; `chemins` are those of its pages below it.
    """
    adresses = [f"{site}/{chemin}" for chemin in chemins]
    parts = [adresses[debut:debut + AU_PLUS] for debut in range(0, len(adresses), AU_PLUS)] or [[]]
    if len(parts) == 1:
        return {"sitemap.xml": _xml("urlset", "url", parts[0])}
    fichiers = {f"sitemap-{n}.xml": _xml("urlset", "url", part) for n, part in enumerate(parts, 1)}
    return {"sitemap.xml": _xml("sitemapindex", "sitemap", [f"{site}/{nom}" for nom in fichiers])} | fichiers


def _xml(ensemble: str, element: str, adresses: Sequence[str]) -> str:
    lignes = "".join(f"<{element}><loc>{escape(adresse)}</loc></{element}>\n" for adresse in adresses)
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<{ensemble} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
            f"{lignes}</{ensemble}>\n")
