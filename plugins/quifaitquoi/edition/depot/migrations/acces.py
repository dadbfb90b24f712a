"""Terms of an access that moved to a field of their own: shared by the changes of form that do so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quifaitquoi.annuaire.read.faute import Chemin
from quifaitquoi.edition.decoupe import Edition, Pose, Retrait


def acces_de(arbre: object) -> Iterator[tuple[Chemin, dict]]:
    """Where each access of a fiche stands: its own, then those of its services."""
    if not isinstance(arbre, dict):
        return
    if isinstance(arbre.get("acces"), dict):
        yield ("acces",), arbre["acces"]
    services = arbre.get("services")
    for rang, service in enumerate(services if isinstance(services, list) else ()):
        if isinstance(service, dict) and isinstance(service.get("acces"), dict):
            yield ("services", rang, "acces"), service["acces"]


def trouves(acces: dict, champs: Sequence[str], termes: Mapping[str, str]) -> list[str]:
    """The terms among these that the fields of this access hold, in the order in which they stand."""
    return [terme for champ in champs if isinstance(acces.get(champ), list) for terme in acces[champ]
            if isinstance(terme, str) and terme in termes]


def sans(ici: Chemin, acces: dict, champs: Sequence[str], termes: Mapping[str, str]) -> Iterator[Edition]:
    """Each of these fields without the terms; a list that this leaves empty goes."""
    for champ in champs:
        if trouves(acces, [champ], termes):
            reste = [terme for terme in acces[champ] if not (isinstance(terme, str) and terme in termes)]
            yield Pose((*ici, champ), reste) if reste else Retrait((*ici, champ))
