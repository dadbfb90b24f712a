"""Messages of danger: what to do tonight, whom to call, what a phone betrays. A wrong word there hurts somebody.

None is shown in a language before its translation says that it was compared with the present French, by a line above it in
the catalogue, « # comparé : 1a2b3c4d », which ends in the digest of that French. Till then a page shows the French.
`dangers.tsv` lists them with why: sentences of the program, and paths of a territory's texts, where `*` is anything and
`@urgence` the fiche of an emergency number.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection
from fnmatch import translate
from functools import cache
from hashlib import blake2b
from pathlib import Path

from quifaitquoi.langues.po import Entree

LISTE = Path(__file__).parent / "dangers.tsv"
COMPARE = re.compile(r"#\.?\s*comparé\s*:\s*([0-9a-f]{8})\s*")


def empreinte(francais: str) -> str:
    """Eight hexadecimal digits for a French text; line ends and spaces are no change."""
    return blake2b(" ".join(francais.split()).encode(), digest_size=4).hexdigest()


def est_comparee(entree: Entree, francais: str) -> bool:
    """Whether the catalogue says that this translation was compared with that French."""
    voulue = empreinte(francais)
    return any((lu := COMPARE.fullmatch(ligne)) and lu[1] == voulue for ligne in entree.commentaires)


def a_ecrire(francais: str) -> str:
    """The line that says so."""
    return f"# comparé : {empreinte(francais)}"


@cache
def _liste() -> tuple[tuple[str, str], ...]:
    with LISTE.open(encoding="utf-8", newline="") as lu:
        return tuple((ligne["où"], ligne["texte"]) for ligne in csv.DictReader(lu, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def du_programme() -> frozenset[str]:
    """The sentences of the program that are on the list."""
    return frozenset(texte for ou, texte in _liste() if ou == "programme")


def de_l_annuaire(urgences: Collection[str]) -> re.Pattern[str]:
    """What matches the paths on the list; `urgences` are the slugs of the fiches of emergency numbers."""
    motifs = [texte for ou, texte in _liste() if ou == "annuaire"]
    chemins = [motif.replace("@urgence", slug) for motif in motifs
               for slug in (sorted(urgences) if "@urgence" in motif else ("",))]
    return re.compile("|".join(map(translate, chemins)))
