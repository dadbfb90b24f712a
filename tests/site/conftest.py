"""Sites of other territories, and a way to read pages."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from site_bati import construit

VIDES = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Lue(HTMLParser):
    """One page: its elements in order as (tag, attributes), its text, its headings and its ids."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict]] = []
        self.texte = ""
        self.titres: list[tuple[int, str]] = []
        self._ouvert: list[str] = []
        self.feed(html)
        self.ids = {attributs["id"] for _, attributs in self.elements if "id" in attributs}

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VIDES:
            self._ouvert.append(tag)
        if tag in ("h1", "h2", "h3", "h4"):
            self.titres.append((int(tag[1]), ""))

    def handle_endtag(self, tag: str) -> None:
        while self._ouvert and self._ouvert.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "script" not in self._ouvert and "style" not in self._ouvert:
            self.texte += data
        if self.titres and self._ouvert and any(t in self._ouvert for t in ("h1", "h2", "h3", "h4")):
            niveau, texte = self.titres[-1]
            self.titres[-1] = (niveau, texte + data)

    def attributs(self, tag: str) -> list[dict]:
        return [attributs for nom, attributs in self.elements if nom == tag]


@pytest.fixture(scope="session")
def batir(tmp_path_factory, aujourdhui):
    """A function from a territory to the folder of its built site."""

    def batit(territoire: Path) -> Path:
        return construit(territoire, tmp_path_factory.mktemp("site"), aujourdhui)

    return batit


@pytest.fixture(scope="module")
def pages(site) -> dict[str, Lue]:
    """Path → page, for every page of the site but the maps, which have their own tests."""
    return {str(f.relative_to(site)): Lue(f.read_text("utf-8"))
            for f in sorted(site.rglob("*.html")) if "cartes" not in f.relative_to(site).parts}


@pytest.fixture
def copie(tmp_path, petit_port) -> Path:
    """A few fiches in a folder that the test may change, in two languages: one for each direction of writing."""
    copie = Path(shutil.copytree(petit_port, tmp_path / "territoire"))
    annuaire = copie / "annuaire.yml"
    annuaire.write_text(re.sub(r"(?m)^langues: .*$", "langues: [fr, ar]", annuaire.read_text("utf-8")), encoding="utf-8")
    return copie
