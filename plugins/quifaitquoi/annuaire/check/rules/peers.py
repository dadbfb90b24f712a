"""Peers: what they have lived may be said, who they are may not, not even to whoever puts two lines together."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quifaitquoi.annuaire.check.context import Contexte, Signal, regle
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.check.rules.persons import MOT, est_un_prenom
from quifaitquoi.annuaire.model.equipe import Pairs
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.types import Sorte
from quifaitquoi.base.texte import visible

# A file without any of these words says nothing of peers in its texts.
REVEIL = frozenset(("pair", "pairs", "paire", "paires"))
PAIR = re.compile(r"\b(?:(?:notre|nos|un|une|des|les?|la|deux|trois)\s+paire?s?\b(?!\s+de\b)|paire?s?[- ]aidante?s?\b|"
                  r"(?:travailleu|médiat|accompagnat|intervenant|éducat)\w*(?:\s+(?:en\s+)?santé)?[- ]paire?s?\b)", re.IGNORECASE)
# « notre pair Idir », and « Karima, notre pair » but not « À Strasbourg, un pair ».
APRES = re.compile(rf"[\s,:(]+{MOT}")
AVANT = re.compile(rf"(?<![Àà] )(?<!de )(?<!en )\b{MOT}\s*[,(]\s*$")
AGE = re.compile(r"\b\d{2}\s+ans\b")
PHRASE = re.compile(r"(?<=[.!?;])\s+|\n")


@regle("pair-reconnaissable", "erreur", Fiche)
def pair_reconnaissable(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Ce qui est dit d'un pair ne peut faire reconnaître personne."""
    for chemin, pairs in lu.blocs(Pairs):
        if pairs.plusieurs:
            continue
        for champ, quoi in (("horaires", "à ses jours"), ("langues", "à sa langue")):
            if getattr(pairs, champ):
                yield Signal((*chemin, champ), f"s'il n'y a qu'un pair, on le reconnaîtrait {quoi} : supprimez cette ligne. S'ils "
                                               "sont plusieurs, ajoutez « plusieurs: oui »", cle=True)
        if len(pairs.vecu) > 1:
            yield Signal((*chemin, "vecu", 1), "s'il n'y a qu'un pair, tout cela serait dit de la même personne : gardez une seule "
                                               "expérience. S'ils sont plusieurs, ajoutez « plusieurs: oui »")
    for chemin, texte, sorte in lu.textes if not REVEIL.isdisjoint(lu.mots) else ():
        if sorte in (Sorte.DITE, Sorte.NOTE) and (trouve := _designe(texte)):
            yield Signal(chemin, f"« {visible(trouve)} » peut faire reconnaître un pair : ni nom, ni prénom, ni âge. Dites ce que "
                                 "des pairs ont vécu, dans « pairs ». Exemple : vecu: [rue]")


def _designe(texte: str) -> str | None:
    """What names, or gives the age of, a peer that the same sentence speaks of."""
    for phrase in PHRASE.split(texte):
        for pair in PAIR.finditer(phrase):
            if apres := APRES.match(phrase, pair.end()):
                return pair[0] + apres[0]
            if autre := AVANT.search(phrase[:pair.start()]) or AGE.search(phrase):
                return autre[0].rstrip(" ,(")
            if prenom := next((mot for mot in re.findall(MOT, phrase) if est_un_prenom(mot)), None):
                return prenom
    return None
