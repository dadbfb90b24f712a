"""What no font of the leaflets draws: the website shows it, paper cannot."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from unicodedata import category

from quifaitquoi.annuaire.check.context import Contexte, Signal, regle
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.types import Element, Sorte
from quifaitquoi.annuaire.model.vacances import CalendrierScolaire
from quifaitquoi.annuaire.model.vocabulaire import ListeLangues
from quifaitquoi.annuaire.read.faute import Chemin

# Fields that are typed to find a place, or for a machine, are on no paper.
SUR_PAPIER = frozenset(Sorte) - {Sorte.CHERCHEE, Sorte.CODE}
# What French needs, and what a file may write as a number: whatever else it holds has to be looked at.
RARE = re.compile(r"[^\x00-\u017f\u2010-\u203a\u20ac]|\\[uU]")


# School holidays are on no paper. Leaflets name a language in the reader's words: what it calls itself may be in any script.
@regle("caractere-non-imprimable", "avertissement", Element, sauf=(CalendrierScolaire, ListeLangues))
def caractere_non_imprimable(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Un caractère ne peut pas être imprimé : un lieu qui le contient n'est pas en entier sur les dépliants."""
    if not RARE.search(lu.texte):
        return
    # Fonts and the typesetter are far from most checks.
    from quifaitquoi.pdf.glyphes import imprimable, imprimables
    for chemin, texte, sorte in lu.textes:
        if sorte in SUR_PAPIER:
            manquent: set[str] = set()
            imprimable(texte, imprimables(), manquent)
            if manquent:
                dans_l_ordre = [c for c in dict.fromkeys(texte) if c in manquent]
                yield Signal(chemin, _phrase(dans_l_ordre, isinstance(lu.element, Fiche)), place=place_de(lu, chemin, manquent))


def _phrase(manquent: list[str], lieu: bool) -> str:
    lesquels = f"« {' '.join(manquent[:5])} »{' …' if len(manquent) > 5 else ''} (U+{ord(manquent[0]):04X})"
    lettres = all(category(c)[0] in "LM" for c in manquent)
    suite = ("et les dépliants ne diront de ce lieu que son nom et son téléphone, s'ils le peuvent" if lieu else
             "et aucun dépliant qui le contient ne sera fait")
    return (f"{lesquels} ne s'imprime pas, {suite} : "
            + ("écrivez ce mot en lettres latines, comme il se prononce" if lettres else "écrivez-le avec des mots"))


def place_de(lu: Lu, chemin: Chemin, manquent: Set[str]) -> tuple[int, int] | None:
    """Where the first of these signs stands, as far as the file writes it as it is."""
    ligne, colonne = lu.document.place(chemin)
    for rang, ecrite in enumerate(lu.texte.split("\n")[ligne - 1:], ligne):
        for place, c in enumerate(ecrite[colonne - 1:] if rang == ligne else ecrite, colonne if rang == ligne else 1):
            if c in manquent:
                return rang, place
    return None
