"""What the building allows."""

from __future__ import annotations

from collections.abc import Iterator

from quifaitquoi.annuaire.model.lieu import Accessibilite
from quifaitquoi.paroles import valeurs
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.segments import DECISIF, TOUT, Fait, dit, ecrit


def accessibilite(parole: Parole, x: Accessibilite | None) -> Iterator[Fait]:
    """« Sans marche : oui », and so on: without steps first, which decides."""
    if x is None:
        return
    _ = parole._
    for champ, valeur in valeurs.ACCESSIBILITE.items():
        if reponse := getattr(x, champ):
            yield Fait(f"accessibilite.{champ}", valeurs.OUI_NON[reponse].picto, "", dit(
                _("{quoi} : {reponse}", quoi=_(valeur.dit), reponse=_(valeurs.OUI_NON[reponse].dit))),
                DECISIF if champ == "plain_pied" else TOUT)
    if x.precision:
        yield Fait("accessibilite.precision", "information-outline", "", ecrit(x.precision), TOUT)
