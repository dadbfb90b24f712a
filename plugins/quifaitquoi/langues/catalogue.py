"""The program's own words in one language, read from its .po file when they are first needed."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from gettext import c2py
from pathlib import Path

from quifaitquoi.langues.dangers import du_programme, est_comparee
from quifaitquoi.langues.po import Entree, Po, lire

DOSSIER = Path(__file__).parent / "catalogues"
PLURIEL = re.compile(r"nplurals\s*=\s*(\d)\s*;\s*plural\s*=\s*([^;]+)")


def fichier(code: str) -> Path:
    return DOSSIER / code / "LC_MESSAGES" / "quifaitquoi.po"


class Catalogue:
    """Messages of one language. What is missing, not finished or doubtful comes back in French, which counts its own way."""

    def __init__(self, po: Po):
        self.relu = po.relu
        self.existe = bool(po.entete)
        self._rang = _rang(po)
        self._messages = {(e.contexte, e.source): e for e in po.entrees if _se_montre(e)}

    def gettext(self, message: str) -> str:
        entree = self._messages.get((None, message))
        if entree is None:
            return message
        return entree.traductions.get(self._rang(1) if entree.pluriel else 0) or message

    def en_francais(self, message: str) -> bool:
        """Whether `gettext` gives the French back, for want of a translation that may be shown."""
        entree = self._messages.get((None, message))
        return entree is None or not any(entree.traductions.values())

    @cached_property
    def retenus(self) -> frozenset[str]:
        """Messages of danger that this language may not say yet: their French is shown, marked as such."""
        return frozenset(m for m in du_programme() if self.existe and self.en_francais(m))

    def ngettext(self, un: str, plusieurs: str, n: int) -> str:
        entree = self._messages.get((None, un))
        if entree and entree.pluriel == plusieurs and (dit := entree.traductions.get(self._rang(n))):
            return dit
        return un if abs(n) < 2 else plusieurs


def _se_montre(e: Entree) -> bool:
    """Whether a page may say it: nobody doubts it and, where a wrong word hurts, somebody compared it with its French."""
    return not e.floue and (e.source not in du_programme() or est_comparee(e, e.source))


def charger(code: str) -> Catalogue:
    """The catalogue of a language; an empty one, so French, where there is none."""
    chemin = fichier(code)
    return Catalogue(lire(chemin.read_text("utf-8")) if chemin.is_file() else Po())


def _rang(po: Po) -> Callable[[int], int]:
    trouve = PLURIEL.search(po.entete.get("Plural-Forms", ""))
    return c2py(trouve[2].strip()) if trouve else lambda n: int(n != 1)
