"""JSON Schemas for editors, generated from the models; committed, and tested against them for drift."""

from __future__ import annotations

import json
from pathlib import Path

from quifaitquoi.annuaire.model.genres import GENRES
from quifaitquoi.annuaire.model.types import Element
from quifaitquoi.annuaire.model.vocabulaire import VOCABULAIRES

DOSSIER = Path(__file__).parent


def schemas() -> dict[str, str]:
    """File name → JSON text, for every kind of file of a territory."""
    modeles: dict[str, type[Element]] = {genre.nom: genre.modele for genre in GENRES.values()}
    modeles |= {f"vocabulaire-{nom}": modele for nom, modele in VOCABULAIRES.items()}
    return {f"{nom}.schema.json": _schema(modele) for nom, modele in modeles.items()}


def _schema(modele: type[Element]) -> str:
    schema = modele.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps(_sans_plomberie(schema), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _sans_plomberie(noeud: object) -> object:
    """Without what means nothing to a volunteer: `null`, which can't be written, and English class docstrings."""
    if isinstance(noeud, list):
        return [_sans_plomberie(element) for element in noeud]
    if not isinstance(noeud, dict):
        return noeud
    propre = {cle: _sans_plomberie(valeur) for cle, valeur in noeud.items() if not (cle == "default" and valeur is None)}
    if "properties" in propre:
        propre.pop("description", None)
    choix = propre.get("anyOf")
    if choix and {"type": "null"} in choix:
        restants = [c for c in choix if c != {"type": "null"}]
        del propre["anyOf"]
        propre |= restants[0] | {k: v for k, v in propre.items()} if len(restants) == 1 else {"anyOf": restants}
    return propre
