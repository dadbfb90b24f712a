"""What is in doubt of one fiche, and about which of its fields."""

from __future__ import annotations

from quifaitquoi.annuaire.enrich import FicheVue
from quifaitquoi.annuaire.model.confiance import AConfirmer


class Doutes:
    """The facts in doubt of one fiche; each is said once, beside the field it is about."""

    def __init__(self, vue: FicheVue):
        self._restants: list[AConfirmer] = list(vue.fiche.a_confirmer or ())

    def sur(self, *champs: str) -> list[AConfirmer]:
        """Those about these fields or anything inside them, not said yet."""
        trouves = [d for d in self._restants if touche(d, *champs)]
        self._restants = [d for d in self._restants if d not in trouves]
        return trouves

    def encore(self, *champs: str) -> bool:
        """Whether `sur` would find any."""
        return any(touche(d, *champs) for d in self._restants)

    def autres(self) -> list[AConfirmer]:
        restants, self._restants = self._restants, []
        return restants


def touche(doute: AConfirmer, *champs: str) -> bool:
    """Whether the doubt is about one of these fields or anything inside them."""
    return any(doute.champ == c or doute.champ.startswith((c + ".", c + "[")) for c in champs)
