"""Hand-written Markdown pages. Markup typed in them stays text, and links lead to safe places only."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from quifaitquoi.annuaire.model.pages import VERS_ECRITE, VERS_ICI, VERS_PAGE
from quifaitquoi.langues import langue
from quifaitquoi.langues.typographie import nombres_entiers
from quifaitquoi.site import liens
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction
from quifaitquoi.site.moteur import Moteur
from quifaitquoi.site.page import Page


@dataclass(frozen=True)
class Ecrite:
    """One Markdown file: `slug` is its address, `langue` the language it is written in."""

    slug: str
    langue: str
    texte: str
    source: str


class _Liens(Treeprocessor):
    """`page.md` becomes that page's address; whatever is neither a page nor a safe scheme loses its link."""

    def run(self, racine: Element) -> None:
        for element in racine.iter():
            if element.tag == "a":
                element.set("href", self._href(element.get("href", "")))
                if element.get("href").startswith("http"):
                    element.set("rel", "noreferrer noopener external")
            elif element.tag == "img":
                # No page loads anything from elsewhere; a picture of one's own is no exception yet.
                element.tag = "span"
                element.text = element.get("alt", "")
                element.attrib.clear()

    @staticmethod
    def _href(href: str) -> str:
        if page := VERS_ECRITE.fullmatch(href):
            return f"../{page['slug']}/index.html{page['ancre'] or ''}"
        if VERS_ICI.fullmatch(href) or VERS_PAGE.fullmatch(href):
            return href
        return liens.sur(href) or "#"


class _Prudent(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Liens(md), "liens", 0)


def page_ecrite(ecrite: Ecrite, parole: ParoleEnPage, moteur: Moteur) -> Page:
    """The page of one language; written in another one, it is marked so."""
    p = Redaction(parole, f"{ecrite.slug}/index.html")
    md = Markdown(extensions=[_Prudent(), "sane_lists", "tables", "def_list"], output_format="html")
    premier, _, reste = ecrite.texte.lstrip("\ufeff \n").partition("\n")
    titre = premier.removeprefix("#").strip() if premier.startswith("# ") else ecrite.slug.replace("-", " ").capitalize()
    html = Markup(md.convert(nombres_entiers(reste if premier.startswith("# ") else ecrite.texte)))
    ailleurs = ecrite.langue != parole.langue.code
    marque = Markup(' lang="{}" dir="{}"').format(ecrite.langue, langue(ecrite.langue).sens) if ailleurs else Markup("")
    contenu = moteur.rendre(
        "ecrite.html", p, titre=Markup("<span{}>{}</span>").format(marque, p.simple(titre)), html=html, marque=marque
    )
    return Page(p.chemin, p.simple(titre), p.simple(titre), contenu, "ecrite", ecrite.source)
