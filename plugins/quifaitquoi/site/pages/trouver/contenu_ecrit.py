"""Words that only the texts of a fiche hold: « piano », « potager ». The browser reads them last."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from quifaitquoi.annuaire.enrich import FicheVue
from quifaitquoi.base.texte import cle_de_tri
from quifaitquoi.site.pages.trouver.colonnes import pas

_MOT = re.compile(r"[^\W\d_]{4,}")
# Above this share of the fiches a word tells none of them apart.
PARTOUT, JAMAIS_MOINS_DE = 0.12, 12
_VIDES = frozenset("""
    avec dans pour sans chez mais vous nous elle elles leur leurs votre notre cette cela ceux celui celle tout tous
    toute toutes plus moins tres aussi puis entre vers sous quand comme dont sont etes etre avoir faire fait font
    peut peuvent lieu lieux autre autres chaque meme aupres selon lors apres avant pendant depuis jusqu alors ainsi
    donc encore deja ici service services personne personnes accueil
""".split())


def mots_des_textes(vues: Iterable[FicheVue]) -> tuple[str, list[list[int]]]:
    """The words, parted by spaces, and for each the steps between the ranks of the fiches that hold it."""
    vues = tuple(vues)
    par_mot: dict[str, list[int]] = defaultdict(list)
    for rang, vue in enumerate(vues):
        du_nom = set(_mots(vue.fiche.nom))
        for mot in dict.fromkeys(m for texte in _textes(vue) for m in _mots(texte)):
            if mot not in du_nom and mot not in _VIDES:
                par_mot[mot].append(rang)
    plafond = max(JAMAIS_MOINS_DE, len(vues) * PARTOUT)
    gardes = sorted((mot, rangs) for mot, rangs in par_mot.items() if len(rangs) <= plafond)
    return " ".join(mot for mot, _ in gardes), [pas(rangs) for _, rangs in gardes]


def _textes(vue: FicheVue) -> Iterator[str]:
    """Never an address: of a withheld one nothing may be found, of another the fiche itself is."""
    yield vue.fiche.presentation or ""
    for service in vue.fiche.services:
        yield service.nom or ""
        yield service.presentation or ""


def _mots(texte: str) -> list[str]:
    return _MOT.findall(cle_de_tri(texte))
