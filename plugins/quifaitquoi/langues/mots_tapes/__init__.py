"""What people type around what they look for, one file a language: « je cherche », « ce soir », « where is ».

A file has five lists. `vides`: words that find nothing; « sans » is none of them, since « sans papiers » says a lot. `moments`:
what says when, and may be in the name of a need too: « un médecin ce soir » wants a doctor, best one who is there in the evening.
`pesants`: what turns one word into a danger, « ne respire plus », « on me suit », « à la rue »; a phrase that speaks of danger
and of which one word would be left is found only where these were typed too, and those of one line stand for each other.
`denombres`: what a number before it counts, « j'ai 18 ans » and « 17 rue des Écoles » call nobody. `pareils`: words that stand
for each other, what is known of a husband who drinks holds for a boyfriend. Words are compared without accents.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from quifaitquoi.langues import Langue

SOURCE = "fr"  # its words are typed in any language


def mots_vides(langue: Langue) -> str:
    """Those of a language and the French ones, parted by spaces."""
    return _mots("vides", langue)


def moments(langue: Langue) -> str:
    """The same of the words that say when."""
    return _mots("moments", langue)


def denombres(langue: Langue) -> str:
    """The same of what numbers count."""
    return _mots("denombres", langue)


def pesants(langue: Langue) -> list[str]:
    """The groups of words that weigh in a danger, in a language and in French."""
    return _lignes("pesants", langue)


def pareils(langue: Langue) -> list[str]:
    """The groups of words that stand for each other, in a language and in French."""
    return _lignes("pareils", langue)


def _mots(liste: str, langue: Langue) -> str:
    return " ".join(dict.fromkeys(" ".join(_lignes(liste, langue)).split()))


def _lignes(liste: str, langue: Langue) -> list[str]:
    """The lines of one list in a language, then in French."""
    return [ligne for code in dict.fromkeys((langue.locale.language, SOURCE)) for ligne in _fichier(code).get(liste, ())]


@lru_cache
def _fichier(code: str) -> dict[str, tuple[str, ...]]:
    """The lists of one language, as lines; none where nobody wrote them."""
    chemin = Path(__file__).parent / f"{code}.txt"
    if not chemin.is_file():
        return {}
    listes = re.findall(r"^(\w+)\n((?: .+\n?)+)", chemin.read_text("utf-8"), re.MULTILINE)
    return {nom: tuple(ligne.strip() for ligne in lignes.splitlines()) for nom, lignes in listes}
