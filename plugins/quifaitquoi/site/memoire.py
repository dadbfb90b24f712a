"""What can be kept from one plan to the next: a preview plans a thousand pages again after each edit, and makes a few."""

from __future__ import annotations

from markupsafe import Markup

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.enrich.empreintes import Empreintes, commun
from quifaitquoi.base.cache import Cache, SansCache, cle
from quifaitquoi.savoir.chiffres import Chiffres, chiffres
from quifaitquoi.savoir.chiffres.qualite import Notes, noter

# Cards and lines that a build keeps, enough for the lists of 1,000 fiches: those of 10,000 would take 140 MiB, a third of all.
VIGNETTES = 8_000


class Faites(dict[tuple[str, str, str, str], tuple[FicheVue, Markup]]):
    """(slug, need, way to the root, card or line) → the fiche as it was then, and what was made of it. `au_plus`: None for all."""

    def __init__(self, au_plus: int | None) -> None:
        super().__init__()
        self._au_plus = au_plus

    def __setitem__(self, cle: tuple[str, str, str, str], faite: tuple[FicheVue, Markup]) -> None:
        if len(self) == self._au_plus:
            self.clear()
        super().__setitem__(cle, faite)


class Memoire:
    """Digests of objects that are still the same, and cards of each language while nothing common to all changed.

    `garder`: for a preview, which asks for all of it again after each edit; a build keeps no more than it soon needs.
    """

    def __init__(self, cache: Cache | None = None, garder: bool = False) -> None:
        self.empreintes = Empreintes()
        self._cache, self._garder = cache or SansCache(), garder
        self._vignettes: dict[str, tuple[bytes, Faites]] = {}
        self._notees: dict[bytes, Notes] = {}
        self._chiffres: tuple[Territoire, Chiffres] | None = None

    def vignettes(self, langue: str, commun: bytes) -> Faites:
        connues = self._vignettes.get(langue)
        if connues is None or connues[0] != commun:
            connues = self._vignettes[langue] = (commun, Faites(None if self._garder else VIGNETTES))
        return connues[1]

    def chiffres(self, territoire: Territoire) -> Chiffres:
        """The figures of a territory, worked out once for all of its languages."""
        if self._chiffres is None or self._chiffres[0] is not territoire.source:
            self._chiffres = territoire.source, chiffres(territoire.source, self._notes)
        return self._chiffres[1]

    def _notes(self, territoire: Territoire, vues: list[FicheVue]) -> list[Notes]:
        """The quality of each fiche's services: by far the longest to work out of all figures, and kept for the next build."""
        autour = commun(territoire, self.empreintes)
        cles = [cle("notes", autour, self.empreintes.de(vue)) for vue in vues]
        a_noter = [rang for rang, une in enumerate(cles) if une not in self._notees]
        nouvelles, noms = [vues[rang] for rang in a_noter], [cles[rang] for rang in a_noter]
        notes = self._cache.reprend(noms, lambda rangs: noter(territoire, [nouvelles[rang] for rang in rangs]), Notes)
        connues = self._notees | dict(zip(noms, notes, strict=True))
        self._notees = connues if self._garder else {}
        return [connues[une] for une in cles]
