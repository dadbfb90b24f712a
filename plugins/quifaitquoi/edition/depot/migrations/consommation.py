"""Alcohol and drugs: two conditions, until what a place asks about them had a field of its own."""

from __future__ import annotations

from collections.abc import Iterator

from quifaitquoi.edition.decoupe import Edition, Pose
from quifaitquoi.edition.depot.migrations.acces import acces_de, sans, trouves

GENRES = ("fiche",)
PHRASE = ("Alcool et drogues s'écrivent dans « acces: consommation: » ; avant, « sans-alcool-ni-drogue » et « ne-pas-consommer-"
          "sur-place » étaient dans « conditions ».")
CHAMPS = ("conditions",)
# The stricter one first: where both were written, it holds.
TERMES = {"sans-alcool-ni-drogue": "refusee", "ne-pas-consommer-sur-place": "pas-sur-place"}


def editions(arbre: object) -> Iterator[Edition]:
    for ici, acces in acces_de(arbre):
        if vus := trouves(acces, CHAMPS, TERMES):
            if not acces.get("consommation"):
                yield Pose((*ici, "consommation"), next(dit for terme, dit in TERMES.items() if terme in vus))
            yield from sans(ici, acces, CHAMPS, TERMES)
