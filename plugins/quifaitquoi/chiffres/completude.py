"""How often each field is filled in, where it could be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from quifaitquoi.enrich import FicheVue

# A place has a door; what is withheld is not missing.
DU_LIEU = ("adresse.voie", "adresse.position", "adresse.y_aller", "accessibilite")
# Each service has the others, from its fiche if not of its own.
DE_LA_FICHE = ("presentation", *DU_LIEU)
ORDRE = ("presentation", "publics", "acces.porte", "acces.rendez_vous", "acces.documents", "cout", "horaires", "adresse.voie",
         "adresse.position", "adresse.y_aller", "langues", "contact.telephone", "contact.courriel", "contact.site", "accessibilite")


@dataclass(frozen=True)
class Champ:
    """`n` of the `sur` fiches that could have this field do. `champ` is its path, as in YAML."""

    champ: str
    n: int
    sur: int


def completude(vues: Sequence[FicheVue]) -> tuple[Champ, ...]:
    """Every field of `ORDRE`, in the order of a fiche's page."""
    return tuple(_champ(champ, [vue for vue in vues if champ not in DU_LIEU or _a_une_porte(vue)]) for champ in ORDRE)


def _champ(champ: str, vues: list[FicheVue]) -> Champ:
    return Champ(champ, sum(_renseigne(vue, champ) for vue in vues), len(vues))


def _a_une_porte(vue: FicheVue) -> bool:
    return vue.fiche.genre == "lieu" and not vue.fiche.confidentialite


def _renseigne(vue: FicheVue, champ: str) -> bool:
    if champ == "horaires" and any(arret.horaires for arret in vue.fiche.tournee or ()):
        return True
    return all(_a(de, champ) for de in ([vue.fiche] if champ in DE_LA_FICHE else vue.services))


def _a(de: object, champ: str) -> bool:
    return reduce(lambda ici, nom: getattr(ici, nom, None), champ.split("."), de) is not None
