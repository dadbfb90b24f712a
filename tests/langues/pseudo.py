"""A language that nobody speaks: French in wide letters. Whatever is still in plain letters went past the catalogues."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser
from pathlib import Path

from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.textes import attendus, textes
from quifaitquoi.langues.dangers import a_ecrire
from quifaitquoi.langues.extraction import messages
from quifaitquoi.langues.mise_a_jour import preparer
from quifaitquoi.langues.po import Entree, Po, ecrire

CODE = "en-x-large"
VIDES = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
ATTRIBUTS = ("aria-label", "title", "placeholder", "alt")
MOT = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿŒœ]{2,}")


def large(texte: str) -> str:
    """`texte` in wide letters; placeholders and the maps' `%n` stay as they are."""
    def elargit(part: str) -> str:
        lettres = "".join(
            c for c in unicodedata.normalize("NFKD", part.replace("œ", "oe").replace("Œ", "Oe")) if not unicodedata.combining(c)
        )
        return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalpha() else c for c in lettres)
    return "".join(part if n % 2 else elargit(part) for n, part in enumerate(re.split(r"(\{\w+\}|%\w+)", texte)))


def catalogue_du_programme(dossier: Path) -> None:
    po = Po()
    preparer(po, CODE)
    po.entrees = [
        Entree(source=m.source, pluriel=m.pluriel, commentaires=[a_ecrire(m.source)],
               traductions={0: large(m.source)} | ({1: large(m.pluriel)} if m.pluriel else {}))
        for m in messages()
    ]
    fichier = dossier / CODE / "LC_MESSAGES" / "quifaitquoi.po"
    fichier.parent.mkdir(parents=True)
    fichier.write_text(ecrire(po), encoding="utf-8")


def catalogue_du_territoire(racine: Path, directory: Directory) -> None:
    """The terms of the territory, not its fiches: those stay in French, as on a real site."""
    po = Po()
    preparer(po, CODE)
    po.entrees = [
        Entree(contexte=chemin, source=texte, commentaires=[a_ecrire(texte)], traductions={0: large(texte)})
        for chemin, texte in textes(directory, fiches=False)
        if chemin in attendus(directory, CODE)
    ]
    (racine / "traductions" / f"{CODE}.po").write_text(ecrire(po), encoding="utf-8")


class Restes(HTMLParser):
    """The words of a page in plain letters that nothing marks as being in another language: (where, word)."""

    def __init__(self, html: str, permis: frozenset[str]):
        super().__init__(convert_charrefs=True)
        self.mots: list[tuple[str, str]] = []
        self._permis = permis
        self._langues: list[tuple[str, str]] = [("", CODE)]
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        attributs = dict(attrs)
        langue = attributs.get("lang", self._langues[-1][1])
        if langue == CODE:
            for nom in ATTRIBUTS:
                self._note(f"{tag} {nom}", attributs.get(nom) or "")
        if tag not in VIDES:
            self._langues.append((tag, langue))

    def handle_endtag(self, tag: str) -> None:
        while len(self._langues) > 1 and self._langues.pop()[0] != tag:
            pass

    def handle_data(self, texte: str) -> None:
        tag, langue = self._langues[-1]
        if langue == CODE and tag not in ("script", "style"):
            self._note(tag, texte)

    def _note(self, ou: str, texte: str) -> None:
        self.mots += [(ou, mot) for mot in MOT.findall(texte) if mot.lower() not in self._permis]
