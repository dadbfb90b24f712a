"""What an edit changed, told field by field: « verification.le : 2025-03-11 → 2026-11-20 »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quifaitquoi.annuaire.read.faute import Chemin
from quifaitquoi.base.texte import visible
from quifaitquoi.edition.decoupe.ecriture import Valeur
from quifaitquoi.edition.reponses.champs import nom_de
from quifaitquoi.horaires import HorairesIllisibles, lire

SEMAINE = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
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
            f"{nom_de(chemin)} : {_dit(_su(avant, chemin) if vieux is None else vieux)} → {_dit(neuf)}"
            for chemin, vieux, neuf in lignes]


def _su(avant: Valeur, chemin: Chemin) -> str | None:
    """Of a day that gets a line of its own, what the line of several days said of it until now."""
    if len(chemin) < 2 or chemin[-2] != "horaires" or not isinstance(chemin[-1], str):
        return None
    for partie in chemin[:-1]:
        try:
            avant = avant[partie]
        except (KeyError, IndexError, TypeError):
            return None
    voulus = _jours(chemin[-1])
    return next((f"{dite} ({cle})" for cle, dite in avant.items() if isinstance(dite, str) and voulus and voulus <= _jours(cle)),
                None) if isinstance(avant, dict) else None


def _jours(cle: str) -> set[str]:
    """The weekdays that a line of hours is about; none where it is about anything else."""
    try:
        osm = lire({cle: "9h-12h"}).osm
    except HorairesIllisibles:
        return set()
    lus = re.fullmatch(r"((?:[A-Z][a-z])(?:[-,][A-Z][a-z])*) 09:00-12:00", osm)
    jours: set[str] = set()
    for part in lus[1].split(",") if lus else ():
        debut, _, fin = part.partition("-")
        if {debut, fin or debut} <= {*SEMAINE}:
            jours |= {*SEMAINE[SEMAINE.index(debut):SEMAINE.index(fin or debut) + 1]}
    return jours


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
