"""The records that were refused, or wait for a decision, in a file that can be corrected and imported again."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path

from quifaitquoi.base.fichier import ecrire
from quifaitquoi.echanges.entrees.lecture.enregistrement import AJOUTS, BESOINS, FICHE, POURQUOI

Renvoyes = list[tuple[dict, str]]  # record, why


def ecrire_les_renvois(dossier: Path, nom: str, renvoyes: Renvoyes) -> Path | None:
    """As CSV where every value is a text, else as JSON: what it was read from. The file of last time goes where nothing is left."""
    en_table = all(isinstance(v, str) for champs, _ in renvoyes for v in champs.values())
    chemin = dossier / f"{nom}-a-corriger.{'csv' if en_table else 'json'}"
    if not renvoyes:
        return None
    ecrire(chemin, _csv(renvoyes) if en_table else _json(renvoyes))
    return chemin


def _avec_ajouts(champs: dict, pourquoi: str) -> dict:
    return {POURQUOI: pourquoi, FICHE: "", BESOINS: "", **champs}


def _csv(renvoyes: Iterable[tuple[dict, str]]) -> str:
    """Cells that a spreadsheet would run as a formula stay what they are: this file goes back where it came from."""
    lignes = [_avec_ajouts(*un) for un in renvoyes]
    colonnes = list(dict.fromkeys([*AJOUTS, *(nom for ligne in lignes for nom in ligne)]))
    flux = io.StringIO()
    redacteur = csv.DictWriter(flux, colonnes, lineterminator="\n")
    redacteur.writeheader()
    redacteur.writerows(lignes)
    return "\ufeff" + flux.getvalue()


def _json(renvoyes: Iterable[tuple[dict, str]]) -> str:
    return json.dumps([_avec_ajouts(*un) for un in renvoyes], ensure_ascii=False, indent=1) + "\n"
