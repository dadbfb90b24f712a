"""Words that only the texts of a fiche hold: « piano », « potager ». The browser reads them last."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from quifaitquoi.annuaire.enrich import FicheVue
from quifaitquoi.base.texte import cle_de_tri

_MOT = re.compile(r"[^\W\d_]{4,}")
# Above this share of the fiches a word tells none of them apart.
PARTOUT, JAMAIS_MOINS_DE = 0.12, 12
_VIDES = frozenset("""
    avec dans pour sans chez mais vous nous elle elles leur leurs votre notre cette cela ceux celui celle tout tous
    toute toutes plus moins tres aussi puis entre vers sous quand comme dont sont etes etre avoir faire fait font
    peut peuvent lieu lieux autre autres chaque meme aupres selon lors apres avant pendant depuis jusqu alors ainsi
    donc encore deja ici service services personne personnes accueil
""".split())


def mots_des_textes(vues: Sequence[FicheVue]) -> list[list[str]]:
    """Of each fiche the words that its texts alone hold, and that tell it apart."""
    siens = []
    for vue in vues:
        du_nom = set(_mots(vue.fiche.nom))
        siens.append([mot for mot in dict.fromkeys(m for texte in _textes(vue) for m in _mots(texte))
                      if mot not in du_nom and mot not in _VIDES])
    combien = Counter(mot for mots in siens for mot in mots)
    plafond = max(JAMAIS_MOINS_DE, len(vues) * PARTOUT)
    return [[mot for mot in mots if combien[mot] <= plafond] for mots in siens]


def _textes(vue: FicheVue) -> Iterator[str]:
    """Never an address: of a withheld one nothing may be found, of another the fiche itself is."""
    yield vue.fiche.presentation or ""
    for service in vue.fiche.services:
        yield service.nom or ""
        yield service.presentation or ""


def _mots(texte: str) -> list[str]:
    return _MOT.findall(cle_de_tri(texte))
