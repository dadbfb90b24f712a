"""What can be kept from one plan to the next: a preview plans a thousand pages again after each edit, and makes a few."""

from __future__ import annotations

from markupsafe import Markup

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.enrich.empreintes import Empreintes, commun
from quifaitquoi.base.cache import Cache, SansCache, cle
from quifaitquoi.savoir.chiffres import Chiffres, chiffres
from quifaitquoi.savoir.chiffres.qualite import Note, Notes, noter

# (slug, need, way to the root, card or line) → the fiche as it was then, and what was made of it.
Faites = dict[tuple[str, str, str, str], tuple[FicheVue, Markup]]


class Memoire:
    """Digests of objects that are still the same, and cards of each language while nothing common to all changed."""

    def __init__(self, cache: Cache | None = None) -> None:
        self.empreintes = Empreintes()
        self._cache = cache or SansCache()
        self._vignettes: dict[str, tuple[bytes, Faites]] = {}
        self._chiffres: tuple[Territoire, Chiffres] | None = None

    def vignettes(self, langue: str, commun: bytes) -> Faites:
        connues = self._vignettes.get(langue)
        if connues is None or connues[0] != commun:
            connues = self._vignettes[langue] = (commun, {})
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
        return self._cache.reprend(cles, lambda rangs: noter(territoire, [vues[rang] for rang in rangs]), _sont_des_notes)


def _sont_des_notes(garde: object) -> bool:
    return type(garde) is tuple and all(note is None or type(note) is Note for note in garde)
