"""What an edit changed, told field by field: « verification.le : 2025-03-11 → 2026-11-20 »."""

from __future__ import annotations

from collections.abc import Iterator

from quifaitquoi.annuaire.read.faute import Chemin
from quifaitquoi.base.texte import visible
from quifaitquoi.edition.decoupe.ecriture import Valeur
from quifaitquoi.edition.reponses.champs import nom_de

INCONNU = "non renseigné"
PLUS_EN_DOUTE = "n'est plus à confirmer"


def recit(avant: Valeur, apres: Valeur, discret: bool = False) -> list[str]:
    """One line a change: what was there in the order of the file, then what is new.

    With `discret`, which fields changed, and nothing of what they say.
    """
    lignes = list(_differences(avant, apres, ()))
    if discret:
        return list(dict.fromkeys(f"{_sans_ligne_d_horaires(chemin)} : changé (adresse non publiée : rien de ce qui est "
                                  "écrit n'est affiché)" for chemin, _, _ in lignes))
    return [f"« {vieux} » {neuf}" if neuf == PLUS_EN_DOUTE and chemin == ("a_confirmer",) else
            f"{nom_de(chemin)} : {_dit(vieux)} → {_dit(neuf)}" for chemin, vieux, neuf in lignes]


def _sans_ligne_d_horaires(chemin: Chemin) -> str:
    # The key of a line of hours was typed by somebody: only names of fields are repeated.
    return nom_de(chemin[:chemin.index("horaires") + 1] if "horaires" in chemin else chemin)


def _differences(avant: Valeur | None, apres: Valeur | None, chemin: Chemin) -> Iterator[tuple[Chemin, object, object]]:
    if avant == apres:
        return
    if chemin == ("a_confirmer",) and isinstance(avant, list):
        # An item that goes moves the others up: told by what each was about.
        for doute in avant:
            if doute not in (apres or []):
                yield ("a_confirmer",), _dit(doute.get("champ") if isinstance(doute, dict) else doute), PLUS_EN_DOUTE
        return
    if _tous(dict, avant, apres):
        for nom in [*(avant or {}), *(n for n in apres or {} if n not in (avant or {}))]:
            yield from _differences((avant or {}).get(nom), (apres or {}).get(nom), (*chemin, nom))
    elif _tous(list, avant, apres) and any(isinstance(v, dict) for v in [*(avant or ()), *(apres or ())]):
        for i in range(max(len(avant or ()), len(apres or ()))):
            yield from _differences(_a(avant, i), _a(apres, i), (*chemin, i))
    else:
        yield chemin, avant, apres


def _tous(genre: type, *valeurs: object) -> bool:
    """Whether each is of this kind, or is not there."""
    return all(v is None or isinstance(v, genre) for v in valeurs)


def _a(liste: list | None, i: int) -> Valeur | None:
    return liste[i] if liste and i < len(liste) else None


def _dit(valeur: object) -> str:
    if valeur is None or valeur == "":
        return INCONNU
    if isinstance(valeur, list):
        return ", ".join(_dit(v) for v in valeur)
    if isinstance(valeur, dict):
        return ", ".join(f"{nom} : {_dit(v)}" for nom, v in valeur.items())
    return visible(str(valeur), 160)
