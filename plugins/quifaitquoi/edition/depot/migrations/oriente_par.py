"""Who may send people to a place: said by the door and by the conditions, until it had a field of its own."""

from __future__ import annotations

from collections.abc import Iterator

from quifaitquoi.edition.decoupe import Edition, Pose
from quifaitquoi.edition.depot.migrations.acces import acces_de, sans, trouves

GENRES = ("fiche",)
PHRASE = ("Qui peut envoyer quelqu'un s'écrit dans « acces: oriente_par: » ; avant, « sur-orientation » était dans « porte » et "
          "« orientation-… » dans « conditions ».")
CHAMPS = ("porte", "conditions")
TERMES = {
    "sur-orientation": "professionnel", "orientation-professionnel": "professionnel",
    "orientation-travailleur-social": "travailleur-social", "orientation-115": "115", "orientation-siao": "siao",
    "orientation-mission-locale": "mission-locale", "orientation-france-travail": "france-travail",
}


def editions(arbre: object) -> Iterator[Edition]:
    for ici, acces in acces_de(arbre):
        if vus := trouves(acces, CHAMPS, TERMES):
            qui = dict.fromkeys(TERMES[terme] for terme in vus)
            # The door only said that somebody must: the conditions say who.
            if "orientation-professionnel" not in vus and len(qui) > 1:
                qui.pop("professionnel", None)
            deja = acces.get("oriente_par")
            yield Pose((*ici, "oriente_par"), list(dict.fromkeys([*(deja if isinstance(deja, list) else ()), *qui])))
            yield from sans(ici, acces, CHAMPS, TERMES)
