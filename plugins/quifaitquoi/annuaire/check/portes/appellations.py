"""What names somebody in any text: names even one letter off, the slug, and the telephones and sites that nobody else has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import cached_property, lru_cache
from html import unescape
from urllib.parse import urlsplit

from rapidfuzz import process
from rapidfuzz.distance import OSA

from quifaitquoi.annuaire.check.load import mots
from quifaitquoi.annuaire.check.portes.lisse import lisse
from quifaitquoi.annuaire.check.portes.noms import dans_tout_ordre
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.organisme import Organisme

NOM_MIN = 6  # letters, of a name, and of one of its words that is known when one letter is wrong
CHIFFRES_ARABES = re.compile(r"[\u0660-\u0669\u06f0-\u06f9]")
CHIFFRES_MIN = 9  # of a telephone: a shorter one answers for more than one place
# Of HTML and of Markdown; where a tag leads, and what stands in brackets as a link, is kept.
BALISES = re.compile(r"<(?!https?:|mailto:|tel:)(?:[^<>]*?href=[\"']?([^\"'\s<>]*))?[^<>]*>|[*`~\\]")
MOTS = re.compile(rf"[^\W\d]{{{NOM_MIN - 1},}}")


class Appellations:
    """Who is named in a text, among `elements`; what `autres` have too names nobody."""

    def __init__(self, elements: Iterable[Fiche | Organisme], autres: Iterable[Fiche | Organisme]):
        self._elements = tuple(elements)
        self._partages = frozenset(joint for autre in autres for joint in (*_chiffres(autre), *_liens(autre)))

    def dans(self, texte: str) -> Iterator[Fiche | Organisme]:
        """Those that it names, however it is written."""
        if not self._elements:
            return
        # As it is read: a name stays one with a word of it in italics, or its letters written as a browser reads them.
        lu = lisse(BALISES.sub(lambda balise: f" {balise[1]} " if balise[1] else "", unescape(texte)))
        redresse = MOTS.sub(lambda mot: self._voulu(mot[0].lower()), lu)
        yield from (element for motif, element in self._motifs if motif.search(lu) or motif.search(redresse))

    def peut_etre_dans(self, mots_du_texte: Set[str], texte: str) -> bool:
        """Whether it is worth a closer look: what names somebody has one of these words, or a telephone."""
        if any(self._voulu(mot) in self._reveil for mot in mots_du_texte):
            return True
        return bool(self._telephones and self._telephones.search(lisse(texte) if CHIFFRES_ARABES.search(texte) else texte))

    @cached_property
    def _motifs(self) -> list[tuple[re.Pattern, Fiche | Organisme]]:
        return [(re.compile("|".join((*map(dans_tout_ordre, _noms_longs(element)), rf"(?<![\w-]){element.slug}(?![\w-])",
                                      *self._numeros(element), *map(re.escape, self._sites(element)))), re.IGNORECASE), element)
                for element in self._elements]

    @cached_property
    def _reveil(self) -> frozenset[str]:
        dits = (dit for element in self._elements for dit in (*_noms_longs(element), *self._sites(element)))
        return frozenset(max(mots(dit), key=len, default="") for dit in dits)

    @cached_property
    def _telephones(self) -> re.Pattern | None:
        siens = [numero for element in self._elements for numero in self._numeros(element)]
        return re.compile("|".join(siens)) if siens else None

    @cached_property
    def _voulu(self):
        """The word of a name that a word is, or is one letter off."""
        dits = (mot for element in self._elements for nom in _noms_longs(element) for mot in mots(nom))
        connus = sorted({mot for mot in dits if len(mot) >= NOM_MIN})

        @lru_cache(maxsize=None)
        def voulu(mot: str) -> str:
            trouve = process.extractOne(mot, connus, scorer=OSA.distance, score_cutoff=1) if len(mot) >= NOM_MIN - 1 else None
            return trouve[0] if trouve else mot

        return voulu

    def _numeros(self, element: Fiche | Organisme) -> list[str]:
        return [r"[\s./()-]*".join(chiffres) for chiffres in sorted(_chiffres(element) - self._partages)]

    def _sites(self, element: Fiche | Organisme) -> list[str]:
        return sorted(lisse(lien) for lien in _liens(element) - self._partages)


def noms(element: Fiche | Organisme) -> tuple[str, ...]:
    """What it is called."""
    return (element.nom, *(element.autres_noms or ()), *filter(None, (getattr(element, "sigle", None),)))


def _noms_longs(element: Fiche | Organisme) -> Iterator[str]:
    """What it is called, but what anything could be: « Le 30 »."""
    yield from (nom for nom in (*noms(element), element.slug) if len(nom) >= NOM_MIN)


def _contacts(element: Fiche | Organisme) -> list:
    return [bloc.contact for bloc in (element, *getattr(element, "services", ())) if bloc.contact]


def _chiffres(element: Fiche | Organisme) -> set[str]:
    """Its telephones, without what stands before them at home or abroad."""
    ecrits = {re.sub(r"\D", "", numero.numero)[-CHIFFRES_MIN:] for contact in _contacts(element) for numero in contact.numeros}
    return {chiffres for chiffres in ecrits if len(chiffres) == CHIFFRES_MIN}


def _liens(element: Fiche | Organisme) -> set[str]:
    """Its mailboxes, and its sites without « https://www. »: a page of somebody else's site counts whole."""
    contacts = _contacts(element)
    parts = [urlsplit(lien) for contact in contacts for lien in (contact.site, contact.prise_de_rendez_vous) if lien]
    return {contact.courriel for contact in contacts if contact.courriel} | {
        (part.netloc.removeprefix("www.") + part.path.rstrip("/")).lower() for part in parts}
