"""What a place offers to other professionals: told after all that is for people, and on no leaflet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quifaitquoi.paroles import valeurs
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.segments import TOUT, Fait, dit


def pour_les_professionnels(parole: Parole, x: Iterable[str] | None) -> Iterator[Fait]:
    for offre in x or ():
        valeur = valeurs.POUR_LES_PROFESSIONNELS[offre]
        yield Fait("pour_les_professionnels", valeur.picto, "", dit(parole._(valeur.dit)), TOUT)
