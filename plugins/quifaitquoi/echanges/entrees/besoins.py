"""A source's words for what a place offers → needs of the vocabulary. What may mean several is asked, never guessed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quifaitquoi.annuaire.model.vocabulaire import Vocabulaire
from quifaitquoi.base.lexique import Lexique, cle
from quifaitquoi.base.proches import liste_ou


@dataclass(frozen=True)
class Lus:
    """`surs` are needs; `hesite` are the source's words that may mean several, each with these."""

    surs: tuple[str, ...]
    hesite: Mapping[str, tuple[str, ...]]
    inconnus: tuple[str, ...]


class Besoins:
    """`termes` is the list of a need in the vocabulary that holds the source's words; `connus` has those that none holds.

    `choix` are the answers of whoever imports: the source's word → a need.
    """

    def __init__(self, vocabulaire: Vocabulaire, termes: str, connus: Mapping[str, Sequence[str]], choix: Mapping[str, str]):
        self._connus = {slug: getattr(besoin, termes, None) or () for slug, besoin in vocabulaire.besoins.items()}
        self._par_terme: dict[str, list[str]] = defaultdict(list)
        for slug, siens in self._connus.items():
            for terme in siens:
                self._par_terme[terme].append(slug)
        for terme, slugs in connus.items():
            self._par_terme[terme] += [slug for slug in slugs if slug in vocabulaire.besoins]
        self._choix = dict(choix)
        self._lexique = Lexique(vocabulaire.noms("besoins"))
        self._noms = vocabulaire.noms("besoins")
        self.demandes: Counter[str] = Counter()

    def lus(self, termes: Iterable[str], nom: str = "") -> Lus:
        """What these words of one service mean, beside what it is called."""
        termes = list(dict.fromkeys(termes))
        possibles = {terme: self._possibles(terme, nom) for terme in termes}
        surs = dict.fromkeys(slugs[0] for slugs in possibles.values() if len(slugs) == 1)
        # One need that all of the words may mean is meant by all of them; one that is sure already needs no second answer.
        if not surs and len(possibles) > 1 and len(communs := set.intersection(*map(set, possibles.values()))) == 1:
            surs = dict.fromkeys(communs)
        hesite = {terme: tuple(slugs) for terme, slugs in possibles.items() if len(slugs) > 1 and not surs.keys() & set(slugs)}
        if not surs and not hesite and nom:
            surs = dict.fromkeys(self._du_meme_nom(nom))
        self.demandes.update(hesite.keys())
        return Lus(tuple(surs), hesite, tuple(terme for terme, slugs in possibles.items() if not slugs))

    def _possibles(self, terme: str, nom: str) -> list[str]:
        if terme in self._choix:
            return [self._choix[terme]]
        # What no list holds may be said in people's own words.
        slugs = self._par_terme.get(terme) or self._lexique.appeles(terme)
        if len(slugs) < 2:
            return slugs
        nommes = [slug for slug in self._lexique.appeles(nom) if slug in slugs] if nom else []
        return nommes if len(nommes) == 1 else slugs

    def _du_meme_nom(self, nom: str) -> list[str]:
        """The need that is called just so: a service that no list of terms knows is often called by what it does."""
        slugs = [slug for slug, (propre, *_) in self._noms.items() if cle(propre) == cle(nom)]
        return slugs if len(slugs) == 1 else []

    def question(self, terme: str) -> str:
        """The needs among which to choose, as people call them and as they are typed."""
        return liste_ou(f"{slug} ({self._noms[slug][0]})" for slug in self._par_terme.get(terme, ()))

    def termes(self, slug: str) -> tuple[str, ...]:
        """The source's words that the vocabulary gives this need."""
        return tuple(self._connus[slug])

    def connu(self, slug: str) -> bool:
        return slug in self._connus
